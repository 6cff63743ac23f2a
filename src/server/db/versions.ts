import { v7 as uuid7 } from 'uuid';
import type { RefusalCode } from '#contract/refusals.ts';
import { rewriteOwn } from '#domain/fact/rewrite.ts';
import { accept, found, Refused } from '../refused.ts';
import type { Opening, Tx } from './database.ts';
import { raw, sql } from './query.ts';

export interface Version {
  factId: string;
  version: number;
  supersedes: string;
}

/** Fact tables whose facts people correct or take back by hand. */
export type Correctable =
  | 'contact'
  | 'statement'
  | 'goal'
  | 'goal_closure'
  | 'action'
  | 'action_completion'
  | 'consent'
  | 'block'
  | 'meeting'
  | 'decision'
  | 'decision_kept'
  | 'meeting_presence'
  | 'attendance'
  | 'crisis_plan'
  | 'team_membership'
  | 'related_person'
  | 'mandate'
  | 'profile'
  | 'strength'
  | 'life_area_rating'
  | 'wish'
  | 'wish_answer'
  | 'wish_view'
  | 'outreach'
  | 'life_event'
  | 'relapse_note'
  | 'review'
  | 'acknowledgement'
  | 'child_question'
  | 'child'
  | 'child_step'
  | 'related_question'
  | 'person_number'
  | 'confided'
  | 'parental_insight'
  | 'rights_request'
  | 'login_phone';

/** Those with columns behind a topic of their own (`app.make_guarded_columns`): a version is read through a view. */
export const guardedTables: ReadonlySet<string> = new Set<Correctable>(['profile']);

/**
 * The version somebody saw and wants to correct, with its content as it stands.
 * @param factId the fact named in the address, when there is one: a version of another fact is missing.
 * Unseen equals missing; superseded since it was seen is said out loud.
 */
export async function versionSeen<Row extends object>(
  tx: Tx,
  table: Correctable,
  about: Opening,
  id: string,
  factId?: string,
): Promise<Row & Version & { happenedAt: string; saidBy: string; legalClass: string }> {
  const [row] = await tx.rows(
    raw(sql<
      Row & {
        id: string;
        fact_id: string;
        version: number;
        happened_at: string;
        said_by: string;
        legal_class: string;
        superseded: boolean;
        withdrawn: boolean;
      }
    >`
      select f.* from ${sql.table(guardedTables.has(table) ? `${table}_seen` : table)} f
      where f.municipality_id = ${about.municipalityId} and f.participant_id = ${about.participantId} and f.id = ${id}`),
  );
  if (row === undefined || (factId !== undefined && row.fact_id !== factId)) throw new Refused('not-found');
  if (row.superseded || row.withdrawn) throw new Refused('stale-version');
  return {
    ...row,
    factId: row.fact_id,
    version: row.version,
    supersedes: row.id,
    happenedAt: row.happened_at,
    saidBy: row.said_by,
    legalClass: row.legal_class,
  };
}

/** A fact of this kind that stands, about the one thing that is named; whatever the participant has when nothing is. */
async function standing(
  tx: Tx,
  table: Correctable,
  about: Opening,
  of: Record<string, string> = {},
): Promise<string | undefined> {
  const named = Object.entries(of).map(([column, value]) => sql`and ${sql.ref(column)} = ${value}`);
  const [row] = await tx.rows(
    raw(sql<{
      id: string;
    }>`select id from ${sql.table(`${table}_now`)} where municipality_id = ${about.municipalityId}
      and participant_id = ${about.participantId} ${sql.join(named, sql` `)}`),
  );
  return row?.id;
}

/** Says no to what can be done once about one thing, when it is done already. */
export async function refuseTwice(
  tx: Tx,
  table: Correctable,
  about: Opening,
  of: Record<string, string>,
): Promise<void> {
  if ((await standing(tx, table, about, of)) !== undefined) throw new Refused('already-done');
}

/**
 * Says no to a first version, when somebody has written one in the meantime.
 * @param unseen what is said to one who may add and not read, when there is one that they do not see
 */
export async function refuseSecond(
  tx: Tx,
  table: Correctable,
  about: Opening,
  unseen: RefusalCode,
): Promise<void> {
  if ((await standing(tx, table, about)) !== undefined) throw new Refused('stale-version');
  if ((await tx.asEngine(() => standing(tx, table, about))) !== undefined) throw new Refused(unseen);
}

/** Refuses a participant what a service has written of them; who said it first is what counts. */
export async function refuseOthersWords(
  tx: Tx,
  table: Correctable,
  about: Opening,
  factId: string,
): Promise<void> {
  const [first] = await tx.rows(
    raw(sql<{ saidBy: string }>`
      select said_by as "saidBy" from ${sql.table(table)} where municipality_id = ${about.municipalityId}
        and participant_id = ${about.participantId} and fact_id = ${factId} and version = 1`),
  );
  accept(
    rewriteOwn({
      byParticipant: tx.me.participantId === about.participantId,
      ofParticipant: found(first).saidBy === about.participantId,
    }),
  );
}

/** What every version says for itself; the rest of a row is what is carried over. */
const ofEachVersion = new Set([
  ...[
    'id',
    'version',
    'supersedes',
    'correction_reason',
    'withdrawn',
    'recorded_at',
    'recorded_by',
    'topic',
    'superseded',
  ],
  ...['factId', 'happenedAt', 'saidBy', 'legalClass'],
]);

/**
 * Takes a fact back: a last version with the same content, which stays in the history. The words stay theirs who said them;
 * who took them back is the one who recorded it.
 * @param ownOnly refuses others than the one whose words or act it was
 */
export async function withdrawFact(
  tx: Tx,
  table: Correctable,
  about: Opening,
  { supersedes, reason, factId }: { supersedes: string; reason: string; factId: string },
  ownOnly = false,
): Promise<string> {
  const seen = await versionSeen<Record<string, unknown>>(tx, table, about, supersedes, factId);
  const mine = [tx.me.participantId, ...tx.me.workers.map(({ id }) => id)];
  if (ownOnly && !mine.includes(seen.saidBy)) throw new Refused('not-yours-to-do');
  const carried = Object.keys(seen).filter((column) => !ofEachVersion.has(column));
  const columns = sql.join(carried.map((column) => sql.ref(column)));
  const [row] = await tx.rows(
    raw(sql<{ id: string }>`
      insert into ${sql.table(table)} (id, version, supersedes, correction_reason, withdrawn, ${columns})
      select ${uuid7()}, f.version + 1, f.id, ${reason}, true, ${columns} from ${sql.table(table)} f
      where f.municipality_id = ${about.municipalityId} and f.participant_id = ${about.participantId} and f.id = ${supersedes}
      returning id`),
  );
  return found(row).id;
}
