import type { DecisionOutcome, RequestKind } from '#domain/rights/request.ts';
import { by, type FactRow, type File, fact, type Voice } from './file.ts';
import type { WorkerName } from './people.ts';

interface Asked {
  at: string;
  kind: RequestKind;
  words: string;
  /** The entry it is about, and its kind; in general when left out. */
  about?: { table: 'contact'; entry: FactRow };
  answer?: { at: string; by: WorkerName; outcome: Exclude<DecisionOutcome, 'prolonged'>; words: string };
}

/** Somebody asks that something be put right, deleted or used less, and what came of it. */
export function askForRight(
  file: File,
  voice: Voice,
  name: string,
  { at, kind, words, about, answer }: Asked,
): void {
  const { book, calendar } = file;
  const request = fact(file, 'rights_request', name, calendar.at(at), voice, 'participant-own');
  book.add('rights_request', {
    ...request,
    kind,
    words,
    about_table: about?.table ?? null,
    about_fact_id: about?.entry.fact_id ?? null,
    about_class: about?.entry.legal_class ?? null,
  });
  if (answer === undefined) return;
  book.add('rights_decision', {
    ...fact(file, 'rights_decision', name, calendar.at(answer.at), by(answer.by), 'shared-plan'),
    request_id: request.id,
    outcome: answer.outcome,
    words: answer.words,
    until_day: null,
  });
}
