import { useState } from 'react';
import type { MyPlan } from '#contract/plan.ts';
import { m } from '#text/generated/messages.js';
import { shortDay } from '../app/dates.ts';
import { DoesNotFit } from '../app/does-not-fit.tsx';
import { WriteCrisisPlan } from '../app/write-crisis-plan.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';

const parts = [
  { key: 'signs', label: m.crisis_signs },
  { key: 'helps', label: m.crisis_helps },
  { key: 'call', label: m.crisis_call },
] as const;

export function CrisisDialog({ plan, onClose }: { plan: MyPlan; onClose: () => void }) {
  const [writing, setWriting] = useState(false);
  return (
    <Dialog title={m.crisis_button()} closeLabel={m.close()} onClose={onClose}>
      <div className="mv-stack">
        {writing ? (
          <WriteCrisisPlan
            participantId={plan.participantId}
            standing={plan.crisisPlan}
            strengths={plan.strengths}
            labels={{ helps: m.crisis_helps(), call: m.crisis_call() }}
            savedText={m.crisis_saved()}
            color="berry"
            onSaved={() => setWriting(false)}
            onCancel={() => setWriting(false)}
          />
        ) : (
          <CrisisWords
            plan={plan}
            onWrite={plan.may.includes('crisis-plan') ? () => setWriting(true) : undefined}
          />
        )}
        <Emergency />
      </div>
    </Dialog>
  );
}

/** Numbers that answer around the clock, as links that call. */
export function Emergency() {
  return (
    <div className="plan-emergency">
      <p>
        {m.crisis_danger()} <a href="tel:113">{m.crisis_ring({ number: '113' })}</a>
      </p>
      <p>
        {m.crisis_talk()} <a href="tel:116123">{m.crisis_ring({ number: '116 123' })}</a>
      </p>
      <p className="mv-meta">{m.crisis_always_open()}</p>
    </div>
  );
}

interface CrisisWordsProps {
  plan: MyPlan;
  /** Left out in a login that does not open it for writing. */
  onWrite: (() => void) | undefined;
}

function CrisisWords({ plan, onWrite }: CrisisWordsProps) {
  const { crisisPlan: written, now, participantId } = plan;
  if (!written) {
    return (
      <>
        <p>{m.crisis_empty()}</p>
        {onWrite === undefined ? (
          <p className="mv-meta">{m.crisis_write_stronger()}</p>
        ) : (
          <Button color="berry" onClick={onWrite}>
            {m.crisis_write()}
          </Button>
        )}
      </>
    );
  }
  return (
    <>
      {parts.map(
        ({ key, label }) =>
          written[key] && (
            <section key={key}>
              <h3 className="mv-h3">{label()}</h3>
              <p className="plan-lines">{written[key]}</p>
            </section>
          ),
      )}
      <p className="mv-meta">{m.crisis_written({ day: shortDay(written.writtenAt, now) })}</p>
      {onWrite === undefined ? (
        <p className="mv-meta">{m.crisis_write_stronger()}</p>
      ) : (
        <div>
          <Button variant="secondary" color="berry" onClick={onWrite}>
            {m.change()}
          </Button>{' '}
          <DoesNotFit
            participantId={participantId}
            about={{ table: 'crisis_plan', id: written.factId }}
            named={m.crisis_button()}
          />
        </div>
      )}
    </>
  );
}
