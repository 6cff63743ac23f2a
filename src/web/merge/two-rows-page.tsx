import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { TwoRows } from '#contract/merge.ts';
import { m } from '#text/generated/messages.js';
import { shortDay } from '../app/dates.ts';
import { FoundView } from '../app/found-view.tsx';
import { addressQuery } from '../app/queries.ts';
import { Button } from '../ui/button.tsx';
import { Heading } from '../ui/heading.tsx';
import { Notice } from '../ui/notice.tsx';
import { Tag } from '../ui/tag.tsx';
import { MergeForm } from './merge-form.tsx';
import { Merged } from './merged.tsx';
import { RowCard } from './row-card.tsx';
import { WrittenBetween } from './written-between.tsx';
import './merge.css';

interface TwoRowsPageProps {
  one: string;
  other: string;
}

/** «Er dette samme person?»: two rows side by side, and what has been said of them. */
export function TwoRowsPage({ one, other }: TwoRowsPageProps) {
  const query = useQuery(addressQuery<TwoRows>(`/api/people/${one}/doubles/${other}`));
  return (
    <div className="mv-wide mv-stack merge">
      <Heading level={1}>{m.same_title()}</Heading>
      <p>{m.same_lead()}</p>
      <FoundView query={query}>{(two) => <Two two={two} />}</FoundView>
    </div>
  );
}

function Two({ two }: { two: TwoRows }) {
  const [first, second] = two.rows.map(({ participantId }) => participantId);
  const [stands, setStands] = useState(first ?? '');
  const goesIn = (stands === first ? second : first) ?? '';
  const inForce = two.merges.find(({ split }) => split === undefined);
  const last = two.merges.at(-1);
  // Whoever comes to place what was written is not asked at once to say the opposite.
  const [again, setAgain] = useState(false);
  const asks = !two.one && (last?.split === undefined || again);
  const open = asks && two.mayMerge && two.numbers !== 'differ';
  const standing = inForce?.rows?.[1];
  const labelOf = (id: string) => {
    if (open) return id === stands ? m.same_stands() : m.same_goes_in();
    return id === standing ? m.same_stands() : undefined;
  };
  return (
    <>
      <div className="merge-columns">
        {two.rows.map((row, place) => {
          const label = labelOf(row.participantId);
          return (
            <RowCard
              key={row.participantId}
              row={row}
              n={place + 1}
              now={two.now}
              aside={label && <Tag tone={label === m.same_stands() ? 'accent' : 'sand'}>{label}</Tag>}
            />
          );
        })}
      </div>
      {open && (
        <div>
          <Button quiet onClick={() => setStands(goesIn)}>
            {m.same_swap()}
          </Button>
        </div>
      )}
      {two.numbers === 'same' && <Notice>{m.same_numbers_same()}</Notice>}
      {open && two.numbers === 'same-by-me' && <Notice>{m.same_numbers_by_me()}</Notice>}
      {last?.split && (
        <>
          <p>
            {m.split_was({
              name: last.split.by ?? '',
              day: shortDay(last.split.at, two.now),
              reason: last.split.reason ?? '',
            })}
            {last.split.checkedBy && ` ${m.split_checked({ name: last.split.checkedBy })}`}
          </p>
          {two.written && <WrittenBetween two={two} merge={last} />}
        </>
      )}
      {inForce && <Merged merge={inForce} now={two.now} />}
      {two.one && !inForce && <Notice tone="wait">{m.same_by_third()}</Notice>}
      {asks && <MergeForm key={stands} two={two} stands={stands} other={goesIn} />}
      {!asks && !two.one && two.mayMerge && (
        <div>
          <Button quiet onClick={() => setAgain(true)}>
            {m.same_again()}
          </Button>
        </div>
      )}
    </>
  );
}
