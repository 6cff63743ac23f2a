import type { Static } from 'typebox';
import type { AddStrength, RewriteStrength } from '#contract/own-words.ts';
import type { Opening, Tx } from '../db/database.ts';
import { addFact, correctFact } from '../db/fact.ts';
import { theirWords } from '../db/saying.ts';
import { versionSeen } from '../db/versions.ts';

/** The words are the participant's, whoever writes them down. */
export const addStrength = (tx: Tx, about: Opening, body: Static<typeof AddStrength>): Promise<string> =>
  addFact(tx, 'strength', about, theirWords(tx, about), { kind: body.kind, words: body.words.trim() });

export async function rewriteStrength(
  tx: Tx,
  about: Opening,
  body: Static<typeof RewriteStrength>,
  path: { id: string },
): Promise<string> {
  const seen = await versionSeen(tx, 'strength', about, body.supersedes, path.id);
  const said = theirWords(tx, about, seen.happenedAt);
  const content = { kind: body.kind, words: body.words.trim() };
  return correctFact(tx, 'strength', about, said, content, { ...seen, reason: body.reason });
}
