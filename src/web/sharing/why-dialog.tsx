import type { LookUp } from '#contract/look-up.ts';
import { m } from '#text/generated/messages.js';
import { useForm } from '../app/form.ts';
import { SendForm } from '../app/sending.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextArea } from '../ui/fields.tsx';
import { wasRefused } from './look-up-words.ts';

interface WhyDialogProps {
  participantId: string;
  lookUp: LookUp;
  onClose: () => void;
}

/** Asks why. One may say more, and need not: the question alone is enough to be owed an answer. */
export function WhyDialog({ participantId, lookUp, onClose }: WhyDialogProps) {
  const { number, who: name } = lookUp;
  const form = useForm(`why ${number}`, '');
  const words = form.value.trim();
  const ask = async () => {
    const body = { number, ...(words === '' ? {} : { words }) };
    if (await form.save(`/api/people/${participantId}/look-up-questions`, body, m.why_sent())) onClose();
  };
  return (
    <Dialog title={m.why_title({ name })} closeLabel={m.close()} onClose={onClose}>
      <SendForm {...form.frame} submit={m.why_send()} onSubmit={ask} fullWidth>
        <p>{wasRefused(lookUp) ? m.why_owed_refused({ name }) : m.why_owed({ name })}</p>
        <TextArea
          label={m.why_words()}
          description={m.why_words_note()}
          maxLength={1000}
          value={form.value}
          onChange={form.change}
        />
      </SendForm>
    </Dialog>
  );
}
