import type { MyPlan } from '#contract/plan.ts';
import { m } from '#text/generated/messages.js';
import { Everything } from '../insight/everything.tsx';
import { WeakLogin } from '../login/weak-login.tsx';
import { MyRights } from '../rights/my-rights.tsx';

/** «Alt om meg»: a copy, and what one may ask for. */
export function EverythingScreen({ plan }: { plan: MyPlan }) {
  return (
    <div className="mv-stack">
      {plan.closed.length === 0 ? <Everything /> : <WeakLogin plan={plan} lead={m.copy_strong()} />}
      <MyRights participantId={plan.participantId} />
    </div>
  );
}
