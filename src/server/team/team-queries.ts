import type { TeamMember } from '#contract/plan.ts';
import type { Opening, Tx } from '../db/database.ts';
import { raw, sql } from '../db/query.ts';

interface MemberRow {
  id: string;
  version_id: string;
  name: string;
  role: string;
  municipality_id: string;
  worker_id: string;
  organisation: string;
  organisation_kind: string;
  phone: string | null;
  valid_to: string | null;
  substitute_for: string | null;
  chosen: boolean;
}

/** The people around one participant now: contact person first, who is away and who steps in. */
export async function teamOf(tx: Tx, about: Opening): Promise<TeamMember[]> {
  const rows = await tx.rows(
    raw(sql<MemberRow>`
      select t.fact_id as id, t.id as version_id, w.name, t.role, w.municipality_id, w.id as worker_id, o.name as organisation, o.kind as organisation_kind,
        w.phone, least(t.valid_to, app.works_until(w.municipality_id, w.id)) as valid_to, t.substitute_for, t.said_by = t.participant_id as chosen
      from team_membership_now t
      join worker w on w.municipality_id = t.worker_municipality_id and w.id = t.worker_id
      join organisation o on o.municipality_id = w.municipality_id and o.id = w.organisation_id
      where t.municipality_id = ${about.municipalityId} and t.participant_id = ${about.participantId}
        and t.valid_from <= app.now() and coalesce(app.now() < least(t.valid_to, app.works_until(w.municipality_id, w.id)), true)
      order by array_position(array['contact-person', 'coordinator', 'peer', 'team-member'], t.role), t.substitute_for nulls first, w.name`),
  );
  const nameById = new Map(rows.map((row) => [row.id, row.name]));
  const awayUntil = new Map(
    rows.flatMap((row) =>
      row.substitute_for === null || row.valid_to === null
        ? []
        : [[row.substitute_for, row.valid_to] as const],
    ),
  );
  return rows.map((row) => {
    const away = awayUntil.get(row.id);
    const standsIn = row.substitute_for === null ? undefined : nameById.get(row.substitute_for);
    return {
      id: row.id,
      versionId: row.version_id,
      name: row.name,
      role: row.role,
      chosen: row.chosen,
      worker: { municipalityId: row.municipality_id, id: row.worker_id },
      organisation: row.organisation,
      organisationKind: row.organisation_kind,
      ...(row.phone === null ? {} : { phone: row.phone }),
      ...(row.valid_to === null ? {} : { until: row.valid_to }),
      ...(standsIn === undefined ? {} : { substituteFor: standsIn }),
      ...(away === undefined ? {} : { awayUntil: away }),
    };
  });
}
