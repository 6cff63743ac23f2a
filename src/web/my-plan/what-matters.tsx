import { useState } from 'react';
import type { MyPlan, Statement } from '#contract/plan.ts';
import { m } from '#text/generated/messages.js';
import { weekLabel } from '../app/dates.ts';
import { StatementsBefore } from '../app/words-before.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Curve } from '../ui/curve.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { RatingDialog, WordsDialog } from './dialogs.ts';

const shownRatings = 12;

export function WhatMatters({ plan }: { plan: MyPlan }) {
  const [open, setOpen] = useState<'words' | 'rating'>();
  const { statement } = plan;
  const close = () => setOpen(undefined);
  return (
    <Card title={m.matters_title()}>
      {statement ? (
        <>
          <blockquote className="plan-words">{m.matters_quote({ words: statement.words })}</blockquote>
          <Ratings statement={statement} />
          {statement.saidBefore > 0 && <StatementsBefore participantId={plan.participantId} now={plan.now} />}
          <div className="mv-row mv-no-print">
            <Button variant="secondary" onClick={() => setOpen('rating')}>
              {m.rating_ask()}
            </Button>
            <Button quiet onClick={() => setOpen('words')}>
              {m.matters_rewrite()}
            </Button>
          </div>
        </>
      ) : (
        <EmptyState action={<Button onClick={() => setOpen('words')}>{m.matters_write()}</Button>}>
          {m.matters_empty()}
        </EmptyState>
      )}
      {open === 'words' && <WordsDialog plan={plan} onClose={close} />}
      {open === 'rating' && statement && <RatingDialog plan={plan} statement={statement} onClose={close} />}
    </Card>
  );
}

function Ratings({ statement }: { statement: Statement }) {
  const ratings = [...statement.ratings]
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
    .slice(-shownRatings);
  const first = ratings[0];
  const last = ratings.at(-1);
  if (!first || !last) return <p className="mv-meta">{m.matters_not_rated()}</p>;
  const lastWords = { last: last.rating, lastWeek: weekLabel(last.at) };
  const title =
    ratings.length === 1
      ? m.rating_curve_one(lastWords)
      : m.rating_curve({ first: first.rating, firstWeek: weekLabel(first.at), ...lastWords });
  return (
    <div>
      <Curve
        points={ratings.map(({ rating, at }) => ({ value: rating, label: weekLabel(at) }))}
        min={0}
        max={10}
        title={title}
        nowLabel={m.rating_of_ten({ rating: last.rating })}
      />
      <p className="mv-meta">{m.matters_own_view()}</p>
    </div>
  );
}
