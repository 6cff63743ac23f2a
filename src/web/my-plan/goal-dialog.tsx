import { useState } from 'react';
import type { MyPlan } from '#contract/plan.ts';
import { m } from '#text/generated/messages.js';
import { useDraft } from '../app/draft.ts';
import { SendForm, useSend } from '../app/sending.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextArea, TextField } from '../ui/fields.tsx';
import { useToast } from '../ui/toast.tsx';

const blank = { title: '', wanted: '', present: '', ways: '' };
type Words = typeof blank;

const filled = (words: Words) =>
  Object.fromEntries(
    Object.entries(words)
      .map(([key, text]) => [key, text.trim()])
      .filter(([, text]) => text),
  );

export function GoalDialog({ plan, onClose }: { plan: MyPlan; onClose: () => void }) {
  const sending = useSend();
  const toast = useToast();
  const draft = useDraft('new-goal', blank);
  const [tried, setTried] = useState(false);
  const words = draft.value;
  const set = (key: keyof Words) => (value: string) => draft.change({ ...words, [key]: value });
  const optional = (label: string) => `${label} (${m.optional().toLowerCase()})`;
  const submit = async () => {
    setTried(true);
    const goal = { title: words.title.trim(), ...filled(words) };
    if (!goal.title || !(await sending.send(`/api/people/${plan.participantId}/goals`, goal))) return;
    draft.done();
    toast({ text: m.goal_saved() });
    onClose();
  };
  return (
    <Dialog title={m.goal_add()} closeLabel={m.close()} onClose={onClose}>
      <SendForm sending={sending} submit={m.save()} onSubmit={submit} restored={draft.restored} fullWidth>
        <TextField
          label={m.goal_field()}
          value={words.title}
          onChange={set('title')}
          maxLength={200}
          error={tried && !words.title.trim() ? m.field_needed() : undefined}
        />
        <TextArea
          label={optional(m.goal_present())}
          value={words.present}
          onChange={set('present')}
          maxLength={1000}
          rows={2}
        />
        <TextArea
          label={optional(m.goal_wanted())}
          value={words.wanted}
          onChange={set('wanted')}
          maxLength={1000}
          rows={2}
        />
        <TextArea
          label={optional(m.goal_ways())}
          value={words.ways}
          onChange={set('ways')}
          maxLength={1000}
          rows={2}
        />
      </SendForm>
    </Dialog>
  );
}
