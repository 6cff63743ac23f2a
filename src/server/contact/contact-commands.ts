import type { Static } from 'typebox';
import type { CorrectContact, LogContact } from '#contract/contact.ts';
import { happened } from '#domain/follow-up/happened.ts';
import type { Opening, Tx } from '../db/database.ts';
import { addFact, correctFact } from '../db/fact.ts';
import { raw, sql } from '../db/query.ts';
import { note, saying } from '../db/saying.ts';
import { versionSeen } from '../db/versions.ts';
import { accept, found, Refused } from '../refused.ts';

export async function logContact(tx: Tx, about: Opening, body: Static<typeof LogContact>): Promise<string> {
  const when = accept(happened(body.happenedAt ?? tx.now, tx.now));
  if (body.remindsOf !== undefined) await refuseWhatIsNotOpen(tx, about, body.remindsOf);
  return addFact(tx, 'contact', about, saying(tx, about, note, when), {
    kind: body.kind,
    note: body.note,
    next_step: body.nextStep ?? null,
    reminds_of: body.remindsOf ?? null,
  });
}

/** One is reminded of a promise that somebody working here made and nobody has kept. */
async function refuseWhatIsNotOpen(tx: Tx, about: Opening, promiseId: string): Promise<void> {
  const [promise] = await tx.rows(
    raw(sql<{ kept: boolean }>`
      select exists (select from action_completion_now c
          where c.municipality_id = a.municipality_id and c.participant_id = a.participant_id and c.action_id = a.fact_id) as kept
      from action_now a
      where a.municipality_id = ${about.municipalityId} and a.participant_id = ${about.participantId} and a.fact_id = ${promiseId} and a.doer = 'worker'
      union all
      select exists (select from decision_kept_now k
          where k.municipality_id = d.municipality_id and k.participant_id = d.participant_id and k.decision_id = d.fact_id)
      from decision_now d
      where d.municipality_id = ${about.municipalityId} and d.participant_id = ${about.participantId} and d.fact_id = ${promiseId} and d.doer = 'worker'`),
  );
  if (found(promise).kept) throw new Refused('already-done');
}

/** A correction is a new version with the reason; the old one stays readable behind it. */
export async function correctContact(
  tx: Tx,
  about: Opening,
  body: Static<typeof CorrectContact>,
  path: { id: string },
): Promise<string> {
  const seen = await versionSeen<{ reminds_of: string | null }>(
    tx,
    'contact',
    about,
    body.supersedes,
    path.id,
  );
  refuseOthers(tx, seen.saidBy);
  return correctFact(
    tx,
    'contact',
    about,
    saying(tx, about, note, seen.happenedAt),
    {
      kind: body.kind,
      note: body.note,
      next_step: body.nextStep ?? null,
      reminds_of: seen.reminds_of,
    },
    { ...seen, reason: body.reason },
  );
}

/** A note is corrected by the one who wrote it; others write their own. */
function refuseOthers(tx: Tx, saidBy: string): void {
  if (!tx.me.workers.some((worker) => worker.id === saidBy)) throw new Refused('not-yours-to-do');
}
