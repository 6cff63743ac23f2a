import type { MyPlan } from '#contract/plan.ts';
import { m } from '#text/generated/messages.js';
import { Everything } from '../insight/everything.tsx';
import { MyRights } from '../rights/my-rights.tsx';
import { later } from './later.tsx';

const WeakLogin = later(async () => (await import('../login/weak-login.tsx')).WeakLogin);

/** «Alt om meg»: a copy, and what one may ask for. */
export function EverythingScreen({ plan }: { plan: MyPlan }) {
  return (
    <div className="mv-stack">
      {plan.closed.length === 0 ? <Everything /> : <WeakLogin plan={plan} lead={m.copy_strong()} />}
      <MyRights participantId={plan.participantId} />
    </div>
  );
}
