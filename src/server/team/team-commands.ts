import type { Static } from 'typebox';
import type { JoinTeam } from '#contract/enquiry.ts';
import { joinTeam, type TeamRole } from '#domain/team/join-team.ts';
import type { Opening, Tx } from '../db/database.ts';
import { addFact } from '../db/fact.ts';
import { saying } from '../db/saying.ts';
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
    saying(tx, about, { own: 'shared-plan', worker: 'shared-plan' }),
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
