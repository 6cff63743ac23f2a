import type { Static } from 'typebox';
import type { JoinTeam } from '#contract/enquiry.ts';
import type { Opening, Tx } from '../db/database.ts';
import { addFact } from '../db/fact.ts';
import { saying } from '../db/saying.ts';
import { Refused } from '../refused.ts';

/** Someone joins the people around a participant, for a period or until further notice; a substitute always until a day. */
export function joinTeam(tx: Tx, about: Opening, body: Static<typeof JoinTeam>): Promise<string> {
  const from = body.from ?? tx.now;
  if (body.until !== undefined && Date.parse(body.until) <= Date.parse(from))
    throw new Refused('period-backwards');
  if (body.substituteFor !== undefined && body.until === undefined) throw new Refused('period-backwards');
  return addFact(
    tx,
    'team_membership',
    about,
    saying(tx, about, { own: 'shared-plan', worker: 'shared-plan' }),
    {
      role: body.role,
      worker_municipality_id: body.worker.municipalityId,
      worker_id: body.worker.id,
      valid_from: from,
      valid_to: body.until ?? null,
      substitute_for: body.substituteFor ?? null,
    },
  );
}
