import { ok, type Result, refuse } from '../result.ts';
import { addDays, type Day, dayOf, daysBetween } from '../time/day.ts';

/** Somebody is in the service or on the way in, and walks with a contact person. */
export const isUnderWay = (state: string): boolean => state !== 'declined' && state !== 'ended';

export type EnrolmentState = 'asked' | 'declined' | 'waiting' | 'mapping' | 'active' | 'paused' | 'ended';
/** What one does with an enrolment that is there: put it on hold, take it up again, end it, open it after an end. */
export type Turn = 'hold' | 'return' | 'end' | 'reopen';
export type TurnRefusal = 'already-on-hold' | 'not-on-hold' | 'has-ended' | 'not-ended' | 'not-taken-in';

/** A state with when it began (RFC 3339). */
export interface Dated {
  state: EnrolmentState;
  at: string;
}

/** From each state, by each turn: the next state, «before» for the one they were in before, or why it is refused. */
const turns: Record<Turn, Record<EnrolmentState, 'paused' | 'ended' | 'before' | TurnRefusal>> = {
  hold: {
    asked: 'not-taken-in',
    declined: 'not-taken-in',
    waiting: 'paused',
    mapping: 'paused',
    active: 'paused',
    paused: 'already-on-hold',
    ended: 'has-ended',
  },
  return: {
    asked: 'not-on-hold',
    declined: 'not-on-hold',
    waiting: 'not-on-hold',
    mapping: 'not-on-hold',
    active: 'not-on-hold',
    paused: 'before',
    ended: 'has-ended',
  },
  end: {
    asked: 'ended',
    declined: 'not-taken-in',
    waiting: 'ended',
    mapping: 'ended',
    active: 'ended',
    paused: 'ended',
    ended: 'has-ended',
  },
  reopen: {
    asked: 'not-ended',
    declined: 'not-ended',
    waiting: 'not-ended',
    mapping: 'not-ended',
    active: 'not-ended',
    paused: 'not-ended',
    ended: 'before',
  },
};

const isRest = ({ state }: Dated): boolean => state === 'paused' || state === 'ended';

/**
 * The state a turn leads to. Somebody who comes back is where they were: still mapping, still waiting, under way.
 * @param history every state of the enrolment so far, the first one first; at least one
 */
export function changeState(turn: Turn, history: readonly Dated[]): Result<EnrolmentState, TurnRefusal> {
  const now = history.at(-1)?.state ?? 'asked';
  const next = turns[turn][now];
  if (next === 'paused' || next === 'ended') return ok(next);
  if (next !== 'before') return refuse(next);
  return ok(history.findLast((dated) => !isRest(dated))?.state ?? 'active');
}

/** Whole days from the day somebody went on hold, or ended, until today; 0 for somebody who is under way. */
export function daysAway(history: readonly Dated[], today: Day): number {
  const from = awaySince(history);
  return from === undefined ? 0 : Math.max(0, daysBetween(from, today));
}

/** The day somebody went on hold or ended and has not come back from; an end after a hold counts from the hold. */
export function awaySince(history: readonly Dated[]): Day | undefined {
  const back = history.findLastIndex((dated) => !isRest(dated));
  const left = history[back + 1];
  return left === undefined ? undefined : dayOf(left.at);
}

/** The latest time on hold: its first day and, when it is over, the last day of it. */
export function latestHold(history: readonly Dated[]): { from: Day; until?: Day } | undefined {
  const place = history.findLastIndex(({ state }) => state === 'paused');
  const [held, after] = [history[place], history[place + 1]];
  if (held === undefined) return undefined;
  const from = dayOf(held.at);
  if (after === undefined) return { from };
  const last = addDays(dayOf(after.at), -1);
  return { from, until: daysBetween(from, last) < 0 ? from : last };
}

export const endReasons = ['own-wish', 'reached', 'moved', 'other-service', 'died'] as const;
export type EndReason = (typeof endReasons)[number];

/**
 * Why a follow-up ends. A relapse, coming intoxicated and missed meetings are no reasons: they end nobody's follow-up.
 * Going on to another service needs its name, so that nobody is sent out into nothing.
 */
export const endBecause = (
  because: EndReason,
  nextPlace: string | undefined,
): Result<{ because: EndReason; nextPlace: string | null }, 'next-place-missing'> =>
  because === 'other-service' && !nextPlace?.trim()
    ? refuse('next-place-missing')
    : ok({ because, nextPlace: nextPlace?.trim() || null });
