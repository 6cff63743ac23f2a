import type { Static } from 'typebox';
import type * as contract from '#contract/plan.ts';
import { isOpen } from '#domain/access/topics.ts';
import { dueDay, whoDoes } from '#domain/plan/action.ts';
import { rewriteAction as mayRewrite } from '#domain/plan/rewrite.ts';
import { type Day, dayOf } from '#domain/time/day.ts';
import type { Opening, Tx } from '../db/database.ts';
import { addFact, correctFact } from '../db/fact.ts';
import { raw, sql } from '../db/query.ts';
import { saying, sharedPlan } from '../db/saying.ts';
import { refuseTwice, versionSeen } from '../db/versions.ts';
import { placeOfWorker } from '../directory/directory-queries.ts';
import { accept, found } from '../refused.ts';

export async function addAction(
  tx: Tx,
  about: Opening,
  body: Static<typeof contract.AddAction>,
): Promise<string> {
  const [doing, day] = [await doingOf(tx, body), dayToDoItBy(tx, body.dueDay)];
  const content = { goal_id: body.goalId, title: body.title.trim(), ...doing, due_day: day };
  return addFact(tx, 'action', about, saying(tx, about, sharedPlan), content);
}

/** Other words, somebody else, or another day: a new version, with the reason. It stays with its goal. */
export async function rewriteAction(
  tx: Tx,
  about: Opening,
  body: Static<typeof contract.RewriteAction>,
  path: { id: string },
): Promise<string> {
  const seen = await versionSeen<{ goal_id: string; due_day: string | null }>(
    tx,
    'action',
    about,
    body.supersedes,
    path.id,
  );
  await actionIsOpenToMe(tx, about, path.id);
  // A day that has passed may stand; only a new one must lie ahead.
  const day = body.dueDay === seen.due_day ? seen.due_day : dayToDoItBy(tx, body.dueDay);
  const content = {
    goal_id: seen.goal_id,
    title: body.title.trim(),
    ...(await doingOf(tx, body)),
    due_day: day,
  };
  const said = saying(tx, about, sharedPlan, seen.happenedAt);
  return correctFact(tx, 'action', about, said, content, { ...seen, reason: body.reason });
}

/** Refuses those who may not rewrite this or take it back, and says so when it is done already. */
export async function actionIsOpenToMe(tx: Tx, about: Opening, actionId: string): Promise<void> {
  const [action] = await tx.rows(
    raw(sql<{ saidBy: string; done: boolean }>`
      select a.said_by as "saidBy", exists (select from action_completion_now c
        where c.municipality_id = a.municipality_id and c.participant_id = a.participant_id and c.action_id = a.fact_id) as done
      from action_now a
      where a.municipality_id = ${about.municipalityId} and a.participant_id = ${about.participantId} and a.fact_id = ${actionId}`),
  );
  const { saidBy, done } = found(action);
  accept(
    mayRewrite({
      own: [tx.me.participantId, ...tx.me.workers.map(({ id }) => id)].includes(saidBy),
      plansTogether: isOpen(about.writes, 'goals'),
      done,
    }),
  );
}

async function doingOf(tx: Tx, body: Pick<Static<typeof contract.AddAction>, 'doer' | 'worker'>) {
  const { doer, worker } = accept(whoDoes(body.doer, body.worker));
  if (worker !== null) await placeOfWorker(tx, worker);
  return { doer, worker_municipality_id: worker?.municipalityId ?? null, worker_id: worker?.id ?? null };
}

const dayToDoItBy = (tx: Tx, day: string | undefined): Day | null =>
  day === undefined ? null : accept(dueDay(day as Day, dayOf(tx.now)));

export async function completeAction(
  tx: Tx,
  about: Opening,
  body: Static<typeof contract.CompleteAction>,
): Promise<string> {
  await refuseTwice(tx, 'action_completion', about, { action_id: body.actionId });
  return addFact(tx, 'action_completion', about, saying(tx, about, sharedPlan), { action_id: body.actionId });
}
