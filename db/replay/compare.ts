import type pg from 'pg';
import { services } from '#db/demo/people.ts';
import type { StatusLine } from '#domain/figure/status.ts';
import { rowsOf } from '#server/db/owner.ts';
import { exactReport } from '#server/figure/figure-queries.ts';
import { type PublishedFigure, published } from './ny-start-published.ts';

/** A published figure beside what the same definition counts among the made-up people. */
export interface Compared {
  figure: PublishedFigure;
  counted: number | undefined;
  agrees: boolean;
}

/** «About» agrees with every number that rounds to it, half up, at the stated step; anything else must be the same. */
export const agrees = ({ value, aboutTo }: PublishedFigure, counted: number | undefined): boolean =>
  counted !== undefined &&
  (aboutTo === undefined ? counted === value : Math.floor(counted / aboutTo + 0.5) * aboutTo === value);

/** Counts every published figure for its own days, from the facts. */
export async function comparePublished(owner: pg.Client): Promise<Compared[]> {
  const rows = rowsOf(owner);
  const compared: Compared[] = [];
  for (const figure of published) {
    const { from = figure.counted.to, to } = figure.counted;
    const lines = await exactReport(rows, services.nyStart, { from, to });
    const counted = valueIn(lines, figure);
    compared.push({ figure, counted, agrees: agrees(figure, counted) });
  }
  return compared;
}

function valueIn(
  lines: readonly StatusLine[],
  { figure, gender, counted }: PublishedFigure,
): number | undefined {
  const inAll = counted.from === undefined;
  const line = lines.find(
    (one) => one.figure === figure && (one.span === 'date' || (one.span === 'total') === inAll),
  );
  return gender === undefined ? line?.value : line?.split?.counts[gender];
}
