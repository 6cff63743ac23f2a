import { ok, type Result, refuse } from '../result.ts';
import { addDays, type Day } from '../time/day.ts';

export interface WorkerRef {
  municipalityId: string;
  id: string;
}
export type Doer = { doer: 'participant'; worker: null } | { doer: 'worker'; worker: WorkerRef };

/** Every action and promise has one who does it: the participant, or a worker with a name. */
export function whoDoes(
  doer: 'participant' | 'worker',
  worker: WorkerRef | undefined,
): Result<Doer, 'nobody-does-it'> {
  if (doer === 'participant')
    return worker === undefined ? ok({ doer, worker: null }) : refuse('nobody-does-it');
  return worker === undefined ? refuse('nobody-does-it') : ok({ doer, worker });
}

/** A day to do something by: not gone by already, and at most five years ahead. */
export const dueDay = (day: Day, today: Day): Result<Day, 'day-out-of-range'> =>
  day < today || day > addDays(today, 5 * 366) ? refuse('day-out-of-range') : ok(day);
