import type { MyPlan } from '#contract/plan.ts';
import { Everything } from '../insight/everything.tsx';
import { MyRights } from '../rights/my-rights.tsx';

/** «Alt om meg»: a copy, and what one may ask for. */
export function EverythingScreen({ plan }: { plan: MyPlan }) {
  return (
    <div className="mv-stack">
      <Everything />
      <MyRights participantId={plan.participantId} />
    </div>
  );
}
