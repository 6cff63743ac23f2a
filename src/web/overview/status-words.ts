import type { StatusReport } from '#contract/figure.ts';
import { m } from '#text/generated/messages.js';
import { listOf } from '#text/text.ts';
import { shortDay } from '../app/dates.ts';

type Line = StatusReport['lines'][number];

export interface StatusFigure {
  code: Line['figure'];
  title: () => string;
  counted: () => string;
}

/** The figures in the order in which they are told, each with how it is counted. */
export const statusFigures: readonly StatusFigure[] = [
  { code: 'mapped', title: m.status_figure_mapped, counted: m.status_counted_mapped },
  { code: 'in-service', title: m.status_figure_in_service, counted: m.status_counted_in_service },
  { code: 'day-groups', title: m.status_figure_day_groups, counted: m.status_counted_day_groups },
  { code: 'to-work', title: m.status_figure_to_work, counted: m.status_counted_to_work },
  { code: 'to-inpatient', title: m.status_figure_to_inpatient, counted: m.status_counted_to_inpatient },
];

/** A report is read in another year than it is about, so the year always stands. */
export const dayText = (day: string): string => shortDay(day, '0000-01-01');

export function whenText({ span, from, to }: Line): string {
  if (span === 'date') return dayText(to);
  if (span === 'total' || from === undefined) return m.status_until({ to: dayText(to) });
  return m.status_span({ from: dayText(from), to: dayText(to) });
}

/** «31 menn og 13 kvinner», with the days when they are not the count's own. */
export function splitText({ from, to, counts }: NonNullable<Line['split']>, line: Line): string {
  const parts = [
    counts.man > 0 ? m.status_men({ count: counts.man }) : '',
    counts.woman > 0 ? m.status_women({ count: counts.woman }) : '',
    counts.other > 0 ? m.status_others({ count: counts.other }) : '',
    counts['not-stated'] > 0 ? m.status_not_stated({ count: counts['not-stated'] }) : '',
  ].filter(Boolean);
  const split = listOf(parts);
  if (from === line.from && to === line.to) return split;
  if (from === undefined) return m.status_split_total({ to: dayText(to), split });
  return m.status_split({ from: dayText(from), to: dayText(to), split });
}
