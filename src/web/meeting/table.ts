import type { MeetingPage } from '#contract/meeting-page.ts';
import type { MeetingPerson as Asked } from '#contract/person.ts';
import type { PromiseMade } from '#contract/plan.ts';
import type { Ref } from '#contract/shapes.ts';
import { m } from '#text/generated/messages.js';
import { type QueuedAct, useQueue } from '../app/queue.ts';

export type Presence = 'invited' | 'said-no' | 'present';
/** Somebody at the table, by a name also where the reader may not see who the participant is. */
export type MeetingPerson = Asked & { name: string };
/** A promise on the table: on the server, or on its way there. */
export interface Promised extends Pick<PromiseMade, 'words' | 'doerName' | 'doerOrganisation' | 'dueDay'> {
  key: string;
  saved?: PromiseMade;
  waiting?: QueuedAct;
}
export interface Promising {
  words: string;
  worker?: Ref;
  doerName: string;
  doerOrganisation?: string;
  dueDay: string;
}

const whoOf = ({ person, worker, name }: Pick<MeetingPerson, 'person' | 'worker' | 'name'>) => ({
  person,
  ...(person === 'worker' && worker ? { worker } : {}),
  ...(person === 'other' ? { name } : {}),
});
const isSame = (a: object, b: object) => JSON.stringify(a) === JSON.stringify(b);

/**
 * The meeting as those at the table see it: what the server has, and what this device has done that is not there yet.
 * Begun, decided and ended without a network is begun, decided and ended; it is sent in that order when it is back.
 */
export function useTable(page: MeetingPage) {
  const { meeting, participantId } = page;
  const queue = useQueue(`meeting ${meeting.id}`);
  const people = `/api/people/${participantId}`;
  const paths = {
    begin: `${people}/meetings/${meeting.id}/holdings`,
    end: `${people}/meetings/${meeting.id}/endings`,
    decide: `${people}/decisions`,
    presence: `${people}/meeting-presences`,
  };
  const live = queue.acts.filter(({ refused }) => refused === undefined);
  const said = (path: string, field: string) => {
    const value = live.find((act) => act.path === path)?.body[field];
    return value === undefined ? undefined : String(value);
  };
  const heldAt = meeting.heldAt ?? said(paths.begin, 'heldAt');
  const endedAt = meeting.endedAt ?? said(paths.end, 'endedAt');
  return {
    heldAt,
    endedAt,
    stuck: queue.stuck,
    /** What the server said no to, besides promises, which stand with their own. */
    refused: queue.acts.find(({ refused, path }) => refused !== undefined && path !== paths.decide),
    promises: [
      ...meeting.decisions.map(savedPromise),
      ...unsaved(queue.acts, paths.decide, meeting.decisions),
    ],
    people: withTaps([...meeting.people.map(named), ...unasked(page)], live, paths.presence),
    begin: (at: string) => queue.send(paths.begin, { supersedes: meeting.versionId, heldAt: at }),
    end: (at: string) => queue.send(paths.end, { endedAt: at }),
    say: (person: Pick<MeetingPerson, 'person' | 'worker' | 'name'>, presence: Presence) =>
      queue.send(paths.presence, { meetingId: meeting.id, ...whoOf(person), presence }),
    decide: ({ words, worker, dueDay, ...shown }: Promising) =>
      queue.send(
        paths.decide,
        {
          meetingId: meeting.id,
          words,
          doer: worker ? 'worker' : 'participant',
          ...(worker ? { worker } : {}),
          dueDay,
        },
        { shown },
      ),
    another: (act: QueuedAct) => queue.change(act.key, { ...act.body, another: true }),
    drop: (act: QueuedAct) => queue.drop(act.key),
  };
}

export type Table = ReturnType<typeof useTable>;

const named = (person: Asked): MeetingPerson => ({ ...person, name: person.name ?? m.person_unnamed() });

const savedPromise = (promise: PromiseMade): Promised => ({ ...promise, key: promise.id, saved: promise });

/** An act that has been answered stands in the list of the server when it has been read again. */
function unsaved(acts: readonly QueuedAct[], path: string, saved: readonly PromiseMade[]): Promised[] {
  return acts
    .filter((act) => act.path === path && !(act.answer && saved.some(({ id }) => id === act.answer)))
    .map((act) => ({
      key: act.key,
      words: String(act.body['words']),
      dueDay: String(act.body['dueDay']),
      doerName: act.shown?.['doerName'] ?? '',
      ...(act.shown?.['doerOrganisation'] ? { doerOrganisation: act.shown['doerOrganisation'] } : {}),
      waiting: act,
    }));
}

/** Those around the person who were not asked: one tap asks them, or says that they are here. */
const unasked = ({ team = [], meeting }: MeetingPage): MeetingPerson[] =>
  [...new Map(team.map((member) => [member.worker.id, member])).values()]
    .filter(({ worker }) => !meeting.people.some((known) => known.worker?.id === worker.id))
    .map(({ id, worker, name, organisation }) => ({
      ...{ id, worker, name, organisation },
      person: 'worker',
      presence: '',
    }));

function withTaps(
  people: readonly MeetingPerson[],
  acts: readonly QueuedAct[],
  path: string,
): MeetingPerson[] {
  const taps = acts.filter((act) => act.path === path);
  const tapOn = (person: MeetingPerson) =>
    taps.findLast(({ body: { meetingId: _, presence: __, ...who } }) => isSame(who, whoOf(person)));
  const known = people.map((person) => {
    const tap = tapOn(person);
    return tap ? { ...person, presence: String(tap.body['presence']) } : person;
  });
  const added = taps
    .filter(({ body }) => body['person'] === 'other' && !people.some(({ name }) => name === body['name']))
    .map(({ key, body }) => ({
      id: key,
      person: 'other',
      name: String(body['name']),
      presence: String(body['presence']),
    }));
  return [...known, ...added];
}
