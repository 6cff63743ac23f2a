import { Temporal } from 'temporal-polyfill';
import type { LegalClass } from '#domain/fact/legal-class.ts';
import type { Book } from './book.ts';
import type { Calendar } from './calendar.ts';
import { idOf, type Kind } from './ids.ts';
import { type Persona, personas, type Someone, type WorkerName, workers } from './people.ts';

/** One participant's file while it is being written. */
export interface File {
  book: Book;
  calendar: Calendar;
  who: Someone;
}

/** Whose words or act it is, and who puts it in; a participant without a login tells it to somebody. */
export interface Voice {
  saidBy: string;
  recordedBy: string;
  minutesLater: number;
}

const loginOf = (worker: WorkerName): string => {
  const persona = Object.values<Persona>(personas).find((one) => one.workers.includes(workers[worker]));
  if (persona === undefined) throw new Error(`${worker} has no login to write with`);
  return persona.loginId;
};

export const by = (worker: WorkerName): Voice => ({
  saidBy: workers[worker].id,
  recordedBy: loginOf(worker),
  minutesLater: 6,
});

/** The participant's own words, written down by a worker. */
export const toldTo = (who: Someone, worker: WorkerName): Voice => ({
  saidBy: who.participantId,
  recordedBy: loginOf(worker),
  minutesLater: 4,
});

/** The participant's own, from their own phone. */
export const self = (persona: 'rune' | 'tone'): Voice => ({
  saidBy: personas[persona].participant?.participantId ?? '',
  recordedBy: personas[persona].loginId,
  minutesLater: 0,
});

export interface FactRow {
  municipality_id: string;
  participant_id: string;
  id: string;
  fact_id: string;
  version: number;
  supersedes: string | null;
  correction_reason: string | null;
  withdrawn: boolean;
  happened_at: string;
  recorded_at: string;
  recorded_by: string;
  said_by: string;
  legal_class: LegalClass;
}

/**
 * What every fact has. Its name is the participant's key and, where there may be several, a word of its own.
 * @param happenedAt an instant that is shifted already
 */
export function fact(
  { who }: File,
  kind: Kind,
  name: string,
  happenedAt: string,
  voice: Voice,
  law: LegalClass,
): FactRow {
  const id = idOf(kind, name === '' ? who.key : `${who.key}/${name}`);
  return {
    municipality_id: who.municipalityId,
    participant_id: who.participantId,
    id,
    fact_id: id,
    version: 1,
    supersedes: null,
    correction_reason: null,
    withdrawn: false,
    happened_at: happenedAt,
    recorded_at: Temporal.Instant.from(happenedAt).add({ minutes: voice.minutesLater }).toString(),
    recorded_by: voice.recordedBy,
    said_by: voice.saidBy,
    legal_class: law,
  };
}

/** The next version of a fact, which supersedes the one before. */
export const versionAfter = (before: FactRow, next: FactRow, reason: string): FactRow => ({
  ...next,
  fact_id: before.fact_id,
  version: before.version + 1,
  supersedes: before.id,
  correction_reason: reason,
});
