import type { Static } from 'typebox';
import type {
  AskAboutRelated,
  DecideParentalInsight,
  NameRelated,
  RewriteRelated,
} from '#contract/related.ts';
import { decideParentalInsight } from '#domain/close/parental-insight.ts';
import { shareableWith } from '#domain/consent/shareable.ts';
import { dayOf } from '#domain/time/day.ts';
import type { Opening, Tx } from '../db/database.ts';
import { addFact, correctFact } from '../db/fact.ts';
import { raw, sql } from '../db/query.ts';
import { saying, sharedPlan, theirs } from '../db/saying.ts';
import { versionSeen, withdrawFact } from '../db/versions.ts';
import { accept, found, Refused } from '../refused.ts';
import { birthDayOf } from './related-queries.ts';

/** Who is close is for the participant to say, also when somebody else writes it down. */
const said = (tx: Tx, about: Opening) =>
  theirs(saying(tx, about, { own: 'participant-own', worker: 'shared-plan' }), about);

const contentOf = (body: Static<typeof NameRelated>) => ({
  name: body.name.trim(),
  relationship: body.relationship,
  phone: body.phone?.trim() ?? null,
});

/** Names somebody who is close. It opens nothing to them: that takes a consent. */
export const nameRelated = (tx: Tx, about: Opening, body: Static<typeof NameRelated>): Promise<string> =>
  addFact(tx, 'related_person', about, said(tx, about), contentOf(body));

export async function rewriteRelated(
  tx: Tx,
  about: Opening,
  body: Static<typeof RewriteRelated>,
  path: { id: string },
): Promise<string> {
  const seen = await versionSeen(tx, 'related_person', about, body.supersedes, path.id);
  return correctFact(tx, 'related_person', about, said(tx, about), contentOf(body), {
    ...seen,
    reason: body.reason,
  });
}

/** Somebody is no longer named as close: what was shared with them is stopped in the same moment. */
export async function takeRelatedBack(
  tx: Tx,
  about: Opening,
  body: { supersedes: string; reason: string },
  path: { id: string },
): Promise<string> {
  const [mandate] = await tx.rows(
    raw(sql<{ id: string }>`
      select id from mandate_now where municipality_id = ${about.municipalityId} and participant_id = ${about.participantId}
        and related_person_id = ${path.id} and (valid_to is null or app.now() < valid_to) limit 1`),
  );
  // A mandate is not the participant's to end by taking back a name.
  if (mandate !== undefined) throw new Refused('is-guardian');
  const shared = await tx.rows(
    raw(sql<{ id: string; factId: string }>`
      select id, fact_id as "factId" from consent_now where municipality_id = ${about.municipalityId}
        and participant_id = ${about.participantId} and recipient_related_id = ${path.id}`),
  );
  for (const { id, factId } of shared) {
    await withdrawFact(tx, 'consent', about, { supersedes: id, factId, reason: body.reason });
  }
  return withdrawFact(tx, 'related_person', about, { ...body, factId: path.id });
}

/** Asked whom we may talk with; whoever asked is whose act it is. Asked again it is another one, and the newest counts. */
export const askAboutRelated = (tx: Tx, about: Opening, body: Static<typeof AskAboutRelated>) =>
  addFact(tx, 'related_question', about, saying(tx, about, sharedPlan), body);

/**
 * Opens parts of a minor's plan to a parent, as far as the law goes at the age they have today. A worker decides, never
 * the young person on a parent's behalf; what was decided before about the same parent is taken back in the same moment.
 */
export async function decideInsight(
  tx: Tx,
  about: Opening,
  body: Static<typeof DecideParentalInsight>,
  path: { id: string },
): Promise<string> {
  if (tx.me.participantId === about.participantId) throw new Refused('not-yours-to-do');
  const [[person], [before], birthDay] = await Promise.all([
    tx.rows(
      raw(sql<{ relationship: string }>`
        select relationship from related_person_now where municipality_id = ${about.municipalityId}
          and participant_id = ${about.participantId} and fact_id = ${path.id}`),
    ),
    tx.rows(
      raw(sql<{ id: string; factId: string }>`
        select id, fact_id as "factId" from parental_insight_now where municipality_id = ${about.municipalityId}
          and participant_id = ${about.participantId} and related_person_id = ${path.id}`),
    ),
    birthDayOf(tx, about),
  ]);
  const { relationship } = found(person);
  const youngSaid = body.youngSaid?.trim() ?? null;
  const decided = accept(
    decideParentalInsight(
      { relationship, birthDay, topics: body.topics, youngSaid },
      shareableWith('related-person'),
      dayOf(tx.now),
    ),
  );
  const because = body.because.trim();
  if (before !== undefined) {
    const { id: supersedes, factId } = before;
    await withdrawFact(tx, 'parental_insight', about, { supersedes, factId, reason: because });
  }
  return addFact(tx, 'parental_insight', about, saying(tx, about, sharedPlan), {
    related_person_id: path.id,
    ...decided,
    because,
    young_said: youngSaid,
  });
}
