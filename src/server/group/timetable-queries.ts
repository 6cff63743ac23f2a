import type { Line, Timetable } from '#contract/group.ts';
import { addDays, type Day, mondayOf, startOf } from '#domain/time/day.ts';
import type { Tx } from '../db/database.ts';
import { raw, sql } from '../db/query.ts';
import { sessionsBetween } from './group-queries.ts';

interface LineRow {
  municipality_id: string;
  id: string;
  service_id: string;
  title: string;
  place: string;
  weekday: number;
  from: string;
  to: string;
  valid_from: string;
  valid_to: string | null;
  leader: string | null;
  leader_municipality_id: string | null;
  leader_worker_id: string | null;
}

/** The week a day is in: what is on, what repeats, and whose timetable the reader keeps. */
export async function timetableOf(tx: Tx, day: Day): Promise<Timetable> {
  const monday = mondayOf(day);
  const [sessions, lines, services] = await Promise.all([
    sessionsBetween(tx, startOf(monday), startOf(addDays(monday, 7))),
    tx.rows(
      raw(sql<LineRow>`
        select l.municipality_id, l.id, l.service_id, l.title, l.place, l.weekday, to_char(l.from_time, 'HH24:MI') as "from", to_char(l.to_time, 'HH24:MI') as "to",
          l.valid_from, l.valid_to, w.name as leader, l.leader_municipality_id, l.leader_worker_id
        from group_series l join app.services_i_run() r on r.municipality_id = l.municipality_id and r.service_id = l.service_id
        left join worker w on w.municipality_id = l.leader_municipality_id and w.id = l.leader_worker_id
        where l.valid_to is null or l.valid_to >= (app.now() at time zone 'Europe/Oslo')::date
        order by l.weekday, l.from_time`),
    ),
    tx.rows(
      raw(sql<{ municipality_id: string; id: string; name: string }>`
        select s.municipality_id, s.id, s.name from service s
        join app.services_i_run() r on r.municipality_id = s.municipality_id and r.service_id = s.id order by s.name`),
    ),
  ]);
  return {
    now: tx.now,
    monday,
    sessions,
    lines: lines.map(lineOf),
    services: services.map(({ municipality_id: municipalityId, id, name }) => ({
      service: { municipalityId, id },
      name,
    })),
  };
}

const lineOf = (row: LineRow): Line => ({
  line: { municipalityId: row.municipality_id, id: row.id },
  service: { municipalityId: row.municipality_id, id: row.service_id },
  title: row.title,
  place: row.place,
  weekday: row.weekday,
  from: row.from,
  to: row.to,
  validFrom: row.valid_from,
  ...(row.valid_to === null ? {} : { validTo: row.valid_to }),
  ...(row.leader === null ? {} : { leader: row.leader }),
  ...(row.leader_municipality_id === null || row.leader_worker_id === null
    ? {}
    : { leaderRef: { municipalityId: row.leader_municipality_id, id: row.leader_worker_id } }),
});
