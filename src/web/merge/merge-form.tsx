import type { TwoRows } from '#contract/merge.ts';
import { m } from '#text/generated/messages.js';
import { useForm } from '../app/form.ts';
import { ReasonField } from '../app/reason.tsx';
import { SendForm } from '../app/sending.tsx';
import { Card } from '../ui/card.tsx';
import { ChoiceChips } from '../ui/choice-chips.tsx';
import { Notice } from '../ui/notice.tsx';

interface MergeFormProps {
  two: TwoRows;
  stands: string;
  other: string;
}

interface Draft {
  askedBy?: 'participant' | 'worker';
  reason: string;
}

/** Says that the two are one: what will happen stands first. */
export function MergeForm({ two, stands, other }: MergeFormProps) {
  const form = useForm<Draft>(`merge ${stands} ${other}`, { reason: '' });
  const { askedBy } = form.value;
  const reason = form.value.reason.trim();
  if (!two.mayMerge) return <Notice tone="wait">{m.same_not_yours()}</Notice>;
  if (two.numbers === 'differ') return <Notice tone="wait">{m.same_numbers_differ()}</Notice>;
  const send = async () => {
    if (!askedBy || !reason) return;
    await form.save(`/api/people/${stands}/merges`, { otherId: other, askedBy, reason }, m.same_saved());
  };
  return (
    <Card>
      <div className="merge-columns">
        <div>
          <h2 className="mv-h3">{m.same_what()}</h2>
          <ul className="merge-what">
            <li>{m.same_what_one()}</li>
            <li>{m.same_what_nobody()}</li>
            <li>{m.same_what_blocks()}</li>
            <li>{two.numbers === 'same' ? m.same_what_told() : m.same_what_second()}</li>
            <li>{m.same_what_back()}</li>
          </ul>
        </div>
        <SendForm {...form.frame} submit={m.same_yes()} onSubmit={send}>
          <ChoiceChips
            legend={m.same_asked()}
            options={[
              { value: 'participant', label: m.same_asked_person() },
              { value: 'worker', label: m.same_asked_us() },
            ]}
            value={askedBy}
            onChange={(who) => form.set({ askedBy: who })}
            error={form.chosen(askedBy)}
          />
          <ReasonField
            label={m.same_reason()}
            description={m.same_reason_note()}
            value={form.value.reason}
            onChange={(words) => form.set({ reason: words })}
            error={form.needed(form.value.reason)}
          />
        </SendForm>
      </div>
    </Card>
  );
}
