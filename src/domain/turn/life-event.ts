import { ok, type Result, refuse } from '../result.ts';
import { type Day, daysBetween } from '../time/day.ts';

export const lifeEventKinds = [
  'admission',
  'discharge',
  'imprisonment',
  'release',
  'moved-home',
  'eviction-notice',
  'job-start',
  'job-end',
  'other',
] as const;
export type LifeEventKind = (typeof lifeEventKinds)[number];

export const settings = ['inpatient-treatment', 'detox', 'hospital', 'prison'] as const;
export type Setting = (typeof settings)[number];

/** Where each kind of event can be; the others have no setting. */
const settingsOf: Partial<Record<LifeEventKind, readonly Setting[]>> = {
  admission: ['inpatient-treatment', 'detox', 'hospital'],
  discharge: ['inpatient-treatment', 'detox', 'hospital'],
  imprisonment: ['prison'],
  release: ['prison'],
};

const YEARS_BACK = 3653;
const YEARS_AHEAD = 1827;

export const doorWishes = ['wanted', 'not-wanted'] as const;
export type DoorWish = (typeof doorWishes)[number];

const homecomings: readonly LifeEventKind[] = ['discharge', 'release'];

/** Somebody comes home and is met at the door, unless they have said that they would rather not be. */
export const isToBeMet = (kind: string, metAtDoor: string | null): boolean =>
  (homecomings as readonly string[]).includes(kind) && metAtDoor !== 'not-wanted';

export interface LifeEvent {
  kind: LifeEventKind;
  day: Day;
  setting: Setting | null;
  metAtDoor: DoorWish | null;
}

/** A turn in somebody's life, at most ten years behind or five years ahead, in a setting that fits it. */
export function lifeEvent(
  event: LifeEvent,
  today: Day,
): Result<LifeEvent, 'day-out-of-range' | 'setting-does-not-fit' | 'not-a-homecoming'> {
  const ahead = daysBetween(today, event.day);
  if (ahead > YEARS_AHEAD || ahead < -YEARS_BACK) return refuse('day-out-of-range');
  if (event.setting !== null && !settingsOf[event.kind]?.includes(event.setting))
    return refuse('setting-does-not-fit');
  if (event.metAtDoor !== null && !homecomings.includes(event.kind)) return refuse('not-a-homecoming');
  return ok(event);
}
