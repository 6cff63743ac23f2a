import { ok, type Result, refuse } from '../result.ts';

/**
 * A person has one coordinator at a time: whoever is appointed takes the place of the one who was.
 * @param standing the coordinator now, with the version of the membership
 * @param instead the version that was on the screen when the new one was chosen; left out when there was none
 * @param reason why; needed when somebody loses the place
 */
export function appointCoordinator(
  standing: { versionId: string; workerId: string } | undefined,
  instead: string | undefined,
  workerId: string,
  reason: string | undefined,
): Result<{ because: string | undefined }, 'stale-version' | 'already-done' | 'reason-needed'> {
  if (standing?.versionId !== instead) return refuse('stale-version');
  if (standing?.workerId === workerId) return refuse('already-done');
  const because = reason?.trim() || undefined;
  return standing !== undefined && because === undefined ? refuse('reason-needed') : ok({ because });
}

/**
 * The coordinating unit appoints coordinators (hol § 7-3). One who is nothing else to the person neither puts others
 * beside them nor takes them away: that would open what the unit itself may not see.
 * @param roles what the actor is to the person
 * @param role the place in the team
 */
export const maySeat = (roles: readonly string[], role: string): Result<'yes', 'not-yours-to-do'> =>
  roles.every((one) => one === 'coordinating-unit') && role !== 'coordinator'
    ? refuse('not-yours-to-do')
    : ok('yes');
