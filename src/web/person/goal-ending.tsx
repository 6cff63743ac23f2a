import type { PersonPage } from '#contract/person.ts';
import { m } from '#text/generated/messages.js';
import { nearDay } from '../app/dates.ts';
import { GoalEnding } from '../app/goal-ending.tsx';
import { Details } from '../ui/details.tsx';

type Goal = NonNullable<PersonPage['goals']>[number];

/** Among the other things one does with a goal it is folded, until one asks for it. */
export function GoalEndingOf({ page, goal }: { page: PersonPage; goal: Goal }) {
  const ending = (
    <GoalEnding
      participantId={page.participantId}
      goal={goal}
      words={{
        reached: m.goal_is_reached(),
        notWanted: m.goal_no_longer(),
        takeUp: m.goal_take_up(),
        ended: () => m.goal_put_aside({ title: goal.title }),
        goesOn: m.goal_goes_on(),
      }}
    />
  );
  return goal.closed ? ending : <Details summary={m.goal_end()}>{ending}</Details>;
}

export const endedWords = ({ outcome, at }: NonNullable<Goal['closed']>, now: string): string =>
  outcome === 'reached'
    ? m.goal_reached_on({ day: nearDay(at, now) })
    : m.goal_put_aside_on({ day: nearDay(at, now) });
