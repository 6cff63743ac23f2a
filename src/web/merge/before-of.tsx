import type { Before } from '#contract/plan.ts';
import { m } from '#text/generated/messages.js';

/** What the other rows say of that which a person has one of: nothing of it is lost by being on the row that does not stand. */
export function BeforeOf({ before }: { before: readonly Before[] }) {
  return before.map(({ participantId, statement, crisisPlan }) =>
    statement || crisisPlan ? (
      <div key={participantId}>
        <h3 className="mv-h3">{m.twice_before()}</h3>
        <dl className="mv-crisis">
          {statement && (
            <>
              <dt>{m.twice_before_matters()}</dt>
              <dd>{statement.words}</dd>
            </>
          )}
          {crisisPlan && (
            <>
              <dt>{m.crisis_signs()}</dt>
              <dd>{crisisPlan.signs}</dd>
              <dt>{m.crisis_helps()}</dt>
              <dd>{crisisPlan.helps}</dd>
              <dt>{m.crisis_call()}</dt>
              <dd>{crisisPlan.call}</dd>
            </>
          )}
        </dl>
      </div>
    ) : null,
  );
}
