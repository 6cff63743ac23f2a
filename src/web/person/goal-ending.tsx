import type { PersonPage } from '#contract/person.ts';
import { m } from '#text/generated/messages.js';
import { nearDay } from '../app/dates.ts';
import { problemText } from '../app/problem.ts';
import { useAct } from '../app/queries.ts';
import { Button } from '../ui/button.tsx';
import { Details } from '../ui/details.tsx';
import { useToast } from '../ui/toast.tsx';

type Goal = NonNullable<PersonPage['goals']>[number];
type Outcome = 'reached' | 'not-wanted';

/** A goal is reached, or it is not wanted any more. Both are fine, and both can be taken back. */
export function GoalEnding({ page, goal }: { page: PersonPage; goal: Goal }) {
  const act = useAct();
  const toast = useToast();
  const path = `/api/people/${page.participantId}/goal-closures`;
  const onError = (error: unknown) => toast({ text: problemText(error) });
  const reopen = (id: string) =>
    act
      .mutateAsync({
        path: `${path}/${id}/withdrawals`,
        body: { supersedes: id, reason: m.goal_goes_on() },
      })
      .then(() => toast({ text: m.goal_goes_on() }), onError);
  const close = (outcome: Outcome) =>
    act.mutateAsync({ path, body: { goalId: goal.id, outcome } }).then(
      ({ id }) =>
        toast({
          text: m.goal_put_aside({ title: goal.title }),
          action: { label: m.undo(), run: () => reopen(id) },
        }),
      onError,
    );
  const { closed } = goal;
  if (closed)
    return (
      <Button quiet onClick={() => reopen(closed.id)} aria-label={`${m.goal_take_up()}: ${goal.title}`}>
        {m.goal_take_up()}
      </Button>
    );
  return (
    <Details summary={m.goal_end()}>
      <div className="mv-row">
        <Button
          variant="secondary"
          onClick={() => close('reached')}
          aria-label={`${m.goal_is_reached()}: ${goal.title}`}
        >
          {m.goal_is_reached()}
        </Button>
        <Button
          variant="secondary"
          onClick={() => close('not-wanted')}
          aria-label={`${m.goal_no_longer()}: ${goal.title}`}
        >
          {m.goal_no_longer()}
        </Button>
      </div>
    </Details>
  );
}

export const endedWords = ({ outcome, at }: NonNullable<Goal['closed']>, now: string): string =>
  outcome === 'reached'
    ? m.goal_reached_on({ day: nearDay(at, now) })
    : m.goal_put_aside_on({ day: nearDay(at, now) });
