import type { Static } from 'typebox';
import type { AskForRight, DecideRight } from '#contract/rights.ts';
import { type Deciding, decide } from '#domain/rights/request.ts';
import { type Day, dayOf } from '#domain/time/day.ts';
import type { Opening, Tx } from '../db/database.ts';
import { addFact } from '../db/fact.ts';
import { raw, sql } from '../db/query.ts';
import { saying, sharedPlan, theirWords } from '../db/saying.ts';
import { accept, found, Refused } from '../refused.ts';

/** The participant asks, themself or by telling somebody who writes it down: the words are theirs. */
export const askForRight = (tx: Tx, about: Opening, body: Static<typeof AskForRight>): Promise<string> =>
  addFact(tx, 'rights_request', about, theirWords(tx, about), {
    kind: body.kind,
    words: body.words.trim(),
    about_table: body.about?.table ?? null,
    about_fact_id: body.about?.id ?? null,
    // Found by the database, from the entry as the writer sees it.
    about_class: body.about === undefined ? null : 'participant-own',
  });

/** Those who answer for what stands about somebody; others beside may write a request down. */
const deciders = ['contact-person', 'coordinator', 'intake'];

export async function decideRight(tx: Tx, about: Opening, body: Static<typeof DecideRight>): Promise<string> {
  const rows = await tx.rows(
    raw(sql<{ askedAt: string; outcome: Deciding['outcome'] | null; untilDay: Day | null }>`
      select r.happened_at as "askedAt", d.outcome, d.until_day as "untilDay"
      from rights_request_now r left join rights_decision_now d
        on d.municipality_id = r.municipality_id and d.participant_id = r.participant_id and d.request_id = r.fact_id
      where r.municipality_id = ${about.municipalityId} and r.participant_id = ${about.participantId} and r.fact_id = ${body.requestId}
      order by d.happened_at, d.id`),
  );
  const { askedAt } = found(rows[0]);
  const own = tx.me.participantId === about.participantId;
  if (!own && !about.roles.some((role) => deciders.includes(role))) throw new Refused('not-allowed');
  const decided = accept(
    decide(
      { outcome: body.outcome, untilDay: (body.untilDay as Day | undefined) ?? null },
      {
        own,
        askedAt,
        before: rows.flatMap(({ outcome, untilDay }) => (outcome === null ? [] : [{ outcome, untilDay }])),
        today: dayOf(tx.now),
      },
    ),
  );
  return addFact(tx, 'rights_decision', about, saying(tx, about, sharedPlan), {
    request_id: body.requestId,
    outcome: decided.outcome,
    until_day: decided.untilDay,
    words: body.words.trim(),
  });
}
