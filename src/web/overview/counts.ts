import type { Overview } from '#contract/person.ts';
import { m } from '#text/generated/messages.js';

export type Service = Overview['services'][number];
export type Count = number | null;
export type Part = Count | 'nearly-all';

/** A count from 1 to 4 could point at a person, so it is only ever told as that span. */
export const countText = (count: Count): string => (count === null ? m.count_few() : String(count));

export const partText = (part: Part): string =>
  part === 'nearly-all' ? m.count_nearly_all() : countText(part);

const fewest = 1;
const most = 4;

/** A sum is told as the span it lies in when one of its parts is. */
export function sumText(counts: readonly Count[]): string {
  const few = counts.filter((count) => count === null).length;
  const known = counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
  if (few === 0) return String(known);
  return `${known + few * fewest}–${known + few * most}`;
}

/** The difference of two counts, unless it is so small that it could point at a person. */
export function differenceText(whole: Count, part: Part): string | undefined {
  if (part === 'nearly-all') return m.count_few();
  if (whole === null || part === null) return undefined;
  const rest = whole - part;
  return rest >= fewest && rest <= most ? m.count_few() : String(rest);
}

export const percentText = (part: Part, whole: Count): string | undefined =>
  part === null || part === 'nearly-all' || whole === null || whole === 0
    ? undefined
    : m.percent({ number: Math.round((100 * part) / whole) });

/** Bars are for comparing by eye; a hidden count gets the middle of its span. */
export const barLength = (count: Count): number => count ?? (fewest + most) / 2;

const hourMs = 3_600_000;
const dayHours = 48;

/** «4 t», «6 d» */
export function shortLength(milliseconds: number): string {
  const hours = milliseconds / hourMs;
  if (hours < 1) return m.under_an_hour();
  return hours < dayHours
    ? m.hours_short({ count: Math.round(hours) })
    : m.days_short({ count: Math.floor(hours / 24) });
}
