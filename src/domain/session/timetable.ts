import { ok, type Result, refuse } from '../result.ts';
import { addDays, type Day } from '../time/day.ts';

/** Samlinger are made this far ahead (app.extend_timetable), so a change reaches no further either. */
const DAYS_MADE = 56;
const A_YEAR = 366;

/** Norwegian wall-clock time, HH:MM; sorts as text. */
export type ClockTime = string;

/** What repeats every week. `validTo` is the last day it is held; none until further notice. */
export interface Line {
  from: ClockTime;
  to: ClockTime;
  validFrom: Day;
  validTo: Day | null;
}

/**
 * A new line begins today or later, and ends after it begins, the hours as well as the days.
 * @param today the day in Norway
 */
export function addLine(
  line: Line,
  today: Day,
): Result<Line, 'times-backwards' | 'day-out-of-range' | 'period-backwards'> {
  if (line.from >= line.to) return refuse('times-backwards');
  if (line.validFrom < today || line.validFrom > addDays(today, A_YEAR)) return refuse('day-out-of-range');
  if (line.validTo !== null && line.validTo < line.validFrom) return refuse('period-backwards');
  return ok(line);
}

/** A line ends after a day that has not been: what was held stays held. */
export function endLine(
  { validFrom, validTo }: Pick<Line, 'validFrom' | 'validTo'>,
  lastDay: Day,
  today: Day,
): Result<Day, 'line-has-ended' | 'period-backwards' | 'day-out-of-range'> {
  if (validTo !== null && validTo <= lastDay) return refuse('line-has-ended');
  if (lastDay < validFrom) return refuse('period-backwards');
  if (lastDay < today || lastDay > addDays(today, A_YEAR)) return refuse('day-out-of-range');
  return ok(lastDay);
}

/** Somebody else leads from a day on, among those that are made already. */
export function leadLine(
  { validTo }: Pick<Line, 'validTo'>,
  fromDay: Day,
  today: Day,
): Result<Day, 'line-has-ended' | 'day-out-of-range'> {
  if (validTo !== null && validTo < fromDay) return refuse('line-has-ended');
  return fromDay < today || fromDay > addDays(today, DAYS_MADE) ? refuse('day-out-of-range') : ok(fromDay);
}

/** One samling as it stands (instants, RFC 3339). */
export interface Samling {
  endsAt: string;
  cancelled: boolean;
}

/** A samling is changed, or cancelled with a reason, while somebody can still be told. */
export function changeSession(
  { endsAt, cancelled }: Samling,
  now: string,
): Result<true, 'session-cancelled' | 'session-over'> {
  if (endsAt <= now) return refuse('session-over');
  return cancelled ? refuse('session-cancelled') : ok(true);
}

/** Only what is cancelled can be held after all. */
export function holdAfterAll(
  { endsAt, cancelled }: Samling,
  now: string,
): Result<true, 'session-not-cancelled' | 'session-over'> {
  if (endsAt <= now) return refuse('session-over');
  return cancelled ? ok(true) : refuse('session-not-cancelled');
}

/**
 * Another time or place for one samling, on a day and an hour that have not been.
 * @param clock what clocks in Norway show now
 */
export function moveSession(
  session: Samling,
  { day, from, to }: { day: Day; from: ClockTime; to: ClockTime },
  now: string,
  clock: { today: Day; time: ClockTime },
): Result<true, 'session-cancelled' | 'session-over' | 'times-backwards' | 'day-out-of-range'> {
  const changed = changeSession(session, now);
  if (!changed.ok) return changed;
  if (from >= to) return refuse('times-backwards');
  const past = day < clock.today || (day === clock.today && to <= clock.time);
  return past || day > addDays(clock.today, A_YEAR) ? refuse('day-out-of-range') : ok(true);
}
