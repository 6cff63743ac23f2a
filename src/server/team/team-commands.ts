import type { Static } from 'typebox';
import type { AppointCoordinator } from '#contract/coordination.ts';
import type { JoinTeam } from '#contract/enquiry.ts';
import { appointCoordinator, maySeat } from '#domain/team/appoint.ts';
import { joinTeam, leaveTeam } from '#domain/team/join-team.ts';
import type { Opening, Tx } from '../db/database.ts';
import { addFact, correctFact } from '../db/fact.ts';
import { raw, sql } from '../db/query.ts';
import { chosenBy, saying, sharedPlan } from '../db/saying.ts';
import { versionSeen } from '../db/versions.ts';
import { placeOfWorker } from '../directory/directory-queries.ts';
import { accept } from '../refused.ts';

/** Someone joins the people around a participant, for a period or until further notice; a substitute always until a day. */
export async function addTeamMember(tx: Tx, about: Opening, body: Static<typeof JoinTeam>): Promise<string> {
  accept(maySeat(about.roles, body.role));
  const place = await placeOfWorker(tx, body.worker);
  const period = accept(
    joinTeam(
      body.role,
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
  accept(maySeat(about.roles, seen.role));
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

/** The coordinator is appointed, or another takes the place, in one act: nobody is without one in between. */
export async function appoint(
  tx: Tx,
  about: Opening,
  { worker, instead, reason }: Static<typeof AppointCoordinator>,
): Promise<string> {
  const standing = await tx.rows(
    raw(sql<{ id: string; versionId: string; workerId: string }>`
      select fact_id as id, id as "versionId", worker_id as "workerId" from team_membership_now
      where municipality_id = ${about.municipalityId} and participant_id = ${about.participantId} and role = 'coordinator' and substitute_for is null
        and valid_from <= app.now() and coalesce(app.now() < least(valid_to, app.works_until(worker_municipality_id, worker_id)), true)
      order by valid_from desc, id`),
  );
  const { because } = accept(appointCoordinator(standing[0], instead, worker.id, reason));
  for (const { id, versionId } of standing)
    await endMembership(tx, about, { supersedes: versionId, reason: because ?? '' }, { id });
  return addTeamMember(tx, about, { role: 'coordinator', worker });
}
