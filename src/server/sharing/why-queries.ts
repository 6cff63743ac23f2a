import type { DigestChoice, MyControl, WhyAsked } from '#contract/look-up.ts';
import type { Tx } from '../db/database.ts';
import { raw, sql } from '../db/query.ts';
import { found } from '../refused.ts';

const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

interface CaseRow {
  id: string;
  number: number;
  lookedAt: string;
  who: string;
  purpose: string;
  askedAt: string;
  words: string | null;
  dueAt: string | null;
  answer: string | null;
  by: string | null;
  organisation: string | null;
  asAuditor: boolean | null;
  answeredAt: string | null;
}

/** What the participant has asked about look-ups and been answered, how often they want to be told, and the last week. */
export async function myControl(tx: Tx): Promise<MyControl> {
  found(tx.me.participantId ?? undefined);
  const weekAgo = new Date(Date.parse(tx.now) - WEEK_MS).toISOString();
  const [cases, week] = await Promise.all([
    tx.rows(
      raw(sql<CaseRow>`
        select asked_id as id, look_number as number, looked_at as "lookedAt", who, purpose, asked_at as "askedAt", words, due_at as "dueAt", answer, answered_by as by, organisation,
          as_auditor as "asAuditor", answered_at as "answeredAt" from app.my_why_cases()`),
    ),
    tx.rows(
      raw(sql<MyControl['week'] & { every: DigestChoice }>`
        select people, new_people as "newPeople", refused, every from app.my_look_up_week(${weekAgo})`),
    ),
    // Whoever looks at the list has been told.
    tx.rows(raw(sql`select from app.my_look_up_news(true)`)),
  ]);
  const { every, ...counts } = found(week[0]);
  return { now: tx.now, cases: cases.map(caseOf), digest: every, week: counts };
}

const caseOf = (row: CaseRow): MyControl['cases'][number] => ({
  id: row.id,
  number: row.number,
  lookedAt: row.lookedAt,
  who: row.who,
  purpose: row.purpose,
  askedAt: row.askedAt,
  ...(row.words === null ? {} : { words: row.words }),
  ...(row.dueAt === null ? {} : { dueAt: row.dueAt }),
  ...(row.answer === null || row.by === null || row.answeredAt === null
    ? {}
    : {
        answer: {
          words: row.answer,
          by: row.by,
          asAuditor: row.asAuditor ?? false,
          at: row.answeredAt,
          ...(row.organisation === null ? {} : { organisation: row.organisation }),
        },
      }),
});

interface AskedRow {
  id: string;
  askedAt: string;
  dueAt: string;
  lookedAt: string;
  purpose: string;
  words: string | null;
  participantId: string | null;
  name: string | null;
}

/** What the reader is asked to explain of their own look-ups; named is only who is open to them anyway. */
export async function whyAskedOfMe(tx: Tx): Promise<WhyAsked[]> {
  const rows = await tx.rows(
    raw(sql<AskedRow>`
      select w.asked_id as id, w.asked_at as "askedAt", w.due_at as "dueAt", w.looked_at as "lookedAt", w.purpose, w.words,
        w.participant_id as "participantId", concat_ws(' ', p.given_name, nullif(p.family_name, '')) as name
      from app.why_asked_of_me() w left join profile_now p on p.participant_id = w.participant_id
      order by w.due_at, w.asked_id`),
  );
  return rows.map(({ words, participantId, name, ...row }) => ({
    ...row,
    late: row.dueAt <= tx.now,
    ...(words === null ? {} : { words }),
    ...(participantId === null || !name ? {} : { person: { participantId, name } }),
  }));
}
