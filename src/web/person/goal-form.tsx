import { useState } from 'react';
import { m } from '#text/generated/messages.js';
import { useDraft } from '../app/draft.ts';
import { SendForm, useSend } from '../app/sending.tsx';
import { TextArea, TextField } from '../ui/fields.tsx';
import { useToast } from '../ui/toast.tsx';
import type { ActProps } from './acts.ts';

/** Wanted, present, and the ways between: the same four questions every time. */
export function GoalForm({ page, name, done: close }: ActProps) {
  const { value, change, done, restored } = useDraft(`goal ${page.participantId}`, {
    title: '',
    wanted: '',
    present: '',
    ways: '',
  });
  const sending = useSend();
  const toast = useToast();
  const [tried, setTried] = useState(false);
  const submit = async () => {
    setTried(true);
    if (!value.title.trim()) return;
    const filled = Object.entries(value)
      .map(([field, words]) => [field, words.trim()] as const)
      .filter(([, words]) => words);
    const saved = await sending.send(`/api/people/${page.participantId}/goals`, Object.fromEntries(filled));
    if (!saved) return;
    done();
    toast({ text: m.goal_saved_title({ title: value.title.trim() }) });
    close();
  };
  const area = (field: 'wanted' | 'present' | 'ways', label: string) => (
    <TextArea
      label={label}
      rows={2}
      maxLength={1000}
      value={value[field]}
      onChange={(words) => change({ ...value, [field]: words })}
    />
  );
  return (
    <SendForm sending={sending} submit={m.save()} onSubmit={submit} restored={restored}>
      <TextField
        label={m.goal_what({ name })}
        description={m.goal_what_note()}
        maxLength={200}
        required
        value={value.title}
        onChange={(title) => change({ ...value, title })}
        error={tried && !value.title.trim() ? m.field_needed() : undefined}
      />
      {area('wanted', m.goal_field_wanted())}
      {area('present', m.goal_field_present())}
      {area('ways', m.goal_field_ways())}
    </SendForm>
  );
}
