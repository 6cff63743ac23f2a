import type { StatusReport } from '#contract/figure.ts';
import {
  type Counted,
  type DayGroups,
  type ExactCount,
  exactStatus,
  statusOf,
} from '#domain/figure/status.ts';
import { type Day, dayOf } from '#domain/time/day.ts';
import type { Tx } from '../db/database.ts';
import { raw, sql } from '../db/query.ts';
import { found, Refused } from '../refused.ts';

interface ServiceRef {
  municipalityId: string;
  id: string;
}
interface Period {
  from: Day;
  to: Day;
}

interface GroupsRow {
  days_held: number;
  days_written: number;
  visits: number;
  people: number;
}
const groupsOf = (row: GroupsRow): DayGroups => ({
  daysHeld: row.days_held,
  daysWritten: row.days_written,
  visits: row.visits,
  people: row.people,
});

/** «Status på en dato» for a service one leads; any other is not found. */
export async function statusReport(tx: Tx, service: ServiceRef, { from, to }: Period): Promise<StatusReport> {
  const today = dayOf(tx.now);
  if (from > to) throw new Refused('period-backwards');
  if (to > today) throw new Refused('in-the-future');
  const [row] = await tx.rows(
    raw(sql<GroupsRow & { name: string; months: Counted[]; in_service: number }>`
      select * from app.status_figures(${service.municipalityId}, ${service.id}, ${from}, ${to})`),
  );
  const { name, months, in_service: inService, ...groups } = found(row);
  const lines = statusOf({ months, inService, dayGroups: groupsOf(groups) }, { from, to, today });
  return { now: tx.now, service, name, from, to, lines };
}

/** The same figures counted exactly, as the owner of the installation: for the service's own final report, never on a screen. */
export async function exactReport(
  rows: Tx['rows'],
  { municipalityId, id }: ServiceRef,
  { from, to }: Period,
): Promise<ReturnType<typeof exactStatus>> {
  const people = await rows(
    raw(sql<ExactCount>`
      select figure, gender, (count(*) filter (where day between ${from} and ${to}))::int as "inPeriod", (count(*) filter (where day <= ${to}))::int as "inAll"
      from app.figure_people(${municipalityId}, ${id}) group by 1, 2`),
  );
  const [counts] = await rows(
    raw(sql<GroupsRow & { in_service: number }>`
      select app.in_service_on(${municipalityId}, ${id}, ${to}) as in_service, d.* from app.day_groups_between(${municipalityId}, ${id}, ${from}, ${to}) d`),
  );
  const { in_service: inService, ...groups } = found(counts);
  return exactStatus({ people, inService, dayGroups: groupsOf(groups) }, { from, to });
}
