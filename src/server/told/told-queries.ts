import type { Told } from '#contract/told.ts';
import { mustSign, type ToldState, toldStates, toldVersions } from '#domain/told/told.ts';
import type { Locale } from '#text/text.ts';
import { type OpenIn, toldText } from '#text/told.ts';
import type { Opening, Tx } from '../db/database.ts';
import { raw, sql } from '../db/query.ts';

/** What has been told and what we owe to tell, without the texts. */
export async function toldStatesOf(tx: Tx, about: Opening): Promise<ToldState[]> {
  const rows = await tx.rows(
    raw(sql<{ code: string; version: number; at: string }>`
      select code, text_version as version, happened_at as at from acknowledgement_now
      where municipality_id = ${about.municipalityId} and participant_id = ${about.participantId}`),
  );
  return toldStates(rows);
}

interface TellingRow {
  id: string;
  code: string;
  version: number;
  at: string;
  words: string;
  by: string | null;
  signed_name: string | null;
}

/** Every text as it is told now, with what was told before, word for word. */
export async function toldOf(tx: Tx, about: Opening, locale: Locale): Promise<Told> {
  const [rows, open] = await Promise.all([
    tx.rows(
      raw(sql<TellingRow>`
        select a.id, a.code, a.text_version as version, a.happened_at as at, a.words, w.name as by, a.signed_name
        from acknowledgement_now a
        left join worker w on w.municipality_id = a.told_by_municipality_id and w.id = a.told_by_worker_id
        where a.municipality_id = ${about.municipalityId} and a.participant_id = ${about.participantId}
        order by a.happened_at desc, a.recorded_at desc`),
    ),
    openTo(tx, about),
  ]);
  return {
    now: tx.now,
    texts: toldStates(rows).map(({ code, state }) => ({
      code,
      version: toldVersions[code],
      mustSign: mustSign(code),
      text: toldText(code, open, locale),
      state,
      told: rows.filter((row) => row.code === code).map(tellingOf),
    })),
  };
}

const tellingOf = ({
  id,
  version,
  at,
  words,
  by,
  signed_name,
}: TellingRow): Told['texts'][number]['told'][number] => ({
  id,
  version,
  at,
  words,
  ...(by === null ? {} : { by }),
  ...(signed_name === null ? {} : { signedName: signed_name }),
});

/** What is open in the services somebody is in, or has asked for: as it stands in the timetable today. */
export async function openTo(tx: Tx, about: Opening): Promise<OpenIn[]> {
  const rows = await tx.rows(
    raw(sql<{
      service: string;
      phone: string | null;
      weekday: number | null;
      from: string;
      to: string;
      title: string;
      place: string;
    }>`
      select s.name as service, s.phone, g.weekday, to_char(g.from_time, 'HH24.MI') as "from", to_char(g.to_time, 'HH24.MI') as "to", g.title, g.place
      from service s
      left join group_series g on g.municipality_id = s.municipality_id and g.service_id = s.id
        and g.valid_from <= app.now()::date and (g.valid_to is null or app.now()::date <= g.valid_to)
      where exists (select from enrolment_now e where e.municipality_id = ${about.municipalityId} and e.participant_id = ${about.participantId}
          and e.service_municipality_id = s.municipality_id and e.service_id = s.id)
        or exists (select from enquiry_now q where q.municipality_id = ${about.municipalityId} and q.participant_id = ${about.participantId}
          and q.service_municipality_id = s.municipality_id and q.service_id = s.id)
      order by s.name, g.weekday, g.from_time, g.title`),
  );
  return [...Map.groupBy(rows, ({ service }) => service).values()].map((lines) => ({
    service: lines[0]?.service ?? '',
    phone: lines[0]?.phone ?? null,
    lines: lines.flatMap(({ weekday, from, to, title, place }) =>
      weekday === null ? [] : [{ weekday, from, to, title, place }],
    ),
  }));
}
