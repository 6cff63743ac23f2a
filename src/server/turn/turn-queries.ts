import type { LifeEvent, LifeEventVersions, Told } from '#contract/turn.ts';
import type { Opening, Tx } from '../db/database.ts';
import { raw, sql } from '../db/query.ts';

interface EventRow {
  id: string;
  versionId: string;
  version: number;
  kind: string;
  day: string;
  setting: string | null;
  place: string | null;
  words: string | null;
  metAtDoor: NonNullable<LifeEvent['metAtDoor']> | null;
  by: string;
  own: boolean;
  owedBy: string | null;
}

/** What is left out where nothing is said. */
const said = ({
  setting,
  place,
  words,
  metAtDoor,
}: Pick<EventRow, 'setting' | 'place' | 'words' | 'metAtDoor'>) => ({
  ...(setting === null ? {} : { setting }),
  ...(place === null ? {} : { place }),
  ...(words === null ? {} : { words }),
  ...(metAtDoor === null ? {} : { metAtDoor }),
});

/** The turns in one person's life, the latest day first, with which homecomings nobody has met. */
export async function lifeEventsOf(tx: Tx, about: Opening): Promise<LifeEvent[]> {
  const rows = await tx.rows(
    raw(sql<EventRow>`
      select e.fact_id as id, e.id as "versionId", e.version, e.kind, e.day, e.setting, e.place, e.words,
        e.met_at_door as "metAtDoor", coalesce(w.name, p.preferred_name, p.given_name, '') as by, c.opens_at as "owedBy",
        exists (select from life_event f where f.municipality_id = e.municipality_id and f.participant_id = e.participant_id
          and f.fact_id = e.fact_id and f.version = 1 and f.said_by = f.participant_id) as own
      from life_event_now e left join worker w on w.id = e.said_by
      left join profile_now p on p.municipality_id = e.municipality_id and p.participant_id = e.participant_id
      left join clock c on c.municipality_id = e.municipality_id and c.participant_id = e.participant_id
        and c.rule = 'discharge-unmet' and c.subject_id = e.fact_id
      where e.municipality_id = ${about.municipalityId} and e.participant_id = ${about.participantId}
      order by e.day desc, e.happened_at desc limit 100`),
  );
  return rows.map(({ setting, place, words, metAtDoor, owedBy, ...row }) => ({
    ...row,
    ...said({ setting, place, words, metAtDoor }),
    ...(owedBy === null ? {} : { owedBy }),
  }));
}

/** Every version of one life event, the first one first. */
export async function lifeEventVersions(tx: Tx, about: Opening, factId: string): Promise<LifeEventVersions> {
  const rows = await tx.rows(
    raw(sql<
      Omit<EventRow, 'versionId' | 'owedBy' | 'own'> & {
        recordedAt: string;
        reason: string | null;
        withdrawn: boolean;
      }
    >`
      select e.id, e.version, e.kind, e.day, e.setting, e.place, e.words, e.met_at_door as "metAtDoor",
        coalesce(w.name, p.preferred_name, p.given_name, '') as by, e.recorded_at as "recordedAt", e.correction_reason as reason, e.withdrawn
      from life_event e left join worker w on w.id = e.said_by
      left join profile_now p on p.municipality_id = e.municipality_id and p.participant_id = e.participant_id
      where e.municipality_id = ${about.municipalityId} and e.participant_id = ${about.participantId} and e.fact_id = ${factId}
      order by e.version`),
  );
  return rows.map(({ setting, place, words, metAtDoor, reason, ...row }) => ({
    ...row,
    ...said({ setting, place, words, metAtDoor }),
    ...(reason === null ? {} : { reason }),
  }));
}

/** What the participant has told, last first, while nobody has talked with them about it. */
export async function toldOf(tx: Tx, about: Opening): Promise<Told | undefined> {
  const [row] = await tx.rows(
    raw(sql<Omit<Told, 'words'> & { words: string | null }>`
      select n.fact_id as id, n.id as "versionId", n.kind, n.happened_at as at, n.words, c.opens_at as by,
        n.said_by = n.participant_id as mine
      from clock c
      join relapse_note_now n on n.municipality_id = c.municipality_id and n.participant_id = c.participant_id and n.fact_id = c.subject_id
      where c.municipality_id = ${about.municipalityId} and c.participant_id = ${about.participantId} and c.rule = 'relapse-contact'
      order by n.happened_at desc limit 1`),
  );
  if (row === undefined) return undefined;
  const { words, ...told } = row;
  return { ...told, ...(words === null ? {} : { words }) };
}
