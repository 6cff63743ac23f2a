import { useState } from 'react';
import { m } from '#text/generated/messages.js';
import { useDraft } from '../app/draft.ts';
import { SendForm, useSend } from '../app/sending.tsx';
import { StrengthsBeside } from '../app/strengths-beside.tsx';
import { TextArea } from '../ui/fields.tsx';
import { useToast } from '../ui/toast.tsx';
import type { ActProps } from './acts.ts';

export function CrisisPlanForm({ page, name, done: close }: ActProps) {
  const now = page.crisisPlan;
  const { value, change, done, restored } = useDraft(`crisis-plan ${page.participantId}`, {
    signs: now?.signs ?? '',
    helps: now?.helps ?? '',
    call: now?.call ?? '',
  });
  const sending = useSend();
  const toast = useToast();
  const [tried, setTried] = useState(false);
  const nothing = Object.values(value).every((words) => !words.trim());
  const submit = async () => {
    setTried(true);
    if (nothing) return;
    const body = { ...value, ...(now ? { supersedes: now.id } : {}) };
    if (!(await sending.send(`/api/people/${page.participantId}/crisis-plans`, body))) return;
    done();
    toast({ text: m.saved() });
    close();
  };
  return (
    <SendForm sending={sending} submit={m.save()} onSubmit={submit} restored={restored}>
      <p>{m.crisis_lead({ name })}</p>
      <StrengthsBeside strengths={page.strengths} only={['has-helped', 'who-is-there', 'how-to-meet-me']} />
      <TextArea
        label={m.crisis_signs()}
        rows={3}
        maxLength={2000}
        value={value.signs}
        onChange={(signs) => change({ ...value, signs })}
        error={tried && nothing ? m.field_needed() : undefined}
      />
      <TextArea
        label={m.crisis_helps_them()}
        rows={3}
        maxLength={2000}
        value={value.helps}
        onChange={(helps) => change({ ...value, helps })}
      />
      <TextArea
        label={m.crisis_call_them()}
        rows={2}
        maxLength={1000}
        value={value.call}
        onChange={(call) => change({ ...value, call })}
      />
    </SendForm>
  );
}
