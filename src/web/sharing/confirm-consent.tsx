import { m } from '#text/generated/messages.js';
import { CodeForm } from '../app/code-form.tsx';
import { useAct } from '../app/queries.ts';
import { Button } from '../ui/button.tsx';
import { useToast } from '../ui/toast.tsx';

export interface SentConsent {
  id: string;
  body: object;
  recipient: string;
  /** What the code confirms: this and nothing else. */
  sentence: string;
}

interface ConfirmConsentProps {
  participantId: string;
  name: string;
  sent: SentConsent;
  onDone: () => void;
  onBack: () => void;
}

/** Two look at one sentence; the participant says yes to it by the code that has come to their own phone. */
export function ConfirmConsent({ participantId, name, sent, onDone, onBack }: ConfirmConsentProps) {
  const act = useAct();
  const toast = useToast();
  const all = `/api/people/${participantId}`;
  return (
    <CodeForm
      digits="code"
      label={m.consent_code_field({ name })}
      note={m.consent_code_note({ name })}
      submit={m.consent_code_yes({ name })}
      lead={
        <div className="share-sentence" role="status">
          <p className="mv-meta">{m.consent_code_sent({ name })}</p>
          <p>
            <b>{sent.sentence}</b>
          </p>
        </div>
      }
      send={async (code) => {
        await act.mutateAsync({ path: `${all}/sent-codes/${sent.id}/confirmations`, body: { code } });
        await act.mutateAsync({ path: `${all}/consents`, body: { ...sent.body, confirmed: sent.id } });
        toast({ text: m.sharing_given({ recipient: sent.recipient }) });
        onDone();
      }}
    >
      <p className="mv-meta">{m.paper_means({ name })}</p>
      <div>
        <Button variant="tertiary" color="neutral" onClick={onBack}>
          {m.consent_code_back()}
        </Button>
      </div>
    </CodeForm>
  );
}
