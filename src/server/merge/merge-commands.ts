import { v7 as uuid7 } from 'uuid';
import { type RefusalCode, refusals } from '#contract/refusals.ts';
import type { Movable } from '#domain/person/one-person.ts';
import type { Opening, Tx } from '../db/database.ts';
import { type CompiledQuery, raw, sql } from '../db/query.ts';
import { versionSeen, withdrawFact } from '../db/versions.ts';
import { found, Refused } from '../refused.ts';

/** What a function of the database answered: the id of what it did, or the code of why it did not. */
async function done(tx: Tx, asked: CompiledQuery<{ answer: string }>): Promise<string> {
  const { answer } = found((await tx.rows(asked))[0]);
  if (Object.hasOwn(refusals, answer)) throw new Refused(answer as RefusalCode);
  return answer;
}

interface Merging {
  askedBy: string;
  reason: string;
}

/** Two rows are one person. The first one stands from now on. */
export const merge = (tx: Tx, [stands, other]: readonly [Opening, Opening], { askedBy, reason }: Merging) =>
  done(
    tx,
    raw(
      sql`select app.merge_people(${stands.participantId}, ${other.participantId}, ${askedBy}, ${reason}) as answer`,
    ),
  );

/** A second one says so too. */
export const confirm = (tx: Tx, id: string) => done(tx, raw(sql`select app.confirm_merge(${id}) as answer`));

/** Two people after all. */
export const split = (tx: Tx, id: string, reason: string) =>
  done(tx, raw(sql`select app.split_people(${id}, ${reason}) as answer`));

/** What was written meanwhile has been gone through. */
export const check = (tx: Tx, id: string) => done(tx, raw(sql`select app.check_split(${id}) as answer`));

interface Moving {
  mergeId: string;
  table: Movable;
  entryId: string;
  reason: string;
}

/** Said for itself by the new entry; the rest is carried over. */
const ofItself = ['recorded_at', 'recorded_by', 'topic', 'superseded'];

/**
 * An entry that was written while two people were one belongs to the other: taken back on the row where it stands, with the
 * reason, and written on the other. What it refers to must have been moved before it.
 */
export async function move(
  tx: Tx,
  [from, to]: readonly [Opening, Opening],
  { mergeId, table, entryId, reason }: Moving,
): Promise<string> {
  const seen = await versionSeen<Record<string, unknown>>(tx, table, from, entryId);
  const moved = new Map(
    (
      await tx.rows(
        raw(sql<{ from_id: string; to_id: string }>`select from_id, to_id from app.moved_in(${mergeId})`),
      )
    ).map(({ from_id, to_id }) => [from_id, to_id]),
  );
  const id = uuid7();
  const { factId: _, supersedes: __, happenedAt: ___, saidBy: ____, legalClass: _____, ...content } = seen;
  const row: Record<string, unknown> = Object.fromEntries(
    Object.entries(content)
      .filter(([column]) => !ofItself.includes(column))
      .map(([column, value]) => [
        column,
        value === from.participantId
          ? to.participantId
          : ((typeof value === 'string' ? moved.get(value) : undefined) ?? value),
      ]),
  );
  const fresh = {
    ...row,
    municipality_id: to.municipalityId,
    participant_id: to.participantId,
    id,
    fact_id: id,
    version: 1,
    supersedes: null,
    correction_reason: null,
    withdrawn: false,
  };
  const names = sql.join(Object.keys(fresh).map((column) => sql.ref(column)));
  await tx.rows(
    raw(
      sql`insert into ${sql.table(table)} (${names}) select ${names} from jsonb_populate_record(null::${sql.table(`app.${table}`)}, ${JSON.stringify(fresh)}::jsonb)`,
    ),
  );
  await withdrawFact(tx, table, from, { supersedes: entryId, reason, factId: seen.factId });
  await tx.rows(raw(sql`select app.note_move(${mergeId}, ${table}, ${seen.factId}, ${id}, ${reason})`));
  return id;
}
