import type { Static } from 'typebox';
import type * as contract from '#contract/plan.ts';
import { dueDay, whoDoes } from '#domain/plan/action.ts';
import { type Day, dayOf } from '#domain/time/day.ts';
import type { Opening, Tx } from '../db/database.ts';
import { addFact, correctFact } from '../db/fact.ts';
import { raw, sql } from '../db/query.ts';
import { saying } from '../db/saying.ts';
import { versionSeen } from '../db/versions.ts';
import { placeOfWorker } from '../directory/directory-queries.ts';
import { accept, Refused } from '../refused.ts';

const ownWords = { own: 'participant-own', worker: 'participant-own' } as const;
const sharedPlan = { own: 'shared-plan', worker: 'shared-plan' } as const;

/** What matters, in the participant's words: also when a worker writes it down, the words are the participant's. */
export const addStatement = (tx: Tx, about: Opening, body: Static<typeof contract.AddStatement>) =>
  addFact(
    tx,
    'statement',
    about,
    { ...saying(tx, about, ownWords), saidBy: about.participantId },
    { words: body.words.trim() },
  );

export const addRating = (tx: Tx, about: Opening, body: Static<typeof contract.AddRating>) =>
  addFact(
    tx,
    'statement_rating',
    about,
    { ...saying(tx, about, ownWords), saidBy: about.participantId },
    { statement_id: body.statementId, rating: body.rating },
  );

export const addGoal = (tx: Tx, about: Opening, body: Static<typeof contract.AddGoal>) =>
  addFact(tx, 'goal', about, saying(tx, about, sharedPlan), {
    title: body.title.trim(),
    wanted: body.wanted ?? null,
    present: body.present ?? null,
    ways: body.ways ?? null,
  });

/** A goal is reached or wanted no longer; once, and it can be taken back. */
export async function closeGoal(
  tx: Tx,
  about: Opening,
  body: Static<typeof contract.CloseGoal>,
): Promise<string> {
  const [closed] = await tx.rows(
    raw(sql<{ id: string }>`select id from goal_closure_now where municipality_id = ${about.municipalityId}
      and participant_id = ${about.participantId} and goal_id = ${body.goalId}`),
  );
  if (closed !== undefined) throw new Refused('already-done');
  return addFact(tx, 'goal_closure', about, saying(tx, about, sharedPlan), {
    goal_id: body.goalId,
    outcome: body.outcome,
  });
}

export async function addAction(
  tx: Tx,
  about: Opening,
  body: Static<typeof contract.AddAction>,
): Promise<string> {
  const { doer, worker } = accept(whoDoes(body.doer, body.worker));
  if (worker !== null) await placeOfWorker(tx, worker);
  const day = body.dueDay === undefined ? null : accept(dueDay(body.dueDay as Day, dayOf(tx.now)));
  return addFact(tx, 'action', about, saying(tx, about, sharedPlan), {
    goal_id: body.goalId,
    title: body.title.trim(),
    doer,
    worker_municipality_id: worker?.municipalityId ?? null,
    worker_id: worker?.id ?? null,
    due_day: day,
  });
}

export async function completeAction(
  tx: Tx,
  about: Opening,
  body: Static<typeof contract.CompleteAction>,
): Promise<string> {
  const [done] = await tx.rows(
    raw(sql<{
      id: string;
    }>`select id from action_completion_now where municipality_id = ${about.municipalityId}
      and participant_id = ${about.participantId} and action_id = ${body.actionId}`),
  );
  if (done !== undefined) throw new Refused('already-done');
  return addFact(tx, 'action_completion', about, saying(tx, about, sharedPlan), { action_id: body.actionId });
}

export const acknowledge = (tx: Tx, about: Opening, words: string) =>
  addFact(
    tx,
    'acknowledgement',
    about,
    { ...saying(tx, about, sharedPlan), saidBy: about.participantId },
    { code: 'confidentiality-and-group-rules', text_version: 1, words, signed_name: null },
  );

/** The crisis plan is one fact with versions; the first writing begins it. */
export async function writeCrisisPlan(
  tx: Tx,
  about: Opening,
  body: Static<typeof contract.WriteCrisisPlan>,
): Promise<string> {
  const content = { signs: body.signs, helps: body.helps, call: body.call };
  const said = { ...saying(tx, about, ownWords), saidBy: about.participantId };
  if (body.supersedes === undefined) {
    const [standing] = await tx.rows(
      raw(sql<{ id: string }>`select id from crisis_plan_now
        where municipality_id = ${about.municipalityId} and participant_id = ${about.participantId}`),
    );
    if (standing !== undefined) throw new Refused('stale-version');
    return addFact(tx, 'crisis_plan', about, said, content);
  }
  const seen = await versionSeen(tx, 'crisis_plan', about, body.supersedes);
  return correctFact(tx, 'crisis_plan', about, said, content, { ...seen, reason: 'written anew' });
}
