import type { MyPlan } from '#contract/plan.ts';
import { m } from '#text/generated/messages.js';
import { scopesText, topicsText, untilText } from './mandate-words.ts';

/** That somebody is one’s guardian, for what, and what they see by it; said plainly, as it is nobody’s leave. */
export function MyGuardians({ plan: { mandates, now } }: { plan: MyPlan }) {
  return mandates.map(({ id, name, scopes, topics, until }) => (
    <div key={id} className="mv-stack">
      <p>
        <strong>{m.guardian_is({ name, scopes: scopesText(scopes) })}</strong> {topicsText(topics)}
      </p>
      <p className="mv-meta">
        {untilText(until, now)} {m.guardian_from_governor()}
      </p>
    </div>
  ));
}
