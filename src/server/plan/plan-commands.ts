import type { Static } from 'typebox';
import type * as contract from '#contract/plan.ts';
import { takeBackGoal } from '#domain/plan/rewrite.ts';
import type { Opening, Tx } from '../db/database.ts';
import { addFact, correctFact } from '../db/fact.ts';
import { raw, sql } from '../db/query.ts';
import { saying, sharedPlan, theirWords } from '../db/saying.ts';
import { refuseSecond, refuseTwice, versionSeen } from '../db/versions.ts';
import { accept } from '../refused.ts';

/**
 * What matters, in the participant's words: also when a worker writes it down, the words are the participant's.
 * The same said anew is a new version, said now, and keeps its ratings; something else that matters begins afresh.
 */
export async function addStatement(
  tx: Tx,
  about: Opening,
  body: Static<typeof contract.AddStatement>,
): Promise<string> {
  const said = theirWords(tx, about);
  const content = { words: body.words.trim() };
  if (body.supersedes === undefined) return addFact(tx, 'statement', about, said, content);
  const seen = await versionSeen(tx, 'statement', about, body.supersedes);
  return correctFact(tx, 'statement', about, said, content, { ...seen, reason: 'said anew' });
}

export const addRating = (tx: Tx, about: Opening, body: Static<typeof contract.AddRating>) =>
  addFact(tx, 'statement_rating', about, theirWords(tx, about), {
    statement_id: body.statementId,
    rating: body.rating,
  });

export const addGoal = (tx: Tx, about: Opening, body: Static<typeof contract.AddGoal>) =>
  addFact(tx, 'goal', about, saying(tx, about, sharedPlan), goalContent(body));

const goalContent = (body: Static<typeof contract.AddGoal>) => ({
  title: body.title.trim(),
  wanted: body.wanted ?? null,
  present: body.present ?? null,
  ways: body.ways ?? null,
  life_area: body.lifeArea ?? null,
});

/** A goal in other words is a new version, with the reason; the old one stays readable behind it. */
export async function rewriteGoal(
  tx: Tx,
  about: Opening,
  body: Static<typeof contract.RewriteGoal>,
  path: { id: string },
): Promise<string> {
  const seen = await versionSeen(tx, 'goal', about, body.supersedes, path.id);
  const said = saying(tx, about, sharedPlan, seen.happenedAt);
  return correctFact(tx, 'goal', about, said, goalContent(body), { ...seen, reason: body.reason });
}

/** Refuses to take back a goal that somebody has promised something for. */
export async function goalIsFree(tx: Tx, about: Opening, goalId: string): Promise<void> {
  const actions = await tx.rows(
    raw(sql<{ id: string }>`select id from action_now where municipality_id = ${about.municipalityId}
      and participant_id = ${about.participantId} and goal_id = ${goalId}`),
  );
  accept(takeBackGoal(actions.length));
}

/** A goal is reached or wanted no longer; once, and it can be taken back. */
export async function closeGoal(
  tx: Tx,
  about: Opening,
  body: Static<typeof contract.CloseGoal>,
): Promise<string> {
  await refuseTwice(tx, 'goal_closure', about, { goal_id: body.goalId });
  return addFact(tx, 'goal_closure', about, saying(tx, about, sharedPlan), {
    goal_id: body.goalId,
    outcome: body.outcome,
  });
}

/** The crisis plan is one fact with versions; the first writing begins it. */
export async function writeCrisisPlan(
  tx: Tx,
  about: Opening,
  body: Static<typeof contract.WriteCrisisPlan>,
): Promise<string> {
  const content = { signs: body.signs, helps: body.helps, call: body.call };
  const said = theirWords(tx, about);
  if (body.supersedes === undefined) {
    await refuseSecond(tx, 'crisis_plan', about, 'crisis-plan-not-shared');
    return addFact(tx, 'crisis_plan', about, said, content);
  }
  const seen = await versionSeen(tx, 'crisis_plan', about, body.supersedes);
  return correctFact(tx, 'crisis_plan', about, said, content, { ...seen, reason: 'written anew' });
}
