import type { Static } from 'typebox';
import type { End, Hold, Return } from '#contract/enrolment.ts';
import {
  changeState,
  type Dated,
  daysAway,
  type EndReason,
  endBecause,
  type Turn,
} from '#domain/enrolment/change-state.ts';
import { dayOf } from '#domain/time/day.ts';
import type { Opening, Tx } from '../db/database.ts';
import { addFact } from '../db/fact.ts';
import { raw, sql } from '../db/query.ts';
import { note, saying } from '../db/saying.ts';
import { accept, Refused } from '../refused.ts';
import { moveSteps } from './move-steps.ts';

interface Path {
  id: string;
}

const health = { own: 'health-record', worker: 'health-record' } as const;
/** On hold: the place stands and the steps wait. Why is for the closest few; everyone else sees that, and never why. */
export async function hold(tx: Tx, about: Opening, body: Static<typeof Hold>, { id }: Path): Promise<string> {
  const { stateId } = await turn(tx, about, id, 'hold');
  const why = body.why.trim();
  if (why !== '') {
    await addFact(tx, 'relapse_note', about, saying(tx, about, note), {
      kind: 'on-hold',
      words: why,
      session_municipality_id: null,
      session_id: null,
    });
  }
  return stateId;
}

/** Welcome back: where they were, with the steps that are left moved by the days they were away. */
export const comeBack = (
  tx: Tx,
  about: Opening,
  body: Static<typeof Return>,
  { id }: Path,
): Promise<string> => takeUp(tx, about, id, 'return', body.welcome);

/** An end is no closed door: opened again, somebody goes on where they were. */
export const reopen = (tx: Tx, about: Opening, body: Static<typeof Return>, { id }: Path): Promise<string> =>
  takeUp(tx, about, id, 'reopen', body.welcome);

export async function end(tx: Tx, about: Opening, body: Static<typeof End>, { id }: Path): Promise<string> {
  const { because, nextPlace } = accept(endBecause(body.because as EndReason, body.nextPlace));
  return (await turn(tx, about, id, 'end', { because, nextPlace })).stateId;
}

async function takeUp(
  tx: Tx,
  about: Opening,
  enrolmentId: string,
  how: 'return' | 'reopen',
  welcome: string,
): Promise<string> {
  const { stateId, history } = await turn(tx, about, enrolmentId, how);
  await moveSteps(tx, about, enrolmentId, daysAway(history, dayOf(tx.now)));
  if (welcome.trim() !== '') await sayWelcome(tx, about, welcome.trim());
  return stateId;
}

/** Adds the next state. The participant is locked, so that of two turns at once the second sees the first. */
async function turn(
  tx: Tx,
  about: Opening,
  enrolmentId: string,
  what: Turn,
  ended: { because: EndReason; nextPlace: string | null } | undefined = undefined,
): Promise<{ stateId: string; history: Dated[] }> {
  const history = await tx.rows(
    raw(sql<Dated>`select state, happened_at as at from enrolment_state_now
      where municipality_id = ${about.municipalityId} and participant_id = ${about.participantId} and enrolment_id = ${enrolmentId}
      order by happened_at, recorded_at, id`),
  );
  if (history.length === 0) throw new Refused('not-found');
  const state = accept(changeState(what, history));
  const stateId = await addFact(tx, 'enrolment_state', about, saying(tx, about, health), {
    enrolment_id: enrolmentId,
    state,
    ended_because: ended?.because ?? null,
    next_place: ended?.nextPlace ?? null,
  });
  return { stateId, history };
}

/**
 * What we say to somebody who comes back: a message from us, at the moment of the return, which their plan shows. What
 * leaves the house says only that there is something to read.
 */
async function sayWelcome(tx: Tx, about: Opening, words: string): Promise<void> {
  const id = await addFact(tx, 'contact', about, saying(tx, about, note), {
    kind: 'message',
    note: words,
    next_step: null,
  });
  await tx.asEngine(() =>
    tx.rows(
      raw(sql`insert into outbox (municipality_id, id, participant_id, code, channel, recipient_kind, recipient_id, not_before)
        values (${about.municipalityId}, ${id}, ${about.participantId}, 'something-to-read', 'sms', 'participant', ${about.participantId}, ${tx.now})`),
    ),
  );
}
