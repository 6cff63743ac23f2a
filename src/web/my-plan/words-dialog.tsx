import { useState } from 'react';
import type { MyPlan } from '#contract/plan.ts';
import { m } from '#text/generated/messages.js';
import { useDraft } from '../app/draft.ts';
import { SendForm, useSend } from '../app/sending.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextArea } from '../ui/fields.tsx';
import { useToast } from '../ui/toast.tsx';

export function WordsDialog({ plan, onClose }: { plan: MyPlan; onClose: () => void }) {
  const sending = useSend();
  const toast = useToast();
  const draft = useDraft('what-matters', plan.statement?.words ?? '');
  const [tried, setTried] = useState(false);
  const words = draft.value.trim();
  const submit = async () => {
    setTried(true);
    if (!words || !(await sending.send(`/api/people/${plan.participantId}/statements`, { words }))) return;
    draft.done();
    toast({ text: m.matters_saved() });
    onClose();
  };
  return (
    <Dialog title={m.matters_title()} closeLabel={m.close()} onClose={onClose}>
      <SendForm sending={sending} submit={m.save()} onSubmit={submit} restored={draft.restored} fullWidth>
        <TextArea
          label={m.matters_field()}
          description={m.matters_field_note()}
          value={draft.value}
          onChange={draft.change}
          maxLength={2000}
          rows={4}
          error={tried && !words ? m.field_needed() : undefined}
        />
      </SendForm>
    </Dialog>
  );
}
