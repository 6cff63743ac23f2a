import type { Insertable } from 'kysely';
import { between, pick } from '#db/demo/random.ts';
import { type ClockFacts, clocksOf } from '#domain/clock/clocks.ts';
import type { LegalClass } from '#domain/fact/legal-class.ts';
import type { DB } from '#server/db/schema.ts';
import { DAY_MS, iso, type Staff, type Team, type Writing } from './house.ts';
import { familyNames, givenNames } from './words.ts';

/** One participant while their facts are written, with what the clocks are computed from. */
export interface Person {
  writing: Writing;
  team: Team;
  /** The contact person. */
  worker: Staff;
  id: string;
  loginId: string;
  /** Milliseconds; when they first asked. */
  askedAt: number;
  clockFacts: {
    -readonly [Part in keyof ClockFacts]: ClockFacts[Part] extends readonly (infer One)[]
      ? One[]
      : ClockFacts[Part];
  };
}

type Facts = Pick<
  DB,
  | 'profile'
  | 'enquiry'
  | 'enquiry_answer'
  | 'enrolment'
  | 'enrolment_state'
  | 'team_membership'
  | 'consent'
  | 'statement'
  | 'statement_rating'
  | 'goal'
  | 'action'
  | 'action_completion'
  | 'contact'
  | 'relapse_note'
  | 'attendance'
  | 'pathway_run'
  | 'pathway_step'
  | 'step_completion'
  | 'meeting'
  | 'decision'
  | 'acknowledgement'
  | 'crisis_plan'
>;
type Shared = keyof DB['fact'] | 'topic';
export type Content<T extends keyof Facts> = Omit<Insertable<DB[T]>, Shared>;

export interface Voice {
  saidBy: string;
  recordedBy: string;
  law: LegalClass;
}

export const own = (person: Person): Voice => ({
  saidBy: person.id,
  recordedBy: person.loginId,
  law: 'participant-own',
});
export const byWorker = (staff: Staff, law: LegalClass): Voice => ({
  saidBy: staff.id,
  recordedBy: staff.loginId,
  law,
});

/** A fact of the first version; its id is the answer. */
export const fact = <T extends keyof Facts>(
  person: Person,
  table: T,
  at: number,
  voice: Voice,
  content: Content<T>,
): string => write(person, table, at, voice, content, undefined);

/** The next version of a fact. */
export const correction = <T extends keyof Facts>(
  person: Person,
  table: T,
  at: number,
  voice: Voice,
  content: Content<T>,
  before: string,
): string => write(person, table, at, voice, content, before);

function write<T extends keyof Facts>(
  person: Person,
  table: T,
  at: number,
  voice: Voice,
  content: Content<T>,
  before: string | undefined,
): string {
  const { sheet, newId, nowMs } = person.writing;
  const happened = Math.min(at, nowMs - 60_000);
  const id = newId(happened);
  sheet.add(table, {
    municipality_id: person.team.municipalityId,
    id,
    participant_id: person.id,
    fact_id: before ?? id,
    version: before === undefined ? 1 : 2,
    supersedes: before ?? null,
    correction_reason: before === undefined ? null : 'Rettet',
    withdrawn: false,
    happened_at: iso(happened),
    recorded_at: iso(Math.min(happened + 240_000, nowMs)),
    recorded_by: voice.recordedBy,
    said_by: voice.saidBy,
    legal_class: voice.law,
    ...content,
    // The content is typed by its table; the columns before it are the same for all.
  } as unknown as Insertable<DB[T]> & Insertable<DB['goal']>);
  return id;
}

/** The root row, the login and the name. */
export function welcome(writing: Writing, team: Team, worker: Staff, askedAt: number): Person {
  const { sheet, newId, random } = writing;
  const id = newId(askedAt);
  const loginId = newId(askedAt);
  const given = pick(random, givenNames);
  const family = pick(random, familyNames);
  sheet.add('participant', { municipality_id: team.municipalityId, id, created_at: iso(askedAt) });
  sheet.add('login_user', {
    id: loginId,
    municipality_id: team.municipalityId,
    name: `${given} ${family}`,
    participant_id: id,
  });
  const clockFacts = {
    enrolments: [],
    contactPersons: [],
    enquiries: [],
    steps: [],
    actions: [],
    decisions: [],
    died: false,
    tellings: [],
    homecomings: [],
    departures: [],
    talks: [],
    wishes: [],
  };
  const person: Person = { writing, team, worker, id, loginId, askedAt, clockFacts };
  fact(person, 'profile', askedAt, byWorker(worker, 'health-record'), {
    given_name: given,
    family_name: family,
    preferred_name: null,
    birth_day: iso(
      Date.UTC(between(random, 1955, 2003), between(random, 0, 11), between(random, 1, 28)),
    ).slice(0, 10),
    phone: `900 ${between(random, 10, 99)} ${between(random, 100, 999)}`,
  });
  return person;
}

export function setClocks({ writing, team, id, clockFacts }: Person): void {
  for (const clock of clocksOf(clockFacts)) {
    writing.sheet.add('clock', {
      municipality_id: team.municipalityId,
      participant_id: id,
      rule: clock.rule,
      subject_id: clock.subjectId,
      shows_at: clock.showsAt,
      opens_at: clock.opensAt,
      owner_role: clock.ownerRole,
    });
  }
}

/** Some day between the first enquiry and now, more often a late one. */
export function sometime(person: Person): number {
  const { random, nowMs } = person.writing;
  const share = Math.sqrt(random());
  return person.askedAt + DAY_MS + share * Math.max(DAY_MS, nowMs - person.askedAt - 2 * DAY_MS);
}
