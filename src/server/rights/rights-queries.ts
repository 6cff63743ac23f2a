import type { Rights, RightsRequest } from '#contract/rights.ts';
import type { LegalClass } from '#domain/fact/legal-class.ts';
import { answerOwedBy, type DecisionOutcome, guidanceFor, type RequestKind } from '#domain/rights/request.ts';
import type { Day } from '#domain/time/day.ts';
import type { Opening, Tx } from '../db/database.ts';
import { raw, sql } from '../db/query.ts';

interface RequestRow {
  id: string;
  versionId: string;
  kind: RequestKind;
  words: string;
  askedAt: string;
  table: string | null;
  entryId: string | null;
  entryAt: string | null;
  entryWords: string | null;
  legalClass: LegalClass | null;
}

interface DecisionRow {
  requestId: string;
  id: string;
  outcome: DecisionOutcome;
  words: string;
  untilDay: Day | null;
  at: string;
  by: string;
}

/** What the participant has asked for, with what was decided; as far as the reader reads what it is about. */
export async function rightsRequestsOf(tx: Tx, about: Opening): Promise<RightsRequest[]> {
  const here = sql`municipality_id = ${about.municipalityId} and participant_id = ${about.participantId}`;
  const [requests, decisions] = await Promise.all([
    tx.rows(
      raw(sql<RequestRow>`
        select r.fact_id as id, r.id as "versionId", r.kind, r.words, r.happened_at as "askedAt", r.about_table as "table", r.about_fact_id as "entryId",
          r.about_class as "legalClass", t.happened_at as "entryAt", t.words as "entryWords"
        from rights_request_now r left join lateral app.timeline_entry(r.municipality_id, r.participant_id, r.about_table, r.about_fact_id) t on true
        where r.municipality_id = ${about.municipalityId} and r.participant_id = ${about.participantId} order by r.happened_at desc, r.id desc`),
    ),
    tx.rows(
      raw(sql<DecisionRow>`
        select d.request_id as "requestId", d.fact_id as id, d.outcome, d.words, d.until_day as "untilDay", d.happened_at as at,
          coalesce((select w.name from worker w where w.id = d.said_by), '') as by
        from rights_decision_now d where ${here} order by d.happened_at desc, d.id desc`),
    ),
  ]);
  return requests.map((row) =>
    shown(
      row,
      decisions.filter(({ requestId }) => requestId === row.id),
    ),
  );
}

function shown(
  { table, entryId, entryAt, entryWords, legalClass, ...row }: RequestRow,
  decisions: readonly DecisionRow[],
): RightsRequest {
  const decided = decisions.some(({ outcome }) => outcome !== 'prolonged');
  const prolongedTo = decisions.find(({ outcome }) => outcome === 'prolonged')?.untilDay ?? null;
  return {
    ...row,
    // In general it is decided by the rules of the regulation, as for what is one's own.
    ...guidanceFor(row.kind, legalClass ?? 'shared-plan'),
    ...(table === null || entryId === null
      ? {}
      : {
          about: {
            table,
            id: entryId,
            ...(entryAt === null ? {} : { happenedAt: entryAt }),
            ...(entryWords === null ? {} : { words: entryWords }),
          },
        }),
    ...(decided ? {} : { owedBy: answerOwedBy(row.askedAt, prolongedTo) }),
    decisions: decisions.map(({ requestId: _, untilDay, ...decision }) => ({
      ...decision,
      ...(untilDay === null ? {} : { untilDay }),
    })),
  };
}

const MOST_ENTRIES = 200;

/** The requests, and what one can point at: what stands on the timeline. */
export async function rightsOf(tx: Tx, about: Opening): Promise<Rights> {
  const [requests, entries] = await Promise.all([
    rightsRequestsOf(tx, about),
    tx.rows(
      raw(sql<{ table: string; id: string; happenedAt: string; words: string | null }>`
        select kind as "table", fact_id as id, happened_at as "happenedAt", words from timeline
        where municipality_id = ${about.municipalityId} and participant_id = ${about.participantId}
        order by happened_at desc, id limit ${MOST_ENTRIES}`),
    ),
  ]);
  return {
    now: tx.now,
    requests,
    entries: entries.map(({ words, ...entry }) => ({ ...entry, ...(words === null ? {} : { words }) })),
  };
}
