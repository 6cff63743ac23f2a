import { ok, type Result, refuse } from '../result.ts';

export const tellingKinds = ['relapse', 'hard-time'] as const;
export type TellingKind = (typeof tellingKinds)[number];

const AN_HOUR = 3_600_000;

export interface Telling {
  kind: TellingKind;
  /** When it was told (RFC 3339). */
  at: string;
}

/**
 * A relapse or a hard time is told by the participant, or to the contact person, who then writes that it was told.
 * Told twice within an hour is one telling; when we have talked since, it is a new one.
 * @param roles what the teller is to the participant
 * @param unanswered what has been told and nobody has talked about yet
 */
export function tell(
  kind: TellingKind,
  roles: readonly string[],
  unanswered: readonly Telling[],
  now: string,
): Result<TellingKind, 'already-told' | 'not-yours-to-do'> {
  if (!roles.includes('participant') && !roles.includes('contact-person')) return refuse('not-yours-to-do');
  const justNow = unanswered.some(
    (telling) => telling.kind === kind && Date.parse(now) - Date.parse(telling.at) < AN_HOUR,
  );
  return justNow ? refuse('already-told') : ok(kind);
}
