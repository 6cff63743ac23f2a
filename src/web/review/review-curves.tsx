import type { ReviewPage } from '#contract/review.ts';
import { m } from '#text/generated/messages.js';
import { lifeAreaText } from '#text/life-areas.ts';
import { shortDay, weekLabel } from '../app/dates.ts';
import { Card } from '../ui/card.tsx';
import { Curve } from '../ui/curve.tsx';
import { Details } from '../ui/details.tsx';

const highest = 10;

/** How the person has found it going with what matters: drawn, said, and as numbers for whoever wants them. */
export function MattersCurve({
  page: { now },
  matters: { words, points },
}: {
  page: ReviewPage;
  matters: NonNullable<ReviewPage['matters']>;
}) {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return null;
  const said =
    points.length === 1
      ? m.review_matters_once({ last: last.rating })
      : m.review_matters_from({ first: first.rating, last: last.rating });
  return (
    <Card title={m.matters_quote({ words })}>
      <p className="mv-review-said">{said}</p>
      <Curve
        points={points.map(({ rating, at }) => ({ value: rating, label: weekLabel(at) }))}
        min={0}
        max={highest}
        title={m.review_matters_curve({
          first: first.rating,
          firstWeek: weekLabel(first.at),
          last: last.rating,
          lastWeek: weekLabel(last.at),
        })}
        nowLabel={m.rating_of_ten({ rating: last.rating })}
      />
      {points.length > 1 && (
        <Details summary={m.review_ratings()}>
          <table className="mv-review-table">
            <thead>
              <tr>
                <th scope="col">{m.review_when()}</th>
                <th scope="col">{m.review_rating()}</th>
              </tr>
            </thead>
            <tbody>
              {points.map(({ rating, at }) => (
                <tr key={at}>
                  <th scope="row">{shortDay(at, now)}</th>
                  <td>{rating}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Details>
      )}
    </Card>
  );
}

/** The parts of life that were talked about: then and now, side by side. Nothing is added up. */
export function AreaTable({ areas }: { areas: NonNullable<ReviewPage['areas']> }) {
  return (
    <Card title={m.review_areas()}>
      <table className="mv-review-table">
        <thead>
          <tr>
            <th scope="col">{m.review_area()}</th>
            <th scope="col">{m.review_then()}</th>
            <th scope="col">{m.review_now()}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {areas.map(({ area, first, latest }) => (
            <tr key={area}>
              <th scope="row">{lifeAreaText(area)}</th>
              <td>{first.rating}</td>
              <td>{latest?.rating ?? <span className="mv-meta">{m.review_not_again()}</span>}</td>
              <td aria-hidden="true">
                <Way from={first.rating} to={latest?.rating} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}

const way = { width: 120, height: 16, edge: 8 };

/** From where it was, a ring, to where it is, a dot, on a line from 0 to 10. */
function Way({ from, to }: { from: number; to: number | undefined }) {
  const x = (rating: number) => way.edge + ((way.width - 2 * way.edge) * rating) / highest;
  const middle = way.height / 2;
  return (
    <svg className="mv-review-way" viewBox={`0 0 ${way.width} ${way.height}`} aria-hidden="true">
      <path className="mv-review-scale" d={`M${way.edge} ${middle}H${way.width - way.edge}`} />
      {to !== undefined && <path className="mv-review-moved" d={`M${x(from)} ${middle}H${x(to)}`} />}
      <circle className="mv-review-then" cx={x(from)} cy={middle} r="4.5" />
      {to !== undefined && <circle className="mv-review-now" cx={x(to)} cy={middle} r="5.5" />}
    </svg>
  );
}
