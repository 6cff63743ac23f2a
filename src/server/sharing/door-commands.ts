import type { Static } from 'typebox';
import type { CloseDoor } from '#contract/sharing.ts';
import { closeDoor } from '#domain/consent/close-door.ts';
import type { Opening, Tx } from '../db/database.ts';
import { addFact } from '../db/fact.ts';
import { raw, sql } from '../db/query.ts';
import { saying, theirs } from '../db/saying.ts';
import { accept, found } from '../refused.ts';

/**
 * The participant closes the door to somebody, for a part or for everything; it holds from the next request. A worker may write it down
 * on their word. Whoever it is closed to is not asked and not told.
 */
export async function addBlock(tx: Tx, about: Opening, body: Static<typeof CloseDoor>): Promise<string> {
  const { worker, organisation } = body;
  const named = [worker, organisation].filter((one) => one !== undefined).length;
  const closing = accept(closeDoor(named, body.topics));
  const place = worker ?? organisation;
  if (place !== undefined) {
    const table = worker === undefined ? 'organisation' : 'worker';
    const [near] = await tx.rows(
      raw(
        sql<object>`select from ${sql.table(table)} where municipality_id = ${place.municipalityId} and id = ${place.id}`,
      ),
    );
    found(near);
  }
  const law = { own: 'participant-own', worker: 'participant-own' } as const;
  return addFact(tx, 'block', about, theirs(saying(tx, about, law), about), {
    worker_municipality_id: worker?.municipalityId ?? null,
    worker_id: worker?.id ?? null,
    organisation_municipality_id: organisation?.municipalityId ?? null,
    organisation_id: organisation?.id ?? null,
    topics: closing.topics,
  });
}
