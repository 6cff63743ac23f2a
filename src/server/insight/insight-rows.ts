import type { Merge } from '#contract/merge.ts';
import { type LegalClass, legalClasses } from '#domain/fact/legal-class.ts';
import type { Tally } from '#domain/insight/withheld.ts';
import type { Opening, Tx } from '../db/database.ts';
import { myMerges } from '../db/merges.ts';
import type { NumberHouse } from '../db/person-number.ts';
import { raw, sql } from '../db/query.ts';

/** One version of a fact, as it is kept. */
export interface FactVersion {
  id: string;
  fact_id: string;
  version: number;
  correction_reason: string | null;
  withdrawn: boolean;
  superseded: boolean;
  happened_at: string;
  recorded_at: string;
  recorded_by: string;
  said_by: string;
  legal_class: LegalClass;
  topic: string;
  participant_id: string;
  [column: string]: unknown;
}

export interface FactKind {
  table: string;
  /** Read through a view, since some of its columns have a topic of their own. */
  guarded: boolean;
}

const AT_A_TIME = 500;
const FIRST = '00000000-0000-0000-0000-000000000000';

/** Every kind of fact there is, from the catalogue, so that none can be forgotten. */
export const factKinds = (tx: Tx): Promise<FactKind[]> =>
  tx.rows(raw(sql<FactKind>`select fact_table as "table", guarded from app.fact_tables()`));

/** All versions of one kind on all of one's rows, each row's in the order in which they were written, some hundred at a time. */
export async function* versionsOf(
  tx: Tx,
  house: NumberHouse,
  rows: readonly Opening[],
  kind: FactKind,
): AsyncGenerator<FactVersion> {
  for (const about of rows) yield* versionsOn(tx, house, about, kind);
}

async function* versionsOn(
  tx: Tx,
  house: NumberHouse,
  about: Opening,
  { table, guarded }: FactKind,
): AsyncGenerator<FactVersion> {
  for (let after = FIRST; ; ) {
    const rows: FactVersion[] = await tx.rows(
      raw(sql<FactVersion>`select f.* from ${sql.table(guarded ? `${table}_seen` : table)} f
        where f.municipality_id = ${about.municipalityId} and f.participant_id = ${about.participantId} and f.id > ${after}
        order by f.id limit ${AT_A_TIME}`),
    );
    for (const row of rows) yield table === 'person_number' ? inPlain(house, about, row) : row;
    const last = rows.at(-1);
    if (last === undefined || rows.length < AT_A_TIME) return;
    after = last.id;
  }
}

/** A number is given in plain: what it is sealed with means nothing to its owner. */
function inPlain({ numbers }: NumberHouse, about: Opening, row: FactVersion): FactVersion {
  const { sealed, sealed_with, mark: _, marked_with: __, ...rest } = row;
  const kept = { sealed: sealed as Buffer, sealed_with: String(sealed_with) };
  return { ...(rest as FactVersion), number: numbers.open(kept, about.participantId) };
}

/** How many there are about the participant, also those that nobody lets them read. */
export async function countsOf(tx: Tx): Promise<Tally[]> {
  const rows = await tx.rows(
    raw(sql<{ table: string; legalClass: string; count: number }>`
      select fact_table as "table", legal_class as "legalClass", count from app.my_fact_counts()`),
  );
  return rows.flatMap(({ legalClass, ...row }) => {
    const known = legalClasses.find((one) => one === legalClass);
    return known === undefined ? [] : [{ ...row, legalClass: known }];
  });
}

export interface Look {
  number: number;
  at: string;
  who: string;
  organisation: string | null;
  action: string;
  purpose: string;
  topics: number;
}

/** The whole log of who has looked, the oldest first. */
export async function* looksAt(tx: Tx): AsyncGenerator<Look> {
  for (let after = 0; ; ) {
    const rows: Look[] = await tx.rows(
      raw(
        sql<Look>`select number, at, who, organisation, action, purpose, topics from app.my_whole_log(${after}, ${AT_A_TIME})`,
      ),
    );
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < AT_A_TIME) return;
    after = last.number;
  }
}

export interface Voice {
  id: string;
  name: string;
  organisation: string | null;
}

/** Whom the ids in the facts stand for: workers, those who are close, and the places and services that facts name. */
export async function voicesOf(tx: Tx, about: readonly Opening[]): Promise<Map<string, Voice>> {
  const here = hereOf(about);
  const rows = await tx.rows(
    raw(sql<Voice>`
      select id, name, organisation from app.my_voices()
      union select w.id, w.name, o.name from worker w join organisation o on o.municipality_id = w.municipality_id and o.id = w.organisation_id
      union select id, name, null from organisation
      union select id, name, null from service
      union select fact_id, name, null from related_person where ${here} and not superseded`),
  );
  const sessions = await tx.rows(
    raw(sql<Voice>`select g.id, g.title || ', ' || g.place as name, null as organisation from group_session g
      where exists (select from attendance a where ${here}
          and a.session_municipality_id = g.municipality_id and a.session_id = g.id)`),
  );
  return new Map([...rows, ...sessions].map((voice) => [voice.id, voice]));
}

/** Who holds a login: facts say by login who wrote them down. */
export async function writersOf(tx: Tx): Promise<Map<string, string>> {
  const rows = await tx.rows(raw(sql<{ id: string; name: string }>`select id, name from app.my_writers()`));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

const hereOf = (rows: readonly Opening[]) =>
  sql`municipality_id = any (${rows.map(({ municipalityId }) => municipalityId)}::uuid[]) and participant_id = any (${rows.map(({ participantId }) => participantId)}::uuid[])`;

export interface Besides {
  clocks: { rule: string; shows_at: string; opens_at: string }[];
  messages: {
    code: string;
    channel: string;
    not_before: string;
    created_at: string;
    delivered_at: string | null;
  }[];
  sessions: { created_at: string; ended_at: string | null; strength: string }[];
  holds: {
    because: string;
    set_by: string;
    set_at: string;
    lifted_by: string | null;
    lifted_because: string | null;
    lifted_at: string | null;
  }[];
  devices: { name: string; added_at: string; used_at: string | null; ended_at: string | null }[];
  /** Codes to come in by: those a worker made, and those that were sent to a phone. */
  codes: { kind: string; at: string; used_at: string | null }[];
  invitations: { made_at: string; used_at: string | null; withdrawn_at: string | null; expires_at: string }[];
  /** Who said that one was registered twice, and who took it back. */
  merges: Merge[];
}

/** What there is about somebody besides facts. */
export async function besidesOf(tx: Tx, about: readonly Opening[]): Promise<Besides> {
  const [clocks, messages, sessions, devices, codes, invitations, holds, merges] = await Promise.all([
    tx.rows(
      raw(sql<Besides['clocks'][number]>`select rule, shows_at, opens_at from clock
        where ${hereOf(about)} order by opens_at`),
    ),
    tx.rows(raw(sql<Besides['messages'][number]>`select * from app.my_messages()`)),
    tx.rows(raw(sql<Besides['sessions'][number]>`select * from app.my_logins()`)),
    tx.rows(raw(sql<Besides['devices'][number]>`select * from app.my_devices()`)),
    tx.rows(raw(sql<Besides['codes'][number]>`select kind, at, used_at from app.my_codes()`)),
    tx.rows(raw(sql<Besides['invitations'][number]>`select * from app.my_invitations()`)),
    tx.rows(raw(sql<Besides['holds'][number]>`select * from app.my_holds()`)),
    myMerges(tx),
  ]);
  return { clocks, messages, sessions, devices, codes, invitations, holds, merges };
}
