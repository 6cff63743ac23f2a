import type { WhoSees } from '#contract/sharing.ts';
import type { AccessRole } from '#domain/access/roles.ts';
import { seenBy } from '#domain/access/seen-by.ts';
import { topics } from '#domain/access/topics.ts';
import { type Beside, type Door, type Leave, type Seer, whoSees } from '#domain/access/who-sees.ts';
import { type ParentalLevel, parentalLevel, parentalLevelEnds } from '#domain/close/parental-insight.ts';
import { type Day, dayOf, startOf } from '#domain/time/day.ts';
import type { Opening, Tx } from '../db/database.ts';
import { raw, sql } from '../db/query.ts';
import { found } from '../refused.ts';

type Located<T> = T & { workerHome: string | null; organisationHome: string | null };

/** Those who see something for a while because they have a duty, and not because the participant chose them. */
const byDuty = [
  'intake',
  'outreach',
  'group-leader',
  'coordinating-unit',
  'emergency',
] as const satisfies AccessRole[];

/** Who sees what of the participant now, on whichever of their rows: each by name, and those with a duty by what they are. */
export async function whoSeesOf(tx: Tx, rows: readonly Opening[]): Promise<WhoSees> {
  const read = await Promise.all(
    rows.map((about) =>
      Promise.all([besideOf(tx, about), leavesOf(tx, about), parentsOf(tx, about), doorsOf(tx, about)]),
    ),
  );
  const beside = read.flatMap(([one]) => one);
  const leaves = read.flatMap(([, given, parents]) => [...given, ...parents]);
  // Closed on one row is closed on the others; opened on one is opened on that one alone.
  const doors = read.flatMap(([, , , one]) => one);
  const seers = read.flatMap(([one, given, parents]) => whoSees(one, [...given, ...parents], doors));
  const homes = new Map<string, string>();
  for (const { worker, workerHome } of beside) homes.set(worker, workerHome ?? '');
  for (const { worker, workerHome, organisation, organisationHome } of leaves) {
    if (worker !== undefined && workerHome !== null) homes.set(worker, workerHome);
    if (organisation !== undefined && organisationHome !== null) homes.set(organisation, organisationHome);
  }
  return {
    now: tx.now,
    people: (rows.length < 2 ? seers : onceEach(seers)).map((seer) => asShown(seer, homes)),
    byDuty: byDuty.map((role) => ({ role, topics: seenBy([role], []) })),
  };
}

/** Somebody who sees two rows of one person sees them as one who sees what is on both. */
function onceEach(seers: readonly Seer[]): Seer[] {
  const byWhom = Map.groupBy(
    seers,
    ({ worker, organisation, related }) => `${worker} ${organisation} ${related}`,
  );
  return [...byWhom.values()].map(([first, ...others]) =>
    others.reduce<Seer>(
      ({ until, ...one }, other) => ({
        ...one,
        roles: [...new Set([...one.roles, ...other.roles])],
        topics: topics.filter((topic) => one.topics.includes(topic) || other.topics.includes(topic)),
        // Until the last of them, or until they say stop.
        ...(until === undefined || other.until === undefined
          ? {}
          : { until: [until, other.until].toSorted().at(-1) ?? until }),
      }),
      found(first),
    ),
  );
}

function asShown(
  { worker, organisation, related, organisationName, ...seer }: Seer,
  homes: Map<string, string>,
) {
  const ref = (id: string) => ({ municipalityId: homes.get(id) ?? '', id });
  return {
    ...seer,
    ...(organisationName === undefined ? {} : { organisation: organisationName }),
    to: {
      ...(worker === undefined ? {} : { worker: ref(worker) }),
      ...(organisation === undefined ? {} : { organisation: ref(organisation) }),
      ...(related === undefined ? {} : { relatedPersonId: related }),
    },
  };
}

const besideOf = (tx: Tx, about: Opening): Promise<Located<Beside>[]> =>
  tx.rows(
    raw(sql<Located<Beside>>`
      select w.id as worker, w.name, o.id as organisation, o.name as "organisationName", o.kind, t.role,
        w.municipality_id as "workerHome", o.municipality_id as "organisationHome"
      from team_membership_now t
      join worker w on w.municipality_id = t.worker_municipality_id and w.id = t.worker_id
      join organisation o on o.municipality_id = w.municipality_id and o.id = w.organisation_id
      where t.municipality_id = ${about.municipalityId} and t.participant_id = ${about.participantId}
        and t.valid_from <= app.now() and (t.valid_to is null or app.now() < t.valid_to)
        and coalesce(app.now() < app.works_until(w.municipality_id, w.id), true)
      order by t.valid_from, w.name`),
  );

async function leavesOf(tx: Tx, about: Opening): Promise<Located<Leave>[]> {
  const rows = await tx.rows(
    raw(sql<{ [Key in keyof Located<Leave>]-?: Located<Leave>[Key] | null }>`
      select c.recipient_organisation_id as organisation, c.recipient_worker_id as worker, c.recipient_related_id as related,
        coalesce(w.name, o.name, r.name) as name, case when w.id is not null then o.name end as "organisationName",
        coalesce(o.kind, 'related-person') as kind, c.topics, c.valid_to as until,
        c.recipient_worker_municipality_id as "workerHome", c.recipient_municipality_id as "organisationHome"
      from consent_now c
      left join organisation o on o.municipality_id = c.recipient_municipality_id and o.id = c.recipient_organisation_id
      left join worker w on w.municipality_id = c.recipient_worker_municipality_id and w.id = c.recipient_worker_id
      left join related_person_now r on r.municipality_id = c.municipality_id and r.participant_id = c.participant_id and r.fact_id = c.recipient_related_id
      where c.municipality_id = ${about.municipalityId} and c.participant_id = ${about.participantId}
        and c.valid_from <= app.now() and (c.valid_to is null or app.now() < c.valid_to) and coalesce(o.id, r.fact_id) is not null
      order by c.valid_from desc`),
  );
  return rows.map((row) => ({
    name: row.name ?? '',
    kind: row.kind ?? '',
    topics: row.topics ?? [],
    organisation: row.organisation ?? undefined,
    worker: row.worker ?? undefined,
    related: row.related ?? undefined,
    organisationName: row.organisationName ?? undefined,
    until: row.until ?? undefined,
    workerHome: row.workerHome ?? null,
    organisationHome: row.organisationHome ?? null,
  }));
}

/** A parent of a minor, by the law and not by leave: as far as it was decided at the level that today's age gives. */
async function parentsOf(tx: Tx, about: Opening): Promise<Located<Leave>[]> {
  const rows = await tx.rows(
    raw(sql<{ related: string; name: string; topics: string[]; basis: ParentalLevel; birthDay: Day | null }>`
      select i.related_person_id as related, r.name, i.topics, i.basis, d.birth_day as "birthDay"
      from parental_insight_now i
      join related_person_now r on r.municipality_id = i.municipality_id and r.participant_id = i.participant_id and r.fact_id = i.related_person_id
      join contact_details d on d.municipality_id = i.municipality_id and d.participant_id = i.participant_id
      where i.municipality_id = ${about.municipalityId} and i.participant_id = ${about.participantId}`),
  );
  return rows.flatMap(({ related, name, topics, basis, birthDay }) =>
    birthDay === null || basis === 'none' || parentalLevel(birthDay, dayOf(tx.now)) !== basis
      ? []
      : [
          {
            name,
            kind: 'related-person',
            topics,
            related,
            organisation: undefined,
            worker: undefined,
            organisationName: undefined,
            until: startOf(parentalLevelEnds(birthDay, basis)),
            workerHome: null,
            organisationHome: null,
          },
        ],
  );
}

async function doorsOf(tx: Tx, about: Opening): Promise<Door[]> {
  const rows = await tx.rows(
    raw(sql<{ worker: string | null; organisation: string | null; topics: string[] | null }>`
      select worker_id as worker, organisation_id as organisation, topics from block_now
      where municipality_id = ${about.municipalityId} and participant_id = ${about.participantId}`),
  );
  return rows.map(({ worker, organisation, topics }) => ({
    worker: worker ?? undefined,
    organisation: organisation ?? undefined,
    topics: topics ?? undefined,
  }));
}
