import { m } from '#text/generated/messages.js';
import { useDraft } from '../app/draft.ts';
import { SendForm, useSend } from '../app/sending.tsx';
import { TextArea } from '../ui/fields.tsx';
import { useToast } from '../ui/toast.tsx';

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
  const draft = useDraft(`hold ${enrolmentId}`, '');
  const sending = useSend();
  const toast = useToast();
  const why = draft.value.trim();
  const submit = async () => {
    const saved = await sending.send(`/api/people/${participantId}/enrolments/${enrolmentId}/holds`, {
      why: mayWriteWhy ? why : '',
    });
    if (!saved) return;
    draft.done();
    toast({ text: m.hold_saved({ name }) });
    onSaved();
  };
  return (
    <SendForm sending={sending} submit={m.hold_do()} onSubmit={submit} restored={draft.restored}>
      <p>{m.hold_lead({ name, service })}</p>
      {mayWriteWhy && (
        <TextArea
          label={m.hold_why()}
          description={m.hold_why_note({ name })}
          rows={2}
          maxLength={2000}
          value={draft.value}
          onChange={draft.change}
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
  const draft = useDraft<string>(`${how} ${enrolmentId}`, m.return_welcome_words({ name }));
  const sending = useSend();
  const toast = useToast();
  const welcome = draft.value.trim();
  const submit = async () => {
    const saved = await sending.send(`/api/people/${participantId}/enrolments/${enrolmentId}/${how}`, {
      welcome: mayWelcome ? welcome : '',
    });
    if (!saved) return;
    draft.done();
    toast({ text: m.return_saved({ name }) });
    onSaved();
  };
  return (
    <SendForm
      sending={sending}
      submit={how === 'returns' ? m.return_do() : m.reopen_do()}
      onSubmit={submit}
      restored={draft.restored}
    >
      <p>{m.return_lead({ name })}</p>
      {mayWelcome && (
        <TextArea
          label={m.return_welcome({ name })}
          description={m.return_welcome_note({ name })}
          rows={3}
          maxLength={1000}
          value={draft.value}
          onChange={draft.change}
        />
      )}
    </SendForm>
  );
}
