import { m } from '#text/generated/messages.js';
import { between, exactMoment } from '../app/dates.ts';
import { Card } from '../ui/card.tsx';
import { Details } from '../ui/details.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { barLength, countText, type Service, shortLength } from './counts.ts';

const ruleCounted: Record<string, () => string> = {
  'enquiry-unanswered': m.counted_rule_enquiry,
  'step-due': m.counted_rule_step,
  'promise-overdue': m.counted_rule_promise,
  'action-overdue': m.counted_rule_action,
  'contact-person-missing': m.counted_rule_contact_person,
  'discharge-unmet': m.counted_rule_discharge,
  'wish-unanswered': m.counted_rule_wish,
  'children-not-asked': m.counted_rule_children,
  'child-next': m.counted_rule_child,
  'look-unexplained': m.counted_rule_look,
  'rights-unanswered': m.counted_rule_rights,
};

const ruleNames: Record<string, () => string> = {
  'enquiry-unanswered': m.gap_enquiry,
  'step-due': m.gap_step,
  'promise-overdue': m.gap_promise,
  'action-overdue': m.gap_action,
  'contact-person-missing': m.gap_contact_person,
  'discharge-unmet': m.gap_discharge,
  'wish-unanswered': m.gap_wish,
  'children-not-asked': m.gap_children,
  'child-next': m.gap_child_next,
  'look-unexplained': m.gap_look,
  'rights-unanswered': m.gap_rights,
};

const ruleName = (rule: string) => ruleNames[rule]?.() ?? rule;

/** A few must look like a few, also when nothing is longer. */
const shortestScale = 8;

/** What the services owe, rule by rule, with bars that are read by eye and numbers that are read aloud. */
export function GapTable({ gaps, now }: { gaps: Service['gaps']; now: string }) {
  const longest = Math.max(shortestScale, ...gaps.map(({ open }) => barLength(open)));
  return (
    <Card title={m.gaps_title()}>
      {gaps.length === 0 ? (
        <EmptyState>{m.gaps_none()}</EmptyState>
      ) : (
        <table className="mv-gaps">
          <thead>
            <tr>
              <th scope="col">{m.gaps_rule()}</th>
              <th scope="col">{m.gaps_now()}</th>
              <th scope="col">{m.gaps_oldest()}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {gaps.map(({ rule, open, oldestOpensAt }) => (
              <tr key={rule}>
                <th scope="row">{ruleName(rule)}</th>
                <td>{countText(open)}</td>
                <td title={oldestOpensAt && exactMoment(oldestOpensAt)}>
                  {oldestOpensAt ? shortLength(between(oldestOpensAt, now)) : '–'}
                </td>
                <td aria-hidden="true">
                  <svg className="mv-bar" width="100%" height="12" aria-hidden="true">
                    <rect className="mv-bar-track" width="100%" height="12" rx="4" />
                    <rect width={`${(100 * barLength(open)) / longest}%`} height="12" rx="4" />
                  </svg>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Details summary={m.how_counted()}>
        <p className="mv-meta">{m.counted_gaps()}</p>
        <dl className="mv-counted">
          {gaps.map(({ rule }) => (
            <div key={rule}>
              <dt>{ruleName(rule)}</dt>
              <dd className="mv-meta">{ruleCounted[rule]?.()}</dd>
            </div>
          ))}
        </dl>
      </Details>
    </Card>
  );
}
