import { m } from '#text/generated/messages.js';
import { useForm } from '../app/form.ts';
import { SendForm } from '../app/sending.tsx';
import { TextArea } from '../ui/fields.tsx';

export interface EnrolmentProps {
  participantId: string;
  enrolmentId: string;
  name: string;
  service: string;
  onSaved: () => void;
}

/** The place stands and the steps wait. Why is asked only of one who may write what few may read. */
export function HoldForm({ mayWriteWhy, ...props }: EnrolmentProps & { mayWriteWhy: boolean }) {
  const { participantId, enrolmentId, name, service, onSaved } = props;
  const form = useForm(`hold ${enrolmentId}`, '');
  const submit = async () => {
    const path = `/api/people/${participantId}/enrolments/${enrolmentId}/holds`;
    const body = { why: mayWriteWhy ? form.value.trim() : '' };
    if (await form.save(path, body, m.hold_saved({ name }))) onSaved();
  };
  return (
    <SendForm {...form.frame} submit={m.hold_do()} onSubmit={submit}>
      <p>{m.hold_lead({ name, service })}</p>
      {mayWriteWhy && (
        <TextArea
          label={m.hold_why()}
          description={m.hold_why_note({ name })}
          rows={2}
          maxLength={2000}
          value={form.value}
          onChange={form.change}
        />
      )}
    </SendForm>
  );
}

interface ReturnProps extends EnrolmentProps {
  /** After a hold, or after an end. */
  how: 'returns' | 'reopenings';
  /** The welcome is a message, for those who may write one. */
  mayWelcome: boolean;
}

export function ReturnForm({ how, mayWelcome, ...props }: ReturnProps) {
  const { participantId, enrolmentId, name, onSaved } = props;
  const form = useForm<string>(`${how} ${enrolmentId}`, m.return_welcome_words({ name }));
  const submit = async () => {
    const path = `/api/people/${participantId}/enrolments/${enrolmentId}/${how}`;
    const body = { welcome: mayWelcome ? form.value.trim() : '' };
    if (await form.save(path, body, m.return_saved({ name }))) onSaved();
  };
  return (
    <SendForm {...form.frame} submit={how === 'returns' ? m.return_do() : m.reopen_do()} onSubmit={submit}>
      <p>{m.return_lead({ name })}</p>
      {mayWelcome && (
        <TextArea
          label={m.return_welcome({ name })}
          description={m.return_welcome_note({ name })}
          rows={3}
          maxLength={1000}
          value={form.value}
          onChange={form.change}
        />
      )}
    </SendForm>
  );
}
