import type { EmergencyOpening } from '#contract/emergency.ts';
import { m } from '#text/generated/messages.js';
import { nearMoment, timeOf } from '../app/dates.ts';

/** Who it was, also when they cannot be named any more. */
const openerOf = ({ by, organisation }: Pick<EmergencyOpening, 'by' | 'organisation'>): string =>
  by === undefined
    ? m.emergency_somebody()
    : organisation === undefined
      ? by
      : m.emergency_who_from({ name: by, organisation });

interface OpeningStoryProps {
  opening: EmergencyOpening;
  now: string;
  /** What stands there until somebody has looked into it. */
  unreviewed?: string;
}

/** One opening as a short story: who and when, why in their words, and what was found about it. */
export function OpeningStory({ opening, now, unreviewed }: OpeningStoryProps) {
  const { openedAt, closesAt, reason, review } = opening;
  return (
    <>
      <p>
        <strong>{m.emergency_story({ who: openerOf(opening), moment: nearMoment(openedAt, now) })}</strong>
      </p>
      <p className="mv-meta">
        {closesAt > now
          ? m.emergency_closes({ time: timeOf(closesAt) })
          : m.emergency_closed({ moment: nearMoment(closesAt, now) })}
      </p>
      <p>{m.quote({ words: reason })}</p>
      {review ? (
        <p>
          {review.by
            ? m.emergency_reviewed_by({ name: review.by, finding: findingText(review.outcome) })
            : m.emergency_reviewed({ finding: findingText(review.outcome) })}{' '}
          {m.quote({ words: review.words })}
        </p>
      ) : (
        unreviewed && <p className="mv-meta">{unreviewed}</p>
      )}
    </>
  );
}

export const findingText = (outcome: 'justified' | 'not-justified'): string =>
  outcome === 'justified' ? m.emergency_justified() : m.emergency_not_justified();
