import type { Static } from 'typebox';
import type * as contract from '#contract/wish.ts';
import { type Day, dayOf } from '#domain/time/day.ts';
import {
  answerWish as ruleOfAnswer,
  judgeAnswer as ruleOfJudging,
  rewordWish as ruleOfRewording,
  type StandingAnswer,
} from '#domain/wish/wish.ts';
import type { Opening, Tx } from '../db/database.ts';
import { addFact, correctFact } from '../db/fact.ts';
import { raw, sql } from '../db/query.ts';
import { saying, sharedPlan, theirWords } from '../db/saying.ts';
import { versionSeen } from '../db/versions.ts';
import { accept, found, Refused } from '../refused.ts';
import { candidatesOf } from './wish-queries.ts';

/** What the participant asks for, in their words, whoever writes them down. */
export async function addWish(
  tx: Tx,
  about: Opening,
  body: Static<typeof contract.AddWish>,
): Promise<string> {
  const { worker } = body;
  if (worker !== undefined) {
    const near = await candidatesOf(tx, about);
    if (!near.some((candidate) => candidate.worker.id === worker.id)) throw new Refused('not-near');
  }
  const said = theirWords(tx, about);
  return addFact(tx, 'wish', about, said, {
    words: body.words.trim(),
    life_area: body.lifeArea ?? null,
    worker_municipality_id: worker?.municipalityId ?? null,
    worker_id: worker?.id ?? null,
  });
}

/** The same wish in other words: a new version, with the reason. The answer is owed from the day it was first wished. */
export async function rewordWish(
  tx: Tx,
  about: Opening,
  body: Static<typeof contract.RewordWish>,
  path: { id: string },
): Promise<string> {
  const seen = await versionSeen<WorkerWishedFor>(tx, 'wish', about, body.supersedes, path.id);
  const answers = await tx.rows(
    raw(sql<{ id: string }>`select id from wish_answer_now where municipality_id = ${about.municipalityId}
      and participant_id = ${about.participantId} and wish_id = ${path.id}`),
  );
  accept(ruleOfRewording(answers.length));
  const said = theirWords(tx, about, seen.happenedAt);
  const { worker_municipality_id, worker_id } = seen;
  return correctFact(
    tx,
    'wish',
    about,
    said,
    { words: body.words.trim(), life_area: body.lifeArea ?? null, worker_municipality_id, worker_id },
    { ...seen, reason: body.reason },
  );
}

interface WorkerWishedFor {
  worker_municipality_id: string | null;
  worker_id: string | null;
}

/** What comes of a wish, by somebody who works; each answer stays, and the latest one holds. */
export async function answerWish(
  tx: Tx,
  about: Opening,
  body: Static<typeof contract.AnswerWish>,
): Promise<string> {
  const wishes = await tx.rows(
    raw(sql<{ version: string; id: string | null; outcome: StandingAnswer['outcome'] | null }>`
      select w.id as version, a.id, a.outcome from wish_now w left join wish_answer_now a
        on a.municipality_id = w.municipality_id and a.participant_id = w.participant_id and a.wish_id = w.fact_id
      where w.municipality_id = ${about.municipalityId} and w.participant_id = ${about.participantId} and w.fact_id = ${body.wishId}
      order by a.happened_at desc, a.recorded_at desc, a.id desc limit 1`),
  );
  const { version, id, outcome } = found(wishes[0]);
  if ((body.wishVersion ?? version) !== version) throw new Refused('stale-version');
  const answer = accept(
    ruleOfAnswer(
      {
        outcome: body.outcome,
        reason: body.reason ?? null,
        reasonWords: body.reasonWords?.trim() ?? null,
        instead: body.instead?.trim() ?? null,
        untilDay: (body.untilDay as Day | undefined) ?? null,
      },
      {
        ownWish: tx.me.participantId === about.participantId,
        standing: id === null || outcome === null ? null : { id, outcome },
        seen: body.after ?? null,
        today: dayOf(tx.now),
      },
    ),
  );
  return addFact(tx, 'wish_answer', about, saying(tx, about, sharedPlan), {
    wish_id: body.wishId,
    outcome: answer.outcome,
    reason: answer.reason,
    reason_words: answer.reasonWords,
    instead: answer.instead,
    until_day: answer.untilDay,
    membership_id: null,
  });
}

/** Whether what came was wanted, in the participant's words; said anew it is a new version. */
export async function judgeAnswer(
  tx: Tx,
  about: Opening,
  body: Static<typeof contract.JudgeAnswer>,
): Promise<string> {
  const [answer] = await tx.rows(
    raw(sql<{ outcome: StandingAnswer['outcome']; view: string | null; factId: string; version: number }>`
      select a.outcome, v.id as view, v.fact_id as "factId", v.version from wish_answer_now a left join wish_view_now v
        on v.municipality_id = a.municipality_id and v.participant_id = a.participant_id and v.wish_answer_id = a.fact_id
      where a.municipality_id = ${about.municipalityId} and a.participant_id = ${about.participantId} and a.fact_id = ${body.answerId}`),
  );
  const { outcome, view, factId, version } = found(answer);
  accept(ruleOfJudging(outcome));
  const said = theirWords(tx, about);
  const content = {
    wish_answer_id: body.answerId,
    wanted: body.wanted,
    words: body.words?.trim() ?? null,
  };
  if (view === null) return addFact(tx, 'wish_view', about, said, content);
  const before = { factId, version, supersedes: view, reason: 'said anew' };
  return correctFact(tx, 'wish_view', about, said, content, before);
}
