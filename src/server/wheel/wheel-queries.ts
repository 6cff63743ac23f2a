import type { AreaTalk } from '#contract/own-words.ts';
import type { Opening, Tx } from '../db/database.ts';
import { raw, sql } from '../db/query.ts';

interface Row {
  area: AreaTalk['area'];
  id: string;
  rating: number | null;
  words: string | null;
  at: string;
}

/** The first and the latest answer for each part of life that has been talked about: one's own, and no other's. */
export async function lifeAreasOf(tx: Tx, about: Opening): Promise<AreaTalk[]> {
  const rows = await tx.rows(
    raw(sql<Row>`
      select area, id, rating, words, at from (
        select area, fact_id as id, rating, words, happened_at as at,
          row_number() over (partition by area order by happened_at, recorded_at, id) as age,
          row_number() over (partition by area order by happened_at desc, recorded_at desc, id desc) as newness
        from life_area_rating_now
        where municipality_id = ${about.municipalityId} and participant_id = ${about.participantId}) answer
      where age = 1 or newness = 1 order by area, age`),
  );
  return [...Map.groupBy(rows, ({ area }) => area)].flatMap(([area, [first, latest]]) =>
    first === undefined
      ? []
      : [{ area, first: saidOf(first), ...(latest === undefined ? {} : { latest: saidOf(latest) }) }],
  );
}

const saidOf = ({ id, rating, words, at }: Row): AreaTalk['first'] => ({
  id,
  at,
  ...(rating === null ? {} : { rating }),
  ...(words === null ? {} : { words }),
});
