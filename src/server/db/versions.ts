import { Refused } from '../refused.ts';
import type { Opening, Tx } from './database.ts';
import { raw, sql } from './query.ts';

export interface Version {
  factId: string;
  version: number;
  supersedes: string;
}

/** Fact tables whose facts people correct or take back by hand. */
type Correctable =
  | 'contact'
  | 'goal_closure'
  | 'action_completion'
  | 'consent'
  | 'meeting'
  | 'attendance'
  | 'crisis_plan'
  | 'team_membership';

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
      select f.*, exists (select from ${sql.table(table)} n where n.municipality_id = f.municipality_id
        and n.participant_id = f.participant_id and n.supersedes = f.id) as superseded
      from ${sql.table(table)} f
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
