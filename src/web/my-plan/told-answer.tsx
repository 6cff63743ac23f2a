import type { MyPlan } from '#contract/plan.ts';
import type { Told } from '#contract/turn.ts';
import { m } from '#text/generated/messages.js';
import { listOf } from '#text/text.ts';
import '../app/button-link.css';
import { nearDay } from '../app/dates.ts';
import { useForm } from '../app/form.ts';
import { given } from '../app/given-name.ts';
import { ProblemNotice } from '../app/query-view.tsx';
import { SendForm } from '../app/sending.tsx';
import { Button } from '../ui/button.tsx';
import { TextArea } from '../ui/fields.tsx';
import { useToast } from '../ui/toast.tsx';
import { usePlanActs } from './acts.ts';
import { callerOf, readersOf } from './caller.ts';

interface ToldProps {
  plan: MyPlan;
  told: Told;
}

interface ToldAnswerProps extends ToldProps {
  /** It was told twice. */
  again: boolean;
  onClose: () => void;
  onCrisisPlan: () => void;
}

/** What happens next, in concrete words: who calls, by when, and that the place stands. */
export function ToldAnswer({ plan, told, again, onClose, onCrisisPlan }: ToldAnswerProps) {
  const caller = callerOf(plan);
  return (
    <>
      {again && <p role="status">{m.told_already()}</p>}
      {!told.mine && <p>{m.told_written_by_us()}</p>}
      <p className="plan-told-next" role="status">
        {whoCalls(told, plan)} {m.told_place_stands()}
      </p>
      <div className="mv-stack plan-tell">
        {caller?.phone && (
          <a
            className="ds-button mv-button"
            data-variant="primary"
            data-color="accent"
            data-fullwidth=""
            href={`tel:${caller.phone.replaceAll(' ', '')}`}
          >
            {m.told_call_now({ name: given(caller.name) })}
          </a>
        )}
        <Button color="berry" fullWidth onClick={onCrisisPlan}>
          {m.crisis_button()}
        </Button>
      </div>
      {told.words ? (
        <p>{m.told_words({ words: told.words })}</p>
      ) : (
        told.mine && <More key={told.id} plan={plan} told={told} />
      )}
      {told.mine && <TakeBack plan={plan} told={told} onDone={onClose} />}
    </>
  );
}

/** «Siren ringer deg, senest i morgen.» */
export function whoCalls({ by }: Told, plan: MyPlan): string {
  const caller = callerOf(plan);
  // The clock opens at midnight: the day before it is the last one.
  const lastDay = new Date(Date.parse(by) - 1).toISOString();
  const day = nearDay(lastDay, plan.now);
  if (by <= plan.now) return m.told_late({ day });
  return caller ? m.told_calls({ name: given(caller.name), day }) : m.told_calls_nobody({ day });
}

/** Words, for those who want to; they come after. */
function More({ plan, told }: ToldProps) {
  const form = useForm(`telling ${told.id}`, '');
  const words = form.value.trim();
  const readers = readersOf(plan);
  const submit = async () => {
    const path = `/api/people/${plan.participantId}/tellings/${told.id}/words`;
    const text =
      readers.length === 0 ? m.told_more_saved_nobody() : m.told_more_saved({ names: listOf(readers) });
    await form.save(path, { supersedes: told.versionId, words }, text);
  };
  return (
    <SendForm
      {...form.frame}
      variant="secondary"
      submit={words ? m.told_more_send() : undefined}
      onSubmit={submit}
    >
      <TextArea
        label={m.told_more()}
        description={m.told_more_note()}
        value={form.value}
        onChange={form.change}
        maxLength={2000}
        rows={2}
      />
    </SendForm>
  );
}

function TakeBack({ plan, told, onDone }: ToldProps & { onDone: () => void }) {
  const acts = usePlanActs(plan.participantId);
  const toast = useToast();
  const takeBack = async () => {
    if (!(await acts.takeBackTelling(told, m.told_take_back_reason()))) return;
    toast({ text: m.told_taken_back() });
    onDone();
  };
  return (
    <div>
      {acts.error && <ProblemNotice error={acts.error} />}
      <Button quiet busy={acts.busy} onClick={takeBack}>
        {m.told_take_back()}
      </Button>
    </div>
  );
}
