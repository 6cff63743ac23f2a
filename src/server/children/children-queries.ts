import type { Child, Children, ChildStep } from '#contract/child.ts';
import { ageOn, type Day, dayOf } from '#domain/time/day.ts';
import type { Opening, Tx } from '../db/database.ts';
import { raw, sql } from '../db/query.ts';

interface CardRow {
  id: string;
  versionId: string;
  name: string;
  relation: Child['relation'];
  birthDay: Day | null;
  caredBy: string | null;
  adultName: string | null;
  adultRelation: string | null;
  adultPhone: string | null;
  followedBy: string | null;
  firstSaidBy: string;
}

interface StepRow {
  id: string;
  childId: string;
  kind: ChildStep['kind'];
  words: string;
  day: Day;
  byWhom: string | null;
  nextDay: Day | null;
  writtenBy: string | null;
  saidBy: string;
}

/** A part that has no value is absent. */
const given = <Key extends string, Value>(key: Key, value: Value | null): { [K in Key]?: Value } =>
  value === null ? {} : ({ [key]: value } as { [K in Key]?: Value });

/** Whether anybody has asked, whether it is ours to ask now, and the cards: one round trip. */
export async function childrenOf(tx: Tx, about: Opening): Promise<Children> {
  const { municipalityId: m, participantId: p } = about;
  const [[question], [clock], cards, steps] = await Promise.all([
    tx.rows(
      raw(sql<{
        id: string;
        children: ChildAnswer;
        siblings: ChildAnswer;
        at: string;
        by: string | null;
        saidBy: string;
      }>`
        select q.fact_id as id, q.children, q.siblings, q.happened_at as at, w.name as by, q.said_by as "saidBy"
        from child_question_now q left join worker w on w.id = q.said_by
        where q.municipality_id = ${m} and q.participant_id = ${p}
        order by q.happened_at desc, q.recorded_at desc, q.id desc limit 1`),
    ),
    tx.rows(
      raw(sql<{ since: string; by: string }>`
        select shows_at as since, opens_at as by from clock
        where municipality_id = ${m} and participant_id = ${p} and rule = 'children-not-asked' and shows_at <= ${tx.now}`),
    ),
    tx.rows(
      raw(sql<CardRow>`
        select c.fact_id as id, c.id as "versionId", c.name, c.relation, c.birth_day as "birthDay", c.cared_by as "caredBy",
          c.safe_adult_name as "adultName", c.safe_adult_relation as "adultRelation", c.safe_adult_phone as "adultPhone",
          c.followed_by as "followedBy", (select f.said_by from child f where f.municipality_id = c.municipality_id
            and f.participant_id = c.participant_id and f.id = c.fact_id) as "firstSaidBy"
        from child_now c where c.municipality_id = ${m} and c.participant_id = ${p} order by c.birth_day nulls last, c.fact_id`),
    ),
    tx.rows(
      raw(sql<StepRow>`
        select s.fact_id as id, s.child_id as "childId", s.kind, s.words, s.day, s.by_whom as "byWhom", s.next_day as "nextDay",
          w.name as "writtenBy", s.said_by as "saidBy"
        from child_step_now s left join worker w on w.id = s.said_by
        where s.municipality_id = ${m} and s.participant_id = ${p} order by s.day desc, s.happened_at desc, s.id desc`),
    ),
  ]);
  const mine = (saidBy: string): boolean =>
    tx.me.participantId !== about.participantId || saidBy === about.participantId;
  return {
    ...(question === undefined ? {} : { asked: askedOf(question, mine) }),
    ...(clock === undefined ? {} : { owed: clock }),
    cards: cards.map((card) => cardOf(card, steps, mine, dayOf(tx.now))),
  };
}

type ChildAnswer = NonNullable<Children['asked']>['children'];

const askedOf = (
  {
    by,
    saidBy,
    ...question
  }: Omit<NonNullable<Children['asked']>, 'by' | 'mine'> & {
    by: string | null;
    saidBy: string;
  },
  mine: (saidBy: string) => boolean,
) => ({ ...question, ...given('by', by), mine: mine(saidBy) });

function cardOf(
  { firstSaidBy, adultName, adultRelation, adultPhone, birthDay, ...card }: CardRow,
  all: readonly StepRow[],
  mine: (saidBy: string) => boolean,
  today: Day,
): Child {
  const steps = all.filter(({ childId }) => childId === card.id);
  return {
    id: card.id,
    versionId: card.versionId,
    name: card.name,
    relation: card.relation,
    ...(birthDay === null ? {} : { birthDay, age: ageOn(birthDay, today) }),
    ...given('caredBy', card.caredBy),
    ...given('followedBy', card.followedBy),
    ...(adultName === null
      ? {}
      : {
          safeAdult: {
            name: adultName,
            ...given('relation', adultRelation),
            ...given('phone', adultPhone),
          },
        }),
    ...given('nextDay', steps[0]?.nextDay ?? null),
    mine: mine(firstSaidBy),
    steps: steps.map(({ childId: _, saidBy, byWhom, nextDay, writtenBy, ...step }) => ({
      ...step,
      ...given('byWhom', byWhom),
      ...given('nextDay', nextDay),
      ...given('writtenBy', writtenBy),
      mine: mine(saidBy),
    })),
  };
}
