import { type MandateScope, topicsOfMandate } from '#domain/access/mandate.ts';
import type { Topic } from '#domain/access/topics.ts';
import { type File, fact, type Voice } from './file.ts';
import { type OrganisationName, organisations, type WorkerName, workers } from './people.ts';
import { related } from './planning.ts';

/** The participant's own no. */
export function block(
  file: File,
  at: string,
  voice: Voice,
  { to, topics }: { to?: WorkerName | { organisation: OrganisationName }; topics?: Topic[] },
): void {
  const worker = typeof to === 'string' ? workers[to] : undefined;
  const organisation = typeof to === 'object' ? organisations[to.organisation] : undefined;
  file.book.add('block', {
    ...fact(
      file,
      'block',
      worker?.id ?? organisation?.id ?? 'all',
      file.calendar.at(at),
      voice,
      'participant-own',
    ),
    worker_municipality_id: worker?.municipalityId ?? null,
    worker_id: worker?.id ?? null,
    organisation_municipality_id: organisation?.municipalityId ?? null,
    organisation_id: organisation?.id ?? null,
    topics: topics ?? null,
  });
}

/** A guardian's mandate, noted by a worker who has seen the document. */
export function mandate(
  file: File,
  at: string,
  voice: Voice,
  { guardian, scopes, document }: { guardian: string; scopes: MandateScope[]; document: string },
): void {
  const on = file.calendar.at(at);
  file.book.add('mandate', {
    ...fact(file, 'mandate', guardian, on, voice, 'social-case'),
    related_person_id: related(file, guardian, file.calendar.now, voice).id,
    scopes,
    topics: topicsOfMandate(scopes),
    document,
    valid_from: on,
    valid_to: null,
  });
}

/** Opened at night without a relation, and what the one who reviewed it said. */
export function emergency(
  file: File,
  {
    at,
    until,
    by,
    reason,
    review,
  }: {
    at: string;
    until: string;
    by: Voice & { worker: WorkerName };
    reason: string;
    review: { at: string; by: Voice; words: string };
  },
): void {
  const opened = fact(file, 'emergency_opening', '', file.calendar.at(at), by, 'health-record');
  file.book.add('emergency_opening', {
    ...opened,
    worker_municipality_id: workers[by.worker].municipalityId,
    worker_id: workers[by.worker].id,
    reason,
    valid_from: file.calendar.at(at),
    valid_to: file.calendar.at(until),
  });
  file.book.add('emergency_review', {
    ...fact(file, 'emergency_review', '', file.calendar.at(review.at), review.by, 'health-record'),
    opening_id: opened.id,
    outcome: 'justified',
    words: review.words,
  });
}
