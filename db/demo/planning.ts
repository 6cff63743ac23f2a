import type { Topic } from '#domain/access/topics.ts';
import type { LifeArea } from '#domain/plan/life-area.ts';
import { endOf } from '#domain/time/day.ts';
import { by, type File, fact, toldTo, type Voice, versionAfter } from './file.ts';
import { type OrganisationName, organisations, type WorkerName, workers } from './people.ts';

interface Said {
  at: string;
  words: string;
}

/** What matters to them. Said again later it is a new version of the same statement; the ratings stay with it. */
export function state(file: File, voice: Voice, said: Said, again?: Said): void {
  const { book, calendar } = file;
  const first = fact(file, 'statement', '', calendar.at(said.at), voice, 'participant-own');
  book.add('statement', { ...first, words: said.words });
  if (again === undefined) return;
  const next = fact(file, 'statement', 'again', calendar.at(again.at), voice, 'participant-own');
  book.add('statement', { ...versionAfter(first, next, 'sagt på nytt'), words: again.words });
}

export function rate(
  file: File,
  voice: Voice,
  ratings: readonly (readonly [at: string, rating: number])[],
): void {
  const { book, calendar } = file;
  const statement = fact(file, 'statement', '', calendar.now, voice, 'participant-own');
  for (const [at, rating] of ratings) {
    book.add('statement_rating', {
      ...fact(file, 'statement_rating', at, calendar.at(at), voice, 'participant-own'),
      statement_id: statement.id,
      rating,
    });
  }
}

export interface Goal {
  name: string;
  title: string;
  wanted?: string;
  present?: string;
  ways?: string;
  area?: LifeArea;
}

export interface Action {
  name: string;
  title: string;
  doer: 'participant' | WorkerName;
  due?: string;
  done?: { at: string; voice: Voice };
}

export function plan(file: File, at: string, voice: Voice, goal: Goal, actions: readonly Action[]): void {
  const { book, calendar } = file;
  const goalRow = fact(file, 'goal', goal.name, calendar.at(at), voice, 'shared-plan');
  book.add('goal', {
    ...goalRow,
    title: goal.title,
    wanted: goal.wanted ?? null,
    present: goal.present ?? null,
    ways: goal.ways ?? null,
    life_area: goal.area ?? null,
  });
  for (const action of actions) {
    const row = fact(file, 'action', action.name, calendar.at(at), voice, 'shared-plan');
    book.add('action', {
      ...row,
      goal_id: goalRow.id,
      title: action.title,
      ...doing(action.doer),
      due_day: action.due === undefined ? null : calendar.day(action.due),
    });
    if (action.done === undefined) continue;
    const done = action.done;
    book.add('action_completion', {
      ...fact(file, 'action_completion', action.name, calendar.at(done.at), done.voice, 'shared-plan'),
      action_id: row.id,
    });
  }
}

/** Who is to do it, as columns. */
export const doing = (doer: 'participant' | WorkerName) =>
  doer === 'participant'
    ? { doer, worker_municipality_id: null, worker_id: null }
    : { doer: 'worker', worker_municipality_id: workers[doer].municipalityId, worker_id: workers[doer].id };

const RULES =
  'Det som blir sagt i gruppa, blir i gruppa. De som arbeider her har taushetsplikt. ' +
  'Ingen møter ruset i gruppa. Et tilbakefall er en del av veien, og stenger ingen ute.';

const told = (worker: WorkerName) => ({
  text_version: 1,
  told_by_municipality_id: workers[worker].municipalityId,
  told_by_worker_id: workers[worker].id,
});

export const acknowledge = (file: File, at: string, worker: WorkerName): void =>
  file.book.add('acknowledgement', {
    ...fact(file, 'acknowledgement', '', file.calendar.at(at), toldTo(file.who, worker), 'shared-plan'),
    ...told(worker),
    code: 'confidentiality-and-group-rules',
    signed_name: `${file.who.givenName} ${file.who.familyName}`,
    words: RULES,
  });

const information = {
  expectations:
    'Vi svarer samme dag. Du har en fast kontaktperson. Vi holder det vi lover, og snakker med deg først. Si fra når noe vi gjør, ikke er til hjelp.',
  offers:
    'Mandag og fredag er det spinning og lunsj på Håland. Onsdag og torsdag er det gruppe på Sandtangen. Du kan komme uten å spørre først.',
} as const;

/** Something everyone is to be told, as it was told then. */
export const inform = (file: File, at: string, worker: WorkerName, code: keyof typeof information): void =>
  file.book.add('acknowledgement', {
    ...fact(file, 'acknowledgement', code, file.calendar.at(at), by(worker), 'shared-plan'),
    ...told(worker),
    code,
    signed_name: null,
    words: information[code],
  });

export interface CrisisPlan {
  signs: string;
  helps: string;
  call: string;
}

export const writeCrisisPlan = (file: File, at: string, voice: Voice, content: CrisisPlan): void =>
  file.book.add('crisis_plan', {
    ...fact(file, 'crisis_plan', '', file.calendar.at(at), voice, 'participant-own'),
    ...content,
  });

export interface Related {
  /** Gives the fact its id. */
  key: string;
  at: string;
  voice: Voice;
  /** What the participant calls them. */
  name: string;
  relationship: 'mother' | 'father' | 'parent' | 'partner' | 'sibling' | 'child' | 'friend' | 'other';
  phone?: string | undefined;
}

export const related = (file: File, key: string, at: string, voice: Voice) =>
  fact(file, 'related_person', key, at, voice, 'participant-own');

/** Somebody close; being named opens nothing to them. */
export const nameRelated = (file: File, { key, at, voice, name, relationship, phone }: Related): void =>
  file.book.add('related_person', {
    ...related(file, key, file.calendar.at(at), voice),
    name,
    relationship,
    phone: phone ?? null,
  });

export interface Consenting {
  at: string;
  voice: Voice;
  /** An organisation, or the key of somebody close. */
  to: OrganisationName | { related: string };
  topics: Topic[];
  words: string;
  /** The last day it holds. */
  until?: string;
}

export function consent(file: File, { at, voice, to, topics, words, until }: Consenting): void {
  const { book, calendar } = file;
  const key = typeof to === 'string' ? to : to.related;
  const recipient =
    typeof to === 'string'
      ? {
          recipient_municipality_id: organisations[to].municipalityId,
          recipient_organisation_id: organisations[to].id,
        }
      : { recipient_related_id: related(file, to.related, calendar.now, voice).id };
  book.add('consent', {
    ...fact(file, 'consent', key, calendar.at(at), voice, 'shared-plan'),
    ...recipient,
    topics,
    valid_from: calendar.at(at),
    valid_to: until === undefined ? null : endOf(calendar.day(until)),
    words,
  });
}
