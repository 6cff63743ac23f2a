import type { GroupSessionPage } from '#contract/group.ts';
import { m } from '#text/generated/messages.js';
import { useForm } from '../app/form.ts';
import { given } from '../app/given-name.ts';
import { SendForm } from '../app/sending.tsx';
import { TextArea } from '../ui/fields.tsx';

interface NotTodayFormProps {
  person: GroupSessionPage['people'][number];
  session: GroupSessionPage['session']['session'];
  onSaved: () => void;
}

/** Sent home kindly: a matter between the person and their contact person, and nobody else. */
export function NotTodayForm({ person, session, onSaved }: NotTodayFormProps) {
  const form = useForm(`not-today ${person.participantId} ${session.id}`, '');
  const submit = async () => {
    const words = form.value.trim();
    const body = {
      session,
      answer: 'came',
      notToday: words ? { words } : {},
      ...(person.attendanceId ? { supersedes: person.attendanceId } : {}),
    };
    const path = `/api/people/${person.participantId}/attendances`;
    if (await form.save(path, body, m.not_today_saved())) onSaved();
  };
  return (
    <SendForm {...form.frame} submit={m.save()} onSubmit={submit}>
      <p>{m.not_today_who_sees({ name: given(person.name) })}</p>
      <TextArea
        label={m.not_today_words()}
        description={m.optional()}
        rows={2}
        maxLength={500}
        value={form.value}
        onChange={form.change}
      />
    </SendForm>
  );
}
