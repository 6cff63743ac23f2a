import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReviewPage as Review } from '#contract/review.ts';
import { m } from '#text/generated/messages.js';
import { FoundView } from '../app/found-view.tsx';
import { ApiProblem } from '../app/problem.ts';
import { addressQuery } from '../app/queries.ts';
import { Heading } from '../ui/heading.tsx';
import { ReviewView } from './review-view.tsx';
import type { ReviewWords } from './review-words.ts';
import { Written } from './written.tsx';

const wordsOf = (name: string): ReviewWords => ({
  ownWords: m.review_own_words_of({ name }),
  notWritten: m.review_not_written_of({ name }),
  write: m.review_write_with({ name }),
  rewrite: m.review_write_with({ name }),
  writeNote: m.review_with_note({ name }),
  done: m.review_done_of({ name }),
  people: m.review_people_of({ name }),
  tookPart: m.review_took_part_of({ name }),
});

const reviewQuery = (participantId: string) => addressQuery<Review>(`/api/people/${participantId}/review`);

/** Before that a meeting is about something else. */
const firstWeek = 5;

const nameIn = (page: Review): string => page.name ?? m.person_unnamed();

/** The weeks of one person, for those beside them: read together, and written together. */
export function ReviewPage({ participantId }: { participantId: string }) {
  const query = useQuery(reviewQuery(participantId));
  return (
    <div className="mv-review-page mv-stack">
      <FoundView query={query}>
        {(page) => (
          <>
            <p className="mv-no-print">
              <Link to="/deltaker/$participantId" params={{ participantId }} search={{ fane: 'forlop' }}>
                {m.review_back({ name: nameIn(page) })}
              </Link>
            </p>
            <Heading level={1}>{m.review_of({ name: nameIn(page) })}</Heading>
            <ReviewView page={page} words={wordsOf(nameIn(page))} />
          </>
        )}
      </FoundView>
    </div>
  );
}

/** How the meeting in week six begins: what the person says of the weeks, and the way to all of it. Not there for those who may not see it. */
export function ReviewOpening({ participantId }: { participantId: string }) {
  const query = useQuery({
    ...reviewQuery(participantId),
    retry: (count, error) => count < 2 && !(error instanceof ApiProblem && error.status < 500),
  });
  const page = query.data;
  if (!page || !(page.written || page.week === undefined || page.week >= firstWeek)) return null;
  const name = nameIn(page);
  return (
    <>
      <Written page={page} words={{ ...wordsOf(name), ownWords: m.review_of({ name }) }} />
      <p className="mv-no-print">
        <Link to="/seks-uker/$participantId" params={{ participantId }}>
          {m.review_whole()}
        </Link>
      </p>
    </>
  );
}
