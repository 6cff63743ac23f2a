import type { Action, Goal } from '#contract/plan.ts';
import { m } from '#text/generated/messages.js';
import { dayOf } from '../app/dates.ts';
import { useForm } from '../app/form.ts';
import { ReasonField } from '../app/reason.tsx';
import { SendForm } from '../app/sending.tsx';
import { WordsBefore } from '../app/words-before.tsx';
import { useAction } from '../app/write-action.ts';
import { Button } from '../ui/button.tsx';
import { ChoiceChips } from '../ui/choice-chips.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { SelectField, TextField } from '../ui/fields.tsx';
import type { ActProps } from './acts.ts';
import { type ChosenWorker, noWorker, WorkerField } from './worker-field.tsx';

type Doer = 'participant' | 'worker';

interface Draft {
  goal: string;
  title: string;
  doer: Doer;
  worker: ChosenWorker;
  day: string;
  why: string;
}

const draftOf = ({ title, doer, doerName, worker, dueDay }: Action, goal: Goal): Draft => ({
  goal: goal.id,
  title,
  doer,
  worker: worker ? { typed: doerName, worker } : noWorker,
  day: dueDay ?? '',
  why: '',
});

/** What somebody does towards a goal: who, and by when. */
export function ActionForm(props: ActProps) {
  const goal = props.about ?? props.page.goals?.[0]?.id ?? '';
  const first: Draft = { goal, title: '', doer: 'worker', worker: noWorker, day: '', why: '' };
  return <Form {...props} first={first} />;
}

/** Other words, somebody else, another day, or not after all. */
export function ChangeActionForm(props: ActProps) {
  for (const goal of props.page.goals ?? []) {
    const action = goal.actions?.find(({ id }) => id === props.about);
    if (action?.doneAt) return <EmptyState>{m.action_done_first()}</EmptyState>;
    if (action) return <Form {...props} action={action} first={draftOf(action, goal)} />;
  }
  return <EmptyState>{m.remind_gone()}</EmptyState>;
}

function Form({ page, name, done: close, action, first }: ActProps & { action?: Action; first: Draft }) {
  const goals = page.goals ?? [];
  const form = useForm<Draft>(`action ${page.participantId} ${action?.versionId ?? first.goal}`, first);
  const { add, rewrite, takeAway } = useAction(page.participantId, form.send);
  const { value, set, needed } = form;
  const nobody = value.doer === 'worker' && !value.worker.worker;
  const title = value.title.trim();
  const submit = async () => {
    if (!title || !value.goal || nobody || (action && !value.why.trim())) return;
    const doing = {
      title,
      doer: value.doer,
      ...(value.doer === 'worker' && value.worker.worker ? { worker: value.worker.worker } : {}),
      ...(value.day ? { dueDay: value.day } : {}),
    };
    const saved = action
      ? await rewrite(action, doing, value.why.trim())
      : await add(value.goal, doing, m.action_saved_title({ title }));
    if (saved) close();
  };
  return (
    <SendForm {...form.frame} submit={m.save()} onSubmit={submit}>
      {goals.length > 1 && !action && (
        <SelectField
          label={m.action_for()}
          value={value.goal}
          options={goals.map(({ id, title: goal }) => ({ value: id, label: goal }))}
          onChange={(goal) => set({ goal })}
        />
      )}
      <TextField
        label={m.action_what()}
        maxLength={200}
        required
        value={value.title}
        onChange={(text) => set({ title: text })}
        error={needed(value.title)}
      />
      <Who value={value} set={set} name={name} page={page} error={form.chosen(!nobody)} />
      <TextField
        label={m.action_by_day()}
        type="date"
        min={dayOf(page.now)}
        value={value.day}
        onChange={(day) => set({ day })}
      />
      {action && (
        <>
          <ReasonField
            label={m.why_changed()}
            value={value.why}
            onChange={(why) => set({ why })}
            error={needed(value.why)}
          />
          <div>
            <Button quiet onClick={() => void takeAway(action, value.goal).then((gone) => gone && close())}>
              {m.remove()}
            </Button>
          </div>
          {action.version > 1 && (
            <WordsBefore path={`/api/people/${page.participantId}/actions/${action.id}`} now={page.now} />
          )}
        </>
      )}
    </SendForm>
  );
}

interface WhoProps extends Pick<ActProps, 'page' | 'name'> {
  value: Draft;
  set: (part: Partial<Draft>) => void;
  error: string | undefined;
}

function Who({ value, set, name, page, error }: WhoProps) {
  return (
    <>
      <ChoiceChips<Doer>
        legend={m.action_who()}
        options={[
          { value: 'worker', label: m.doer_one_of_us() },
          { value: 'participant', label: name },
        ]}
        value={value.doer}
        onChange={(doer) => set({ doer })}
      />
      {value.doer === 'worker' && (
        <WorkerField
          label={m.doer_name()}
          first={page.team ?? []}
          value={value.worker}
          onChange={(worker) => set({ worker })}
          error={error}
        />
      )}
    </>
  );
}
