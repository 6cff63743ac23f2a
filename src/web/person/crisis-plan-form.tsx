import { m } from '#text/generated/messages.js';
import { WriteCrisisPlan } from '../app/write-crisis-plan.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import type { ActProps } from './acts.ts';

export function CrisisPlanForm({ page, name, done }: ActProps) {
  // Written, and kept by the participant for themself and those they have named.
  const unseen = !page.crisisPlan && page.steps?.some(({ code, doneAt }) => code === 'crisis-plan' && doneAt);
  if (unseen) return <EmptyState>{m.crisis_not_shared({ name })}</EmptyState>;
  return (
    <div className="mv-stack">
      <p>{m.crisis_lead({ name })}</p>
      <WriteCrisisPlan
        participantId={page.participantId}
        standing={page.crisisPlan}
        strengths={page.strengths}
        labels={{ helps: m.crisis_helps_them(), call: m.crisis_call_them() }}
        savedText={m.saved()}
        onSaved={done}
      />
    </div>
  );
}
