/** Calendar weeks as Norway counts them (ISO 8601): Monday first, week 1 holds the year’s first Thursday. */
const dayMs = 86_400_000;

const instantOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/** Monday is 1, Sunday is 7. */
export const weekdayOf = (day: string): number => new Date(instantOf(day)).getUTCDay() || 7;

export function weekOf(day: string): { year: number; week: number } {
  const thursday = new Date(instantOf(day) + (4 - weekdayOf(day)) * dayMs);
  const year = thursday.getUTCFullYear();
  return { year, week: Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / dayMs / 7) + 1 };
}

export const addDays = (day: string, days: number): string =>
  new Date(instantOf(day) + days * dayMs).toISOString().slice(0, 10);

export const daysBetween = (from: string, to: string): number =>
  Math.round((instantOf(to) - instantOf(from)) / dayMs);
