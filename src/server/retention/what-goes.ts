// Finds what the time has passed for, as the owner: nobody who is logged in may delete anything.
import type pg from 'pg';
import { type LegalClass, legalClasses } from '#domain/fact/legal-class.ts';
import { type Content, isDue, type Keeping, type Row, whatCanGo } from '#domain/retention/due.ts';
import type { Going } from '#domain/retention/tally.ts';
import { dayOf } from '#domain/time/day.ts';

/** A row that goes. */
export interface Item extends Going {
  id: string;
  factId: string;
}
type Found = Omit<Item, 'because'>;

/** A table of facts and its columns that refer to a row of one. */
interface Kind {
  table: string;
  refers: { column: string; to: string }[];
}

const keyOf = (table: string, id: string): string => `${table}/${id}`;

/** Every table of facts, and how they refer to each other, from the catalogue: a new one is never forgotten. */
export async function kindsOf(client: pg.Client): Promise<Kind[]> {
  const { rows } = await client.query<{ table: string; refers: Kind['refers'] }>(`
    with facts as (select fact_table, format('app.%I', fact_table)::regclass as oid from app.fact_tables())
    select t.fact_table as table, coalesce((
      select jsonb_agg(jsonb_build_object('column', a.attname, 'to', o.fact_table))
      from pg_constraint k join facts o on o.oid = k.confrelid
      cross join lateral unnest(k.conkey, k.confkey) pair (mine, theirs)
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = pair.mine
      join pg_attribute b on b.attrelid = k.confrelid and b.attnum = pair.theirs and b.attname = 'id'
      where k.contype = 'f' and k.conrelid = t.oid), '[]') as refers
    from facts t order by 1`);
  return rows;
}

/** In an order in which rows can go: whatever refers to something before what it refers to. */
export function goingOrder(kinds: readonly Kind[]): Kind[] {
  const order: Kind[] = [];
  const left = new Set(kinds);
  while (left.size > 0) {
    const next = [...left].find(({ table }) =>
      [...left].every((other) => other.table === table || !other.refers.some(({ to }) => to === table)),
    );
    if (next === undefined) throw new Error('tables of facts refer to each other in a ring');
    left.delete(next);
    order.push(next);
  }
  return order;
}

async function keepingOf(client: pg.Client, municipality: string): Promise<Keeping> {
  const { rows: periods } = await client.query<{ legal_class: LegalClass; months: number }>(
    `select legal_class, months from (select distinct on (legal_class) legal_class, months from retention_period
      where municipality_id = $1 order by legal_class, set_at desc, id desc) newest where months is not null`,
    [municipality],
  );
  const { rows: held } = await client.query<{ id: string }>(
    `select participant_id as id from retention_hold where municipality_id = $1 and lifted_at is null
      -- Somebody registered twice is held, and followed up, on all of their rows.
      union select q.participant_id from same_person q join retention_hold h on h.participant_id = q.same_participant_id and h.lifted_at is null
      where q.municipality_id = $1`,
    [municipality],
  );
  const { rows: here } = await client.query<{ id: string }>(
    `select distinct participant_id as id from enrolment_now e
      where e.municipality_id = $1 and app.under_way(e.municipality_id, e.participant_id, e.fact_id)
      union select q.participant_id from same_person q
      join enrolment_now e on e.municipality_id = q.same_municipality_id and e.participant_id = q.same_participant_id
      where q.municipality_id = $1 and app.under_way(e.municipality_id, e.participant_id, e.fact_id)`,
    [municipality],
  );
  const { rows: clock } = await client.query<{ now: Date }>('select app.now() as now');
  return {
    months: Object.fromEntries(periods.map(({ legal_class, months }) => [legal_class, months])),
    held: new Set(held.map(({ id }) => id)),
    underWay: new Set(here.map(({ id }) => id)),
    today: dayOf((clock[0]?.now ?? new Date()).toISOString()),
  };
}

/**
 * What can go now in one municipality: content whose time has passed, and what somebody has asked to be deleted and been
 * told yes; without what something that stays refers to.
 * @param only the rows of a plan that was approved: nothing else goes, whatever has come to be due meanwhile
 */
export async function whatGoes(
  client: pg.Client,
  municipality: string,
  only?: ReadonlySet<string>,
): Promise<Item[]> {
  const kinds = await kindsOf(client);
  const keeping = await keepingOf(client, municipality);
  const erased = await grantedErasures(client, municipality, keeping);
  const dueContent = await contentThatIsDue(client, municipality, kinds, keeping);
  const people = [
    ...new Set([...dueContent.map(({ participantId }) => participantId), ...erased.values()]),
  ].sort();
  const items: (Found & Row)[] = [];
  for (const kind of kinds) items.push(...(await rowsOfKind(client, municipality, kind, people)));
  const passed = new Set(dueContent.map(({ participantId, legalClass }) => `${participantId} ${legalClass}`));
  const isPassed = ({ participantId, legalClass }: Found) => passed.has(`${participantId} ${legalClass}`);
  const due = items.filter(
    (item) => (isPassed(item) || erased.has(keyOf(item.table, item.factId))) && (only?.has(item.key) ?? true),
  );
  const going = whatCanGo(new Set(due.map(({ key }) => key)), items);
  return items
    .filter(({ key }) => going.has(key))
    .map(({ key: _, refersTo: __, ...item }) => ({
      ...item,
      because: isPassed(item) ? ('period' as const) : ('asked' as const),
    }))
    .sort((a, b) => (keyOf(a.table, a.id) < keyOf(b.table, b.id) ? -1 : 1));
}

async function contentThatIsDue(
  client: pg.Client,
  municipality: string,
  kinds: readonly Kind[],
  keeping: Keeping,
): Promise<Content[]> {
  const last = new Map<string, Content>();
  for (const { table } of kinds) {
    const { rows } = await client.query<{ participantId: string; legalClass: LegalClass; at: Date }>(
      `select participant_id as "participantId", legal_class as "legalClass", max(greatest(recorded_at, happened_at)) as at
        from app.${table} where municipality_id = $1 and legal_class = any ($2) group by 1, 2`,
      [municipality, legalClasses.filter((one) => keeping.months[one] !== undefined)],
    );
    for (const { at, ...content } of rows) {
      const key = `${content.participantId} ${content.legalClass}`;
      const lastEntryAt = at.toISOString();
      if ((last.get(key)?.lastEntryAt ?? '') < lastEntryAt) last.set(key, { ...content, lastEntryAt });
    }
  }
  const { rows: same } = await client.query<{ id: string; other: string }>(
    'select participant_id as id, same_participant_id as other from same_person where municipality_id = $1',
    [municipality],
  );
  const others = Map.groupBy(same, ({ id }) => id);
  // A person's content has the age of its last entry, on whichever of their rows it was written.
  const ofPerson = (content: Content): Content => {
    const rows = (others.get(content.participantId) ?? []).map(({ other }) =>
      last.get(`${other} ${content.legalClass}`),
    );
    const entries = [content, ...rows].flatMap((one) => (one === undefined ? [] : [one.lastEntryAt]));
    return { ...content, lastEntryAt: entries.toSorted().at(-1) ?? content.lastEntryAt };
  };
  return [...last.values()].map(ofPerson).filter((content) => isDue(content, keeping));
}

/** Facts that somebody has asked to be deleted, where the answer is yes, with whose they are. */
async function grantedErasures(
  client: pg.Client,
  municipality: string,
  { held }: Keeping,
): Promise<Map<string, string>> {
  const { rows } = await client.query<{ table: string; factId: string; participantId: string }>(
    `select r.about_table as "table", r.about_fact_id as "factId", r.participant_id as "participantId"
      from rights_request_now r join rights_decision_now d
        on d.municipality_id = r.municipality_id and d.participant_id = r.participant_id and d.request_id = r.fact_id and d.outcome = 'granted'
      where r.municipality_id = $1 and r.kind = 'erase' and r.about_fact_id is not null`,
    [municipality],
  );
  return new Map(
    rows
      .filter(({ participantId }) => !held.has(participantId))
      .map(({ table, factId, participantId }) => [keyOf(table, factId), participantId]),
  );
}

async function rowsOfKind(
  client: pg.Client,
  municipality: string,
  { table, refers }: Kind,
  people: readonly string[],
): Promise<(Found & Row)[]> {
  const columns = refers.map(({ column }) => `, ${column} as "refers ${column}"`).join('');
  const { rows } = await client.query<
    Omit<Found, 'table' | 'lastEntryAt'> & { at: Date } & Record<string, unknown>
  >(
    `select id, fact_id as "factId", participant_id as "participantId", legal_class as "legalClass", topic, greatest(recorded_at, happened_at) as at${columns}
      from app.${table} where municipality_id = $1 and participant_id = any ($2)`,
    [municipality, people],
  );
  return rows.map(({ id, factId, participantId, legalClass, topic, at, ...row }) => ({
    table,
    id,
    factId,
    participantId,
    legalClass,
    topic,
    lastEntryAt: at.toISOString(),
    key: keyOf(table, id),
    refersTo: refers.flatMap(({ column, to }) => {
      const value = row[`refers ${column}`];
      return typeof value === 'string' ? [keyOf(to, value)] : [];
    }),
  }));
}
