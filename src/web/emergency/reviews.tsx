import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { EmergencyReviews } from '#contract/emergency.ts';
import { m } from '#text/generated/messages.js';
import { addressQuery } from '../app/queries.ts';
import { QueryView } from '../app/query-view.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Details } from '../ui/details.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { OpeningStory } from './opening-story.tsx';
import { ReviewForm } from './review-form.tsx';
import './emergency.css';

type Opening = EmergencyReviews['openings'][number];

/** What was opened in an emergency and waits to be looked into; what was found about the others. */
export function Reviews() {
  const query = useQuery(addressQuery<EmergencyReviews>('/api/emergency/openings'));
  const [reviewing, setReviewing] = useState<Opening>();
  const close = () => setReviewing(undefined);
  return (
    <QueryView query={query}>
      {({ openings, now }) => {
        const waiting = openings.filter(({ review }) => !review);
        const reviewed = openings.filter(({ review }) => review);
        return (
          <>
            <Card title={m.reviews_title()}>
              <p className="mv-meta">{m.reviews_lead()}</p>
              {waiting.length === 0 && <EmptyState>{m.reviews_none()}</EmptyState>}
              <List openings={waiting} now={now} onReview={setReviewing} />
              {reviewed.length > 0 && (
                <Details summary={m.reviews_done()}>
                  <List openings={reviewed} now={now} />
                </Details>
              )}
            </Card>
            {reviewing && (
              <Dialog title={m.review_emergency_title()} closeLabel={m.close()} onClose={close}>
                <ReviewForm opening={reviewing} now={now} onSaved={close} />
              </Dialog>
            )}
          </>
        );
      }}
    </QueryView>
  );
}

interface ListProps {
  openings: readonly Opening[];
  now: string;
  onReview?: (opening: Opening) => void;
}

const List = ({ openings, now, onReview }: ListProps) => (
  <ul className="emergency-list">
    {openings.map((opening) => (
      <li key={opening.id} className="mv-stack">
        <OpeningStory opening={opening} now={now} />
        {opening.mine && <p className="mv-meta">{m.review_not_own()}</p>}
        {onReview && !opening.mine && (
          <div>
            <Button onClick={() => onReview(opening)}>{m.review_emergency()}</Button>
          </div>
        )}
      </li>
    ))}
  </ul>
);
