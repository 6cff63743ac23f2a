import { dayOf } from './dates.ts';

/** A period in the address of a screen. */
export interface PeriodSearch {
  fra: string;
  til: string;
}

const isDay = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);

/** Left out: this year until today. */
export function periodSearch(search: Record<string, unknown>): PeriodSearch {
  const til = isDay(search['til']) ? search['til'] : dayOf(new Date().toISOString());
  return { fra: isDay(search['fra']) ? search['fra'] : `${til.slice(0, 4)}-01-01`, til };
}
