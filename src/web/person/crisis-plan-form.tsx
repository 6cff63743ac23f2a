import { m } from '#text/generated/messages.js';
import { WriteCrisisPlan } from '../app/write-crisis-plan.tsx';
import type { ActProps } from './acts.ts';

export const CrisisPlanForm = ({ page, name, done }: ActProps) => (
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
