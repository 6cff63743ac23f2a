import type { Static } from 'typebox';
import type { CorrectLifeEvent, WriteLifeEvent } from '#contract/turn.ts';
import { type Day, dayOf } from '#domain/time/day.ts';
import { lifeEvent } from '#domain/turn/life-event.ts';
import type { Opening, Tx } from '../db/database.ts';
import { addFact, correctFact } from '../db/fact.ts';
import { saying } from '../db/saying.ts';
import { versionSeen } from '../db/versions.ts';
import { accept } from '../refused.ts';

const law = { own: 'health-record', worker: 'note' } as const;

/** A turn in somebody's life, behind or ahead. */
export const writeLifeEvent = (
  tx: Tx,
  about: Opening,
  body: Static<typeof WriteLifeEvent>,
): Promise<string> => {
  const content = contentOf(tx, body);
  return addFact(tx, 'life_event', about, saying(tx, about, law), content);
};

/**
 * The day is moved, or the rest put right: a new version with the reason, by whoever is beside the person now. Of two
 * who move it at once, the second is told that it has been moved.
 */
export async function correctLifeEvent(
  tx: Tx,
  about: Opening,
  { supersedes, reason, ...body }: Static<typeof CorrectLifeEvent>,
  path: { id: string },
): Promise<string> {
  const seen = await versionSeen(tx, 'life_event', about, supersedes, path.id);
  const said = saying(tx, about, law, seen.happenedAt);
  return correctFact(tx, 'life_event', about, said, contentOf(tx, body), { ...seen, reason });
}

function contentOf(tx: Tx, body: Static<typeof WriteLifeEvent>) {
  const { kind, day, setting } = accept(
    lifeEvent({ kind: body.kind, day: body.day as Day, setting: body.setting ?? null }, dayOf(tx.now)),
  );
  return { kind, day, setting, place: body.place?.trim() ?? null, words: body.words?.trim() ?? null };
}
