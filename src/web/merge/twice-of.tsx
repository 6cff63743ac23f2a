import { Link } from '@tanstack/react-router';
import type { PersonPage } from '#contract/person.ts';
import { m } from '#text/generated/messages.js';
import { BeforeOf } from './before-of.tsx';
import { SaidToBeOne } from './merged.tsx';
import './merge.css';

/** On the page of somebody who was registered twice: who said so, the way back, and what only the other row has. */
export function TwiceOf({ page: { merges = [], before = [], now } }: { page: PersonPage }) {
  if (merges.length === 0) return null;
  return (
    <section className="merge-here" aria-labelledby="merge-here">
      <div className="mv-stack">
        <h2 id="merge-here" className="mv-h3">
          {m.twice_here()}
        </h2>
        {merges.map((merge) => {
          const [other = '', one = ''] = merge.rows ?? [];
          return (
            <div key={merge.id}>
              <SaidToBeOne merge={merge} now={now} />
              <p>
                <Link to="/samme-person/$one/$other" params={{ one, other }}>
                  {merge.mayConfirm ? m.same_title() : m.twice_both()}
                </Link>
              </p>
            </div>
          );
        })}
        <BeforeOf before={before} />
      </div>
    </section>
  );
}
