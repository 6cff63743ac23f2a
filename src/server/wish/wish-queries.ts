import type { Candidates, Wish, WishAnswer } from '#contract/wish.ts';
import { answerOwedBy } from '#domain/clock/wishes.ts';
import type { Day } from '#domain/time/day.ts';
import type { Opening, Tx } from '../db/database.ts';
import { raw, sql } from '../db/query.ts';

interface WishRow {
  id: string;
  version_id: string;
  words: string;
  life_area: NonNullable<Wish['lifeArea']> | null;
  worker_name: string | null;
  wished_at: string;
}
interface AnswerRow {
  id: string;
  version_id: string;
  wish_id: string;
  outcome: WishAnswer['outcome'];
  reason: NonNullable<WishAnswer['reason']> | null;
  reason_words: string | null;
  instead: string | null;
  until_day: Day | null;
  at: string;
  by: string;
  said_by: string;
  by_act: boolean;
  view_id: string | null;
  wanted: NonNullable<WishAnswer['view']>['wanted'] | null;
  view_words: string | null;
}

/** What somebody has wished for and what came of it, the newest first. */
export async function wishesOf(tx: Tx, about: Opening): Promise<Wish[]> {
  const [wishes, answers] = await Promise.all([
    tx.rows(
      raw(sql<WishRow>`
        select w.fact_id as id, w.id as version_id, w.words, w.life_area, k.name as worker_name, w.happened_at as wished_at
        from wish_now w left join worker k on k.municipality_id = w.worker_municipality_id and k.id = w.worker_id
        where w.municipality_id = ${about.municipalityId} and w.participant_id = ${about.participantId}
        order by w.happened_at desc, w.fact_id desc`),
    ),
    tx.rows(
      raw(sql<AnswerRow>`
        select a.fact_id as id, a.id as version_id, a.wish_id, a.outcome, a.reason, a.reason_words, a.instead, a.until_day, a.happened_at as at,
          coalesce(k.name, '') as by, a.said_by, a.membership_id is not null as by_act, v.id as view_id, v.wanted, v.words as view_words
        from wish_answer_now a left join worker k on k.id = a.said_by
        left join wish_view_now v on v.municipality_id = a.municipality_id and v.participant_id = a.participant_id and v.wish_answer_id = a.fact_id
        where a.municipality_id = ${about.municipalityId} and a.participant_id = ${about.participantId}
        order by a.happened_at desc, a.recorded_at desc, a.id desc`),
    ),
  ]);
  const mine = tx.me.workers.map(({ id }) => id);
  return wishes.map((wish) => {
    const ofWish = answers.filter((answer) => answer.wish_id === wish.id);
    const [standing] = ofWish;
    const owedBy = answerOwedBy(
      wish.wished_at,
      standing && { outcome: standing.outcome, untilDay: standing.until_day },
    );
    return {
      id: wish.id,
      versionId: wish.version_id,
      words: wish.words,
      wishedAt: wish.wished_at,
      ...(owedBy === undefined ? {} : { owedBy }),
      ...(wish.life_area === null ? {} : { lifeArea: wish.life_area }),
      ...(wish.worker_name === null ? {} : { workerName: wish.worker_name }),
      answers: ofWish.map((answer) => answerOf(answer, mine)),
    };
  });
}

const answerOf = (row: AnswerRow, mine: string[]): WishAnswer => ({
  id: row.id,
  versionId: row.version_id,
  outcome: row.outcome,
  at: row.at,
  by: row.by,
  mine: mine.includes(row.said_by),
  byAct: row.by_act,
  ...(row.reason === null ? {} : { reason: row.reason }),
  ...(row.reason_words === null ? {} : { reasonWords: row.reason_words }),
  ...(row.instead === null ? {} : { instead: row.instead }),
  ...(row.until_day === null ? {} : { untilDay: row.until_day }),
  ...(row.view_id === null || row.wanted === null
    ? {}
    : {
        view: {
          id: row.view_id,
          wanted: row.wanted,
          ...(row.view_words === null ? {} : { words: row.view_words }),
        },
      }),
});

/** Those who may become contact person: they follow people up in a service the participant is in or has asked. */
export const candidatesOf = (tx: Tx, about: Opening): Promise<Candidates> =>
  tx.rows(
    raw(sql<Candidates[number]>`
      select json_build_object('municipalityId', w.municipality_id, 'id', w.id) as worker, w.name, o.name as organisation
      from (
        select service_municipality_id, service_id from enrolment_now
          where municipality_id = ${about.municipalityId} and participant_id = ${about.participantId}
        union select service_municipality_id, service_id from enquiry_now
          where municipality_id = ${about.municipalityId} and participant_id = ${about.participantId}
      ) near
      join service s on s.municipality_id = near.service_municipality_id and s.id = near.service_id
      join organisation o on o.municipality_id = s.municipality_id and o.id = s.organisation_id
      join worker w on w.municipality_id = o.municipality_id and w.organisation_id = o.id
      where app.follows_up(w.municipality_id, w.id)
        and not exists (select from team_membership_now t
          where t.municipality_id = ${about.municipalityId} and t.participant_id = ${about.participantId} and t.worker_id = w.id
            and t.role = 'contact-person' and t.substitute_for is null and (t.valid_to is null or app.now() < t.valid_to))
      order by w.name`),
  );
