import type { Static } from 'typebox';
import type { CorrectContact, LogContact } from '#contract/contact.ts';
import { happened } from '#domain/follow-up/happened.ts';
import type { Opening, Tx } from '../db/database.ts';
import { addFact, correctFact } from '../db/fact.ts';
import { note, saying } from '../db/saying.ts';
import { versionSeen } from '../db/versions.ts';
import { accept, Refused } from '../refused.ts';

export const logContact = (tx: Tx, about: Opening, body: Static<typeof LogContact>): Promise<string> =>
  addFact(
    tx,
    'contact',
    about,
    saying(tx, about, note, accept(happened(body.happenedAt ?? tx.now, tx.now))),
    {
      kind: body.kind,
      note: body.note,
      next_step: body.nextStep ?? null,
    },
  );

/** A correction is a new version with the reason; the old one stays readable behind it. */
export async function correctContact(
  tx: Tx,
  about: Opening,
  body: Static<typeof CorrectContact>,
  path: { id: string },
): Promise<string> {
  const seen = await versionSeen(tx, 'contact', about, body.supersedes, path.id);
  refuseOthers(tx, seen.saidBy);
  return correctFact(
    tx,
    'contact',
    about,
    saying(tx, about, note, seen.happenedAt),
    { kind: body.kind, note: body.note, next_step: body.nextStep ?? null },
    { ...seen, reason: body.reason },
  );
}

/** A note is corrected by the one who wrote it; others write their own. */
function refuseOthers(tx: Tx, saidBy: string): void {
  if (!tx.me.workers.some((worker) => worker.id === saidBy)) throw new Refused('not-yours-to-do');
}
