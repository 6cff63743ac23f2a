import type { MyPlan, TeamMember } from '#contract/plan.ts';
import { given } from '../app/given-name.ts';

/** Who is there for the participant now: the substitute while the contact person is away. */
export const callerOf = ({ people }: MyPlan): TeamMember | undefined => {
  const there = people.filter(({ role, awayUntil }) => role === 'contact-person' && awayUntil === undefined);
  return there.find(({ substituteFor }) => substituteFor !== undefined) ?? there[0];
};

/** Who else than the participant can read what is told: the contact person, also while away, and the substitute. */
export const readersOf = ({ people }: MyPlan): string[] =>
  people.filter(({ role }) => role === 'contact-person').map(({ name }) => given(name));
