import type { Static } from 'typebox';
import type { JoinTeam } from '#contract/enquiry.ts';
import { joinTeam, leaveTeam, type TeamRole } from '#domain/team/join-team.ts';
import type { Opening, Tx } from '../db/database.ts';
import { addFact, correctFact } from '../db/fact.ts';

import { chosenBy, saying, sharedPlan } from '../db/saying.ts';
import { versionSeen } from '../db/versions.ts';
import { placeOfWorker } from '../directory/directory-queries.ts';
import { accept } from '../refused.ts';

/** Someone joins the people around a participant, for a period or until further notice; a substitute always until a day. */
export async function addTeamMember(tx: Tx, about: Opening, body: Static<typeof JoinTeam>): Promise<string> {
  const place = await placeOfWorker(tx, body.worker);
  const period = accept(
    joinTeam(
      body.role as TeamRole,
      place,
      { from: body.from ?? tx.now, until: body.until ?? null },
      body.substituteFor !== undefined,
    ),
  );
  return addFact(
    tx,
    'team_membership',
    about,
    chosenBy(saying(tx, about, sharedPlan), about, body.chosenBy),
    {
      role: body.role,
      worker_municipality_id: body.worker.municipalityId,
      worker_id: body.worker.id,
      valid_from: period.from,
      valid_to: period.until,
      substitute_for: body.substituteFor ?? null,
    },
  );
}

interface MembershipRow {
  role: string;
  worker_municipality_id: string;
  worker_id: string;
  valid_from: string;
  valid_to: string | null;
  substitute_for: string | null;
}

/** Somebody leaves, or was added by a mistake: the way in closes from the next request; that it was open stays told. */
export async function endMembership(
  tx: Tx,
  about: Opening,
  body: { supersedes: string; reason: string },
  path: { id: string },
): Promise<string> {
  const seen = await versionSeen<MembershipRow>(tx, 'team_membership', about, body.supersedes, path.id);
  const ending = accept(leaveTeam({ from: seen.valid_from, until: seen.valid_to }, tx.now));
  const { role, worker_municipality_id, worker_id, valid_from, substitute_for } = seen;
  const valid_to = ending === 'taken-back' ? seen.valid_to : ending.until;
  return correctFact(
    tx,
    'team_membership',
    about,
    saying(tx, about, sharedPlan),
    { role, worker_municipality_id, worker_id, valid_from, valid_to, substitute_for },
    { ...seen, reason: body.reason, withdrawn: ending === 'taken-back' },
  );
}
