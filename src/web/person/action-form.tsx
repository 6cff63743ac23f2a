import { useState } from 'react';
import type { Action, Goal } from '#contract/plan.ts';
import { m } from '#text/generated/messages.js';
import { dayOf } from '../app/dates.ts';
import { useDraft } from '../app/draft.ts';
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
  const { value, change, done, restored } = useDraft<Draft>(
    `action ${page.participantId} ${action?.versionId ?? first.goal}`,
    first,
  );
  const { sending, add, rewrite, takeAway } = useAction(page.participantId);
  const [tried, setTried] = useState(false);
  const nobody = value.doer === 'worker' && !value.worker.worker;
  const title = value.title.trim();
  const needed = (text: string) => (tried && !text.trim() ? m.field_needed() : undefined);
  const submit = async () => {
    setTried(true);
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
    if (!saved) return;
    done();
    close();
  };
  return (
    <SendForm sending={sending} submit={m.save()} onSubmit={submit} restored={restored}>
      {goals.length > 1 && !action && (
        <SelectField
          label={m.action_for()}
          value={value.goal}
          options={goals.map(({ id, title: goal }) => ({ value: id, label: goal }))}
          onChange={(goal) => change({ ...value, goal })}
        />
      )}
      <TextField
        label={m.action_what()}
        maxLength={200}
        required
        value={value.title}
        onChange={(text) => change({ ...value, title: text })}
        error={needed(value.title)}
      />
      <Who
        value={value}
        change={change}
        name={name}
        page={page}
        error={tried && nobody ? m.field_choose_needed() : undefined}
      />
      <TextField
        label={m.action_by_day()}
        type="date"
        min={dayOf(page.now)}
        value={value.day}
        onChange={(day) => change({ ...value, day })}
      />
      {action && (
        <>
          <TextField
            label={m.why_changed()}
            maxLength={500}
            value={value.why}
            onChange={(why) => change({ ...value, why })}
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
  change: (value: Draft) => void;
  error: string | undefined;
}

function Who({ value, change, name, page, error }: WhoProps) {
  return (
    <>
      <ChoiceChips<Doer>
        legend={m.action_who()}
        options={[
          { value: 'worker', label: m.doer_one_of_us() },
          { value: 'participant', label: name },
        ]}
        value={value.doer}
        onChange={(doer) => change({ ...value, doer })}
      />
      {value.doer === 'worker' && (
        <WorkerField
          label={m.doer_name()}
          first={page.team ?? []}
          value={value.worker}
          onChange={(worker) => change({ ...value, worker })}
          error={error}
        />
      )}
    </>
  );
}
