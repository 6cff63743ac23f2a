import type { RetentionRun, RetentionTally } from '#contract/retention.ts';
import { m } from '#text/generated/messages.js';
import { factText } from '#text/insight.ts';
import { keptClassText } from '#text/retention.ts';
import { monthWithYear } from '../app/dates.ts';
import { ActList } from '../ui/act-list.tsx';
import { Details } from '../ui/details.tsx';

type Counted = Omit<NonNullable<RetentionRun['planned']>, 'at' | 'until'>;

export const rowWords = (count: number): string => (count === 1 ? m.keep_row() : m.keep_rows({ count }));
export const peopleWords = (count: number): string =>
  count === 1 ? m.keep_person() : m.keep_people({ count });

/** What a plan would take, or has taken: counts by class and kind, and a fingerprint. Nobody can be found by it. */
export function CountedList({ counted, proofWords }: { counted: Counted; proofWords: string }) {
  return (
    <>
      <ActList>
        {counted.tally.map((tally) => (
          <OneClass key={tally.legalClass + tally.because} tally={tally} />
        ))}
      </ActList>
      <Details summary={proofWords}>
        <p className="keep-proof">{counted.proof}</p>
      </Details>
    </>
  );
}

function OneClass({ tally }: { tally: RetentionTally }) {
  const name = keptClassText(tally.legalClass);
  const words = {
    rows: rowWords(tally.rows),
    people: peopleWords(tally.people),
    month: monthWithYear(tally.newest),
  };
  return (
    <li>
      <div>
        <p>
          <strong>{tally.because === 'asked' ? m.keep_tally_asked({ name }) : name}</strong>
        </p>
        <p>{m.keep_tally(words)}</p>
        {tally.kinds.length > 0 && (
          <Details summary={m.keep_kinds()}>
            <ul className="keep-kinds">
              {tally.kinds.map(({ kind, rows }) => (
                <li key={kind}>{m.keep_kind_one({ kind: factText(kind), count: rows })}</li>
              ))}
            </ul>
            <p className="mv-meta">{m.keep_kinds_note()}</p>
          </Details>
        )}
      </div>
    </li>
  );
}
