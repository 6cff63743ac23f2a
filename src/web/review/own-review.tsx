import { useQuery } from '@tanstack/react-query';
import type { MyPlan } from '#contract/plan.ts';
import type { ReviewPage } from '#contract/review.ts';
import { m } from '#text/generated/messages.js';
import { addressQuery } from '../app/queries.ts';
import { QueryView } from '../app/query-view.tsx';
import { Heading } from '../ui/heading.tsx';
import { ReviewView } from './review-view.tsx';
import type { ReviewWords } from './review-words.ts';

const words = (): ReviewWords => ({
  ownWords: m.review_own_words(),
  notWritten: m.review_not_written(),
  write: m.review_write(),
  rewrite: m.review_rewrite(),
  writeNote: m.review_field_note(),
  done: m.review_done_you(),
  people: m.review_people(),
  tookPart: m.review_took_part(),
});

/** The participant looks back on their own weeks. */
export function OwnReview({ plan }: { plan: MyPlan }) {
  const query = useQuery(addressQuery<ReviewPage>(`/api/people/${plan.participantId}/review`));
  return (
    <section className="mv-stack" aria-labelledby="review">
      <Heading level={2} id="review">
        {m.review_title()}
      </Heading>
      <QueryView query={query}>{(page) => <ReviewView page={page} words={words()} />}</QueryView>
    </section>
  );
}
