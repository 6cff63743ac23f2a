import type { PersonPage } from '#contract/person.ts';
import { m } from '#text/generated/messages.js';
import { nearDay, shortDay, weekLabel } from '../app/dates.ts';
import { StatementsBefore } from '../app/words-before.tsx';
import { Button } from '../ui/button.tsx';
import { Curve } from '../ui/curve.tsx';
import { may, type TabProps } from './acts.ts';

type Statement = NonNullable<PersonPage['statement']>;

const inOrder = ({ ratings }: Statement) => ratings.toSorted((a, b) => a.at.localeCompare(b.at));

/** The participant’s own words, first on the page. */
export function Matters({ page, name, open }: TabProps) {
  const { statement, now } = page;
  const write = may(page, 'goals') && (
    <Button quiet onClick={() => open('viktig')}>
      {statement ? m.matters_anew() : m.matters_ask()}
    </Button>
  );
  if (!statement)
    return (
      <div className="mv-empty">
        <p>{m.matters_none({ name })}</p>
        {write}
      </div>
    );
  return (
    <div>
      <p className="mv-words">{m.quote({ words: statement.words })}</p>
      <div className="mv-row mv-spread">
        <p className="mv-meta">
          {m.matters_said({ day: nearDay(statement.saidAt, now) })}
          {ratingWords(statement)}
        </p>
        {write}
      </div>
      {statement.saidBefore > 0 && <StatementsBefore participantId={page.participantId} now={now} />}
    </div>
  );
}

/** «sist vurdert 6 av 10, opp fra 2» */
function ratingWords(statement: Statement): string {
  const ratings = inOrder(statement);
  const [first, last] = [ratings[0], ratings.at(-1)];
  if (!first || !last) return '';
  const now = m.matters_rated({ rating: last.rating });
  if (first === last || first.rating === last.rating) return ` · ${now}`;
  const change = first.rating < last.rating ? m.rated_up : m.rated_down;
  return ` · ${now}, ${change({ rating: first.rating })}`;
}

export function OwnView({ statement, now }: { statement: Statement; now: string }) {
  const ratings = inOrder(statement);
  const [first, last] = [ratings[0], ratings.at(-1)];
  if (!first || !last) return null;
  return (
    <>
      <Curve
        points={ratings.map(({ rating, at }) => ({ value: rating, label: shortDay(at, now) }))}
        min={0}
        max={10}
        title={m.rating_curve({
          first: first.rating,
          firstWeek: weekLabel(first.at),
          last: last.rating,
          lastWeek: weekLabel(last.at),
        })}
        nowLabel={m.rating_of_ten({ rating: last.rating })}
      />
      <p className="mv-meta">{m.own_view_note()}</p>
    </>
  );
}
