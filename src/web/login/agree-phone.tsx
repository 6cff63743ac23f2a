import { useState } from 'react';
import { m } from '#text/generated/messages.js';
import { CodeForm } from '../app/code-form.tsx';
import { useAct } from '../app/queries.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { useToast } from '../ui/toast.tsx';

interface AgreePhoneProps {
  participantId: string;
  /** What the participant is called, where a worker sits beside them. */
  beside?: string;
  onSaved: () => void;
  onCancel: () => void;
}

/** A number for codes: it counts when the code that was sent there has been typed, so that a wrong digit lets nobody in. */
export function AgreePhone({ participantId, beside, onSaved, onCancel }: AgreePhoneProps) {
  const act = useAct();
  const toast = useToast();
  const [sent, setSent] = useState<{ id: string; phone: string }>();
  const [notices, setNotices] = useState(false);
  const all = `/api/people/${participantId}`;
  const cancel = (
    <div>
      <Button variant="tertiary" color="neutral" onClick={onCancel}>
        {m.cancel()}
      </Button>
    </div>
  );
  if (sent === undefined)
    return (
      <CodeForm
        key="phone"
        digits="phone"
        label={beside === undefined ? m.my_phone_new() : m.phone_new_of({ name: beside })}
        note={m.my_phone_new_note()}
        submit={m.my_phone_send()}
        send={async (phone) => {
          const answer = await act.mutateAsync({ path: `${all}/login-phone-codes`, body: { phone } });
          setSent({ id: answer.id, phone });
        }}
      >
        {cancel}
      </CodeForm>
    );
  return (
    <CodeForm
      key="code"
      digits="code"
      label={m.login_digits_field()}
      note={beside === undefined ? m.my_phone_code_note() : m.phone_code_note_of({ name: beside })}
      submit={m.my_phone_agree()}
      lead={
        <>
          <p role="status">{m.my_phone_sent({ phone: sent.phone })}</p>
          <Checkbox
            checked={notices}
            onChange={setNotices}
            label={beside === undefined ? m.my_phone_notices() : m.phone_notices_of({ name: beside })}
            note={m.my_phone_notices_note()}
          />
        </>
      }
      send={async (code) => {
        await act.mutateAsync({ path: `${all}/sent-codes/${sent.id}/confirmations`, body: { code } });
        await act.mutateAsync({
          path: `${all}/login-phones`,
          body: { phone: sent.phone, confirmed: sent.id, notices },
        });
        toast({ text: m.my_phone_agreed() });
        onSaved();
      }}
    >
      {cancel}
    </CodeForm>
  );
}
