import type { StatementHistory, WordVersions } from '#contract/own-words.ts';
import type { Opening, Tx } from '../db/database.ts';
import { raw, sql } from '../db/query.ts';

/** What can be rewritten, and what of it is words. */
const onlyWords = sql`f.words, null as wanted, null as present, null as ways, null::date as due_day`;
const wordsOf = {
  goal: sql`f.title as words, f.wanted, f.present, f.ways, null::date as due_day`,
  action: sql`f.title as words, null as wanted, null as present, null as ways, f.due_day`,
  strength: onlyWords,
  wish: onlyWords,
};

/** Every version of something written in the plan, the first one first. */
export async function wordVersions(
  tx: Tx,
  about: Opening,
  table: keyof typeof wordsOf,
  factId: string,
): Promise<WordVersions> {
  const rows = await tx.rows(
    raw(sql<{
      version: number;
      words: string;
      wanted: string | null;
      present: string | null;
      ways: string | null;
      due_day: string | null;
      by: string;
      recorded_at: string;
      correction_reason: string | null;
      withdrawn: boolean;
    }>`
      select f.version, ${wordsOf[table]}, coalesce(w.name, p.preferred_name, p.given_name, '') as by, f.recorded_at, f.correction_reason, f.withdrawn
      from ${sql.table(table)} f left join worker w on w.id = f.said_by
      left join profile_now p on p.municipality_id = f.municipality_id and p.participant_id = f.participant_id
      where f.municipality_id = ${about.municipalityId} and f.participant_id = ${about.participantId} and f.fact_id = ${factId}
      order by f.version`),
  );
  return rows.map(({ wanted, present, ways, due_day, recorded_at, correction_reason, ...row }) => ({
    ...row,
    recordedAt: recorded_at,
    ...(wanted === null ? {} : { wanted }),
    ...(present === null ? {} : { present }),
    ...(ways === null ? {} : { ways }),
    ...(due_day === null ? {} : { dueDay: due_day }),
    ...(correction_reason === null ? {} : { reason: correction_reason }),
  }));
}

/** What mattered, as it was said each time, the newest first: what was said anew, and what took its place. */
export const statementHistory = (tx: Tx, about: Opening): Promise<StatementHistory> =>
  tx.rows(
    raw(sql<StatementHistory[number]>`
      select s.id, s.words, s.happened_at as "saidAt", row_number() over (order by s.happened_at desc, s.recorded_at desc, s.id desc) = 1 as standing
      from statement s
      where s.municipality_id = ${about.municipalityId} and s.participant_id = ${about.participantId}
        and not exists (select from statement n where n.municipality_id = s.municipality_id and n.participant_id = s.participant_id
          and n.fact_id = s.fact_id and n.withdrawn)
      order by s.happened_at desc, s.recorded_at desc, s.id desc`),
  );
