import type { RetentionRun } from '#contract/retention.ts';
import { m } from '#text/generated/messages.js';
import { readAgain } from '../app/queries.ts';
import { ReasonForm } from '../app/reason.tsx';
import { SendForm, useSend } from '../app/sending.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useToast } from '../ui/toast.tsx';
import { peopleWords, rowWords } from './counted.tsx';

interface AnswerProps {
  path: string;
  onClose: () => void;
}

/** A yes to exactly what is shown: its fingerprint goes along, and another plan than that is refused. */
export function Approve({
  path,
  planned,
  onClose,
}: AnswerProps & { planned: NonNullable<RetentionRun['planned']> }) {
  const sending = useSend();
  const toast = useToast();
  const approve = async () => {
    // Refused, it is not what it was: the screen behind says what it is now.
    if (!(await sending.send(`${path}/approvals`, { proof: planned.proof }))) return readAgain();
    toast({ text: m.keep_approved_saved() });
    onClose();
  };
  return (
    <Dialog title={m.keep_approve()} closeLabel={m.close()} onClose={onClose}>
      <SendForm sending={sending} submit={m.keep_approve_yes()} onSubmit={approve}>
        <p>
          <strong>
            {m.keep_would_go({ rows: rowWords(planned.rows), people: peopleWords(planned.people) })}
          </strong>
        </p>
        <p>{m.keep_approve_means()}</p>
      </SendForm>
    </Dialog>
  );
}

export const TurnDown = ({ path, onClose }: AnswerProps) => (
  <Dialog title={m.keep_turn_down()} closeLabel={m.close()} onClose={onClose}>
    <ReasonForm
      draft={`turn down ${path}`}
      label={m.keep_turn_down_because()}
      maxLength={500}
      submit={m.keep_turn_down()}
      savedText={m.keep_turned_down_saved()}
      path={`${path}/refusals`}
      bodyOf={(because) => ({ because })}
      onSaved={onClose}
    >
      <p>{m.keep_turn_down_means()}</p>
    </ReasonForm>
  </Dialog>
);
