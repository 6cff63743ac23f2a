import type { Merge } from '#contract/merge.ts';
import { m } from '#text/generated/messages.js';
import { shortDay } from '../app/dates.ts';
import { ProblemNotice } from '../app/query-view.tsx';
import { ReasonForm } from '../app/reason.tsx';
import { useSend } from '../app/sending.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { useToast } from '../ui/toast.tsx';

interface MergedProps {
  merge: Merge;
  now: string;
}

/** Who said that they are one, and whether it is sure. */
export function SaidToBeOne({ merge: { by, at, reason, confirmedBy, sure }, now }: MergedProps) {
  return (
    <div>
      <p>{m.same_is({ name: by, day: shortDay(at, now), reason })}</p>
      {confirmedBy && <p>{m.same_second({ name: confirmedBy })}</p>}
      {!sure && <p className="mv-meta">{m.same_unsure()}</p>}
    </div>
  );
}

/** The way to say the same, and the way back. */
export function Merged({ merge, now }: MergedProps) {
  const [one = '', other = ''] = merge.rows ?? [];
  return (
    <>
      <Card>
        <SaidToBeOne merge={merge} now={now} />
        {merge.mayConfirm && <Confirm merge={merge} />}
      </Card>
      <Card title={m.split_title()}>
        <ReasonForm
          draft={`split ${merge.id}`}
          label={m.split_reason()}
          description={m.same_reason_note()}
          submit={m.split_title()}
          savedText={m.split_saved()}
          path={`/api/people/${one}/merges/${merge.id}/splits`}
          bodyOf={(reason) => ({ otherId: other, reason })}
          onSaved={() => undefined}
        >
          <p>{m.split_lead()}</p>
        </ReasonForm>
      </Card>
    </>
  );
}

function Confirm({ merge }: { merge: Merge }) {
  const [one = '', otherId = ''] = merge.rows ?? [];
  const { send, busy, error } = useSend();
  const toast = useToast();
  const confirm = async () => {
    if (await send(`/api/people/${one}/merges/${merge.id}/confirmations`, { otherId }))
      toast({ text: m.same_confirm_saved() });
  };
  return (
    <>
      <p>{m.same_confirm_lead()}</p>
      {error && <ProblemNotice error={error} />}
      <div>
        <Button busy={busy} onClick={confirm}>
          {m.same_confirm()}
        </Button>
      </div>
    </>
  );
}
