import { type ChildFacts, childTurns } from '#domain/clock/children.ts';
import type { Day } from '#domain/time/day.ts';
import type { Tx } from '../db/database.ts';
import { raw, sql } from '../db/query.ts';

/** When somebody was asked about children, the turns after which they are asked anew, and the cards with what comes next. */
export async function loadChildren(
  rows: Tx['rows'],
  { municipalityId: m, participantId: p }: { municipalityId: string; participantId: string },
): Promise<Omit<ChildFacts, 'episodes'>> {
  const here = sql`municipality_id = ${m} and participant_id = ${p}`;
  const [childQuestions, turns, children] = await Promise.all([
    rows(
      raw(sql<{ at: string; answered: boolean }>`
        select happened_at as at, children in ('yes', 'no') and siblings in ('yes', 'no') as answered from child_question_now where ${here}`),
    ),
    rows(
      raw(
        sql<{
          day: Day;
        }>`select day from life_event_now where ${here} and kind = any (${[...childTurns]}::text[])`,
      ),
    ),
    rows(
      raw(sql<{ id: string; birthDay: Day | null; nextDay: Day | null }>`
        select c.fact_id as id, c.birth_day as "birthDay", s.next_day as "nextDay"
        from child_now c left join lateral (select t.next_day from child_step_now t
          where t.municipality_id = c.municipality_id and t.participant_id = c.participant_id and t.child_id = c.fact_id
          order by t.day desc, t.happened_at desc, t.id desc limit 1) s on true
        where c.municipality_id = ${m} and c.participant_id = ${p}`),
    ),
  ]);
  return { childQuestions, childTurns: turns.map(({ day }) => day), children };
}
