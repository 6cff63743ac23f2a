import type { PersonPage } from '#contract/person.ts';
import { m } from '#text/generated/messages.js';
import { lifeAreaText } from '#text/life-areas.ts';
import { dayOf, nearDay } from '../app/dates.ts';
import { problemText } from '../app/problem.ts';
import { useAct } from '../app/queries.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { Tag } from '../ui/tag.tsx';
import { useToast } from '../ui/toast.tsx';
import { may, type TabProps } from './acts.ts';
import { endedWords, GoalEndingOf } from './goal-ending.tsx';

type Goal = NonNullable<PersonPage['goals']>[number];
type Action = NonNullable<Goal['actions']>[number];

export function Goals({ page, name, open }: TabProps) {
  const { goals = [] } = page;
  return (
    <div className="mv-goals">
      {goals.length === 0 && <p className="mv-empty">{m.goals_none({ name })}</p>}
      {goals
        .toSorted((a, b) => Number(!!a.closed) - Number(!!b.closed))
        .map((goal) => (
          <GoalPart key={goal.id} goal={goal} page={page} name={name} open={open} />
        ))}
      {may(page, 'goals') && (
        <div className="mv-goal-add">
          <Button variant="secondary" onClick={() => open('mal')}>
            {m.goal_new()}
          </Button>
        </div>
      )}
    </div>
  );
}

function GoalPart({ goal, page, name, open }: TabProps & { goal: Goal }) {
  const fields = [
    goal.wanted && m.goal_wants({ words: goal.wanted }),
    goal.present && m.goal_now({ words: goal.present }),
    goal.ways && m.goal_ways_are({ words: goal.ways }),
  ].filter(Boolean);
  return (
    <div className="mv-goal">
      <p>
        <strong>{goal.title}</strong>{' '}
        {goal.closed && <Tag tone="accent">{endedWords(goal.closed, page.now)}</Tag>}{' '}
        <span className="mv-meta">
          {[
            goal.lifeArea && lifeAreaText(goal.lifeArea),
            ...fields,
            goal.saidByParticipant && m.goal_own_words_of({ name }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </p>
      {(goal.closed ? [] : (goal.actions ?? [])).map((action) => (
        <ActionRow
          key={action.id}
          action={action}
          page={page}
          onChange={() => open('endre-tiltak', action.id)}
        />
      ))}
      <div className="mv-row mv-goal-acts mv-no-print">
        {may(page, 'actions') && !goal.closed && (
          <Button
            quiet
            onClick={() => open('tiltak', goal.id)}
            aria-label={m.action_new_for({ goal: goal.title })}
          >
            {m.action_new()}
          </Button>
        )}
        {may(page, 'goals') && !goal.closed && (
          <Button
            quiet
            onClick={() => open('endre-mal', goal.id)}
            aria-label={m.goal_change_named({ goal: goal.title })}
          >
            {m.goal_change()}
          </Button>
        )}
        {may(page, 'goals') && <GoalEndingOf page={page} goal={goal} />}
      </div>
    </div>
  );
}

interface ActionRowProps {
  action: Action;
  page: PersonPage;
  onChange: () => void;
}

function ActionRow({ action, page, onChange }: ActionRowProps) {
  const tick = useTick(page, action);
  const who = action.doerOrganisation ? `${action.doerName}, ${action.doerOrganisation}` : action.doerName;
  return (
    <div className="mv-action">
      <Checkbox
        checked={action.doneAt !== undefined}
        disabled={!may(page, 'actions')}
        onChange={tick}
        label={action.title}
        note={who}
      />
      <span className="mv-action-side">
        <span className={isLate(action, page.now) ? 'mv-late' : 'mv-meta'}>
          {whenWords(action, page.now)}
        </span>
        {may(page, 'actions') && (may(page, 'goals') || action.mine) && !action.doneAt && (
          <Button
            quiet
            className="mv-no-print"
            onClick={onChange}
            aria-label={m.action_change_named({ title: action.title })}
          >
            {m.change()}
          </Button>
        )}
      </span>
    </div>
  );
}

const isLate = ({ doer, doneAt, dueDay }: Action, now: string): boolean =>
  doer === 'worker' && !doneAt && dueDay !== undefined && dueDay < dayOf(now);

/** Late is said of what the services promised; a participant’s own due day is theirs. */
function whenWords(action: Action, now: string): string {
  if (action.doneAt) return m.action_done_at({ day: nearDay(action.doneAt, now) });
  if (!action.dueDay) return '';
  const day = nearDay(action.dueDay, now);
  return isLate(action, now) ? m.action_late({ day }) : m.action_by({ day });
}

/** Ticks off, or takes the tick away again. */
function useTick({ participantId }: PersonPage, action: Action) {
  const act = useAct();
  const toast = useToast();
  const sorry = (error: unknown) => toast({ text: problemText(error) });
  const people = `/api/people/${participantId}`;
  const takeBack = (id: string) =>
    act
      .mutateAsync({
        path: `${people}/action-completions/${id}/withdrawals`,
        body: { supersedes: id, reason: m.action_undo_reason() },
      })
      .then(() => toast({ text: m.action_unticked() }), sorry);
  const complete = () =>
    act.mutateAsync({ path: `${people}/action-completions`, body: { actionId: action.id } }).then(
      ({ id }) =>
        toast({
          text: m.action_ticked({ title: action.title }),
          action: { label: m.undo(), run: () => takeBack(id) },
        }),
      sorry,
    );
  return () => (action.completionId ? takeBack(action.completionId) : complete());
}
