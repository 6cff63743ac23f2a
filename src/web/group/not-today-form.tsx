import type { GroupSessionPage } from '#contract/group.ts';
import { m } from '#text/generated/messages.js';
import { useDraft } from '../app/draft.ts';
import { SendForm, useSend } from '../app/sending.tsx';
import { TextArea } from '../ui/fields.tsx';
import { useToast } from '../ui/toast.tsx';

interface NotTodayFormProps {
  person: GroupSessionPage['people'][number];
  session: GroupSessionPage['session']['session'];
  onSaved: () => void;
}

/** Sent home kindly: a matter between the person and their contact person, and nobody else. */
export function NotTodayForm({ person, session, onSaved }: NotTodayFormProps) {
  const { value, change, done, restored } = useDraft(`not-today ${person.participantId} ${session.id}`, '');
  const sending = useSend();
  const toast = useToast();
  const submit = async () => {
    const saved = await sending.send(`/api/people/${person.participantId}/attendances`, {
      session,
      answer: 'came',
      notToday: value.trim() ? { words: value.trim() } : {},
      ...(person.attendanceId ? { supersedes: person.attendanceId } : {}),
    });
    if (!saved) return;
    done();
    toast({ text: m.not_today_saved() });
    onSaved();
  };
  return (
    <SendForm sending={sending} submit={m.save()} onSubmit={submit} restored={restored}>
      <p>{m.not_today_who_sees({ name: person.name.split(' ')[0] ?? person.name })}</p>
      <TextArea
        label={m.not_today_words()}
        description={m.optional()}
        rows={2}
        maxLength={500}
        value={value}
        onChange={change}
      />
    </SendForm>
  );
}
