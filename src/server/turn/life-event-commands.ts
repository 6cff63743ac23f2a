import type { Static } from 'typebox';
import type { CorrectLifeEvent, WriteLifeEvent } from '#contract/turn.ts';
import { type Day, dayOf } from '#domain/time/day.ts';
import { lifeEvent } from '#domain/turn/life-event.ts';
import type { Opening, Tx } from '../db/database.ts';
import { addFact, correctFact } from '../db/fact.ts';
import { note, saying } from '../db/saying.ts';
import { refuseOthersWords, versionSeen } from '../db/versions.ts';
import { accept } from '../refused.ts';

/** A turn in somebody's life, behind or ahead. */
export const writeLifeEvent = (
  tx: Tx,
  about: Opening,
  body: Static<typeof WriteLifeEvent>,
): Promise<string> => {
  const content = contentOf(tx, body);
  return addFact(tx, 'life_event', about, saying(tx, about, note), content);
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
  await refuseOthersWords(tx, 'life_event', about, path.id);
  const seen = await versionSeen(tx, 'life_event', about, supersedes, path.id);
  const said = saying(tx, about, note, seen.happenedAt);
  return correctFact(tx, 'life_event', about, said, contentOf(tx, body), { ...seen, reason });
}

function contentOf(tx: Tx, body: Static<typeof WriteLifeEvent>) {
  const asked = {
    kind: body.kind,
    day: body.day as Day,
    setting: body.setting ?? null,
    metAtDoor: body.metAtDoor ?? null,
  };
  const { metAtDoor, ...event } = accept(lifeEvent(asked, dayOf(tx.now)));
  return {
    ...event,
    met_at_door: metAtDoor,
    place: body.place?.trim() ?? null,
    words: body.words?.trim() ?? null,
  };
}
