import type { Insertable } from 'kysely';
import type { LegalClass } from '#domain/fact/legal-class.ts';
import type { Day } from '#domain/time/day.ts';
import type { DB, Fact } from '#server/db/schema.ts';
import type { idsFrom } from './ids.ts';
import type { Named } from './names.ts';
import type { Random } from './random.ts';
import type { factTables, Table } from './tables.ts';
import { DAY, iso, MINUTE } from './time.ts';
import type { Voice } from './voices.ts';

export type FactTable = (typeof factTables)[number] | 'step_completion';

/** Where rows go: gathered as JSON for the demonstration, as text for COPY in the bench. */
export interface Sink {
  add<T extends Table>(table: T, row: Insertable<DB[T]> | InText<Insertable<DB[T]>>): void;
}

/** Bytes travel as the text that PostgreSQL reads them from. */
type InText<Row> = { [Column in keyof Row]: Row[Column] extends Buffer ? string : Row[Column] };

export interface Place {
  municipalityId: string;
  id: string;
}
export interface Staff extends Place {
  loginId: string;
}

/** A samling as it was planned. */
export interface Samling extends Place {
  /** Milliseconds. */
  startsAt: number;
  byDay: boolean;
  leader: Staff;
  /** Not cancelled. */
  held: boolean;
}

/** Somebody in another service who stands beside those who live there. */
export interface Partner extends Place {
  role: 'nav' | 'dps' | 'coordinator';
  organisation: Place & { name: string };
}

/** One service, those who work in it, and its timetable in order. */
export interface Team {
  service: Place;
  workers: readonly [Staff, ...Staff[]];
  peer: Staff;
  partnerFor(municipalityId: string): Partner;
  sessions: readonly Samling[];
}

export interface Writing {
  sink: Sink;
  random: Random;
  newId: ReturnType<typeof idsFrom>;
  nowMs: number;
  today: Day;
  /** `whole` lives for people to look at; `lean` ones to measure with, of about 22 facts. */
  detail: 'whole' | 'lean';
}

/** One participant while their facts are written. */
export interface Person {
  /** Their place among those written: what is seldom is taken in turn, so that none of it is left out by chance. */
  turn: number;
  writing: Writing;
  team: Team;
  /** The contact person. */
  worker: Staff;
  municipalityId: string;
  id: string;
  /** Left out: they have no login, and tell what they say to the contact person. */
  loginId?: string;
  named: Named;
  phone: string;
  voice: Voice;
  /** What has been written, for counting what follows from it. */
  rows: Map<FactTable, Record<string, unknown>[]>;
}

export interface Saying {
  saidBy: string;
  recordedBy: string;
  law: LegalClass;
}

export const own = (person: Person, law: LegalClass = 'participant-own'): Saying => ({
  saidBy: person.id,
  recordedBy: person.loginId ?? person.worker.loginId,
  law,
});
export const by = (staff: Staff, law: LegalClass = 'health-record'): Saying => ({
  saidBy: staff.id,
  recordedBy: staff.loginId,
  law,
});

export type Content<T extends FactTable> = Omit<Insertable<DB[T]>, keyof Fact | 'topic' | 'superseded'>;

interface Before {
  factId: string;
  /** The version it supersedes. */
  id: string;
  version: number;
  reason: string;
}

/** A fact of the first version, at a time in milliseconds; its id is the answer. */
export const fact = <T extends FactTable>(
  person: Person,
  table: T,
  at: number,
  saying: Saying,
  content: Content<T>,
): string => write(person, table, at, saying, content);

/** The next version of a fact. */
export const correction = <T extends FactTable>(
  person: Person,
  table: T,
  at: number,
  saying: Saying,
  content: Content<T>,
  before: Before,
): string => write(person, table, at, saying, content, before);

function write<T extends FactTable>(
  person: Person,
  table: T,
  at: number,
  saying: Saying,
  content: Content<T>,
  before?: Before,
): string {
  const { sink, newId, nowMs } = person.writing;
  const happened = Math.min(at, nowMs - 5 * MINUTE);
  const id = newId(happened);
  const row = {
    municipality_id: person.municipalityId,
    id,
    participant_id: person.id,
    fact_id: before?.factId ?? id,
    version: (before?.version ?? 0) + 1,
    supersedes: before?.id ?? null,
    correction_reason: before?.reason ?? null,
    withdrawn: false,
    happened_at: iso(happened),
    recorded_at: iso(happened + 4 * MINUTE),
    recorded_by: saying.recordedBy,
    said_by: saying.saidBy,
    legal_class: saying.law,
    ...content,
  };
  // The content is typed by its table; the columns before it are the same for all.
  sink.add(table, row as unknown as Insertable<DB[T]>);
  const written = person.rows.get(table);
  if (written === undefined) person.rows.set(table, [row]);
  else written.push(row);
  return id;
}

/** The next of some, in turn. */
export const inTurn = <const All extends readonly [unknown, ...unknown[]]>(
  { turn }: Person,
  all: All,
): All[number] => all[turn % all.length] ?? all[0];

/** So long ago that what was owed has been done by now, late perhaps: holes are of these last weeks. */
export const longAgo = ({ writing: { nowMs } }: Person, at: number): boolean => at < nowMs - 30 * DAY;

/** Chance, seldom for a life that is only to be measured with. */
export const happens = (person: Person, share: number, lean = share / 4): boolean =>
  person.writing.random() < (person.writing.detail === 'whole' ? share : lean);

/** All of them for a whole life, a few for a lean one. */
export function thinned<T>(person: Person, all: readonly T[], few: number): readonly T[] {
  const { detail, random } = person.writing;
  if (detail === 'whole' || all.length <= few) return all;
  const from = Math.floor(random() * (all.length - few + 1));
  return all.slice(from, from + few);
}
