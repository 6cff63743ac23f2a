import { useState } from 'react';
import type { RetentionDecision, RetentionPlace } from '#contract/retention.ts';
import { m } from '#text/generated/messages.js';
import { keptClassText } from '#text/retention.ts';
import { useForm } from '../app/form.ts';
import { ReasonField } from '../app/reason.tsx';
import { SendForm } from '../app/sending.tsx';
import { ActList } from '../ui/act-list.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { ChoiceChips } from '../ui/choice-chips.tsx';
import { Details } from '../ui/details.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/fields.tsx';
import { saidBy } from './said.ts';

type Kept = RetentionPlace['classes'][number];

/** How long each class stands, who decided it and why, and what was decided before. */
export function Periods({ place, now }: { place: RetentionPlace; now: string }) {
  const [deciding, setDeciding] = useState<Kept>();
  return (
    <Card title={m.keep_periods()}>
      <p className="mv-meta">{m.keep_periods_lead()}</p>
      <ActList>
        {place.classes.map((kept) => (
          <Class key={kept.legalClass} kept={kept} now={now} onDecide={() => setDeciding(kept)} />
        ))}
      </ActList>
      {deciding && (
        <Dialog
          title={keptClassText(deciding.legalClass)}
          closeLabel={m.close()}
          onClose={() => setDeciding(undefined)}
        >
          <PeriodForm
            municipalityId={place.municipalityId}
            kept={deciding}
            onSaved={() => setDeciding(undefined)}
          />
        </Dialog>
      )}
    </Card>
  );
}

function Class({ kept, now, onDecide }: { kept: Kept; now: string; onDecide: () => void }) {
  const name = keptClassText(kept.legalClass);
  const [holds, ...before] = kept.decisions;
  const words = holds === undefined ? m.keep_set() : m.keep_change();
  return (
    <li>
      <div>
        <p>
          <strong>{name}</strong>
        </p>
        <p>{holds === undefined ? m.keep_undecided() : howLong(holds)}</p>
        {holds !== undefined && <Why decision={holds} now={now} />}
        {before.length > 0 && (
          <Details summary={m.keep_before()}>
            {before.map((decision) => (
              <div key={decision.set.at + decision.because}>
                <p>{howLong(decision)}</p>
                <Why decision={decision} now={now} />
              </div>
            ))}
          </Details>
        )}
      </div>
      <Button variant="secondary" color="neutral" aria-label={`${words}: ${name}`} onClick={onDecide}>
        {words}
      </Button>
    </li>
  );
}

const Why = ({ decision, now }: { decision: RetentionDecision; now: string }) => (
  <p className="mv-meta">
    {saidBy(decision.set, now)}. «{decision.because}»
  </p>
);

const howLong = ({ months }: RetentionDecision): string => {
  if (months === undefined) return m.keep_for_ever();
  return months === 1 ? m.keep_month() : m.keep_months({ months });
};

interface PeriodFormProps {
  municipalityId: string;
  kept: Kept;
  onSaved: () => void;
}

function PeriodForm({ municipalityId, kept, onSaved }: PeriodFormProps) {
  const form = useForm(`keep ${municipalityId} ${kept.legalClass}`, {
    how: 'until',
    months: String(kept.decisions[0]?.months ?? ''),
    because: '',
  });
  const { value, set } = form;
  const months = /^[0-9]{1,4}$/.test(value.months.trim()) ? Number(value.months) : 0;
  const fits = value.how === 'ever' || (months >= 1 && months <= 1200);
  const save = async () => {
    const because = value.because.trim();
    if (!fits || !because) return;
    const body = {
      recordClass: kept.legalClass,
      because,
      ...(value.how === 'ever' ? {} : { months }),
    };
    if (await form.save(`/api/retention/${municipalityId}/periods`, body, m.keep_period_saved())) onSaved();
  };
  return (
    <SendForm {...form.frame} submit={m.save()} onSubmit={save}>
      <ChoiceChips
        legend={m.keep_how()}
        options={[
          { value: 'until', label: m.keep_until() },
          { value: 'ever', label: m.keep_ever() },
        ]}
        value={value.how}
        onChange={(how) => set({ how })}
      />
      {value.how === 'until' && (
        <TextField
          label={m.keep_months_field()}
          description={m.keep_months_note()}
          inputMode="numeric"
          maxLength={4}
          value={value.months}
          onChange={(next) => set({ months: next })}
          error={form.missing(!fits, m.keep_months_needed())}
        />
      )}
      <ReasonField
        label={m.keep_because()}
        description={m.keep_because_note()}
        value={value.because}
        onChange={(because) => set({ because })}
        error={form.needed(value.because)}
      />
    </SendForm>
  );
}
