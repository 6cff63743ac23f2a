import { ReviewPage, WriteReview } from '#contract/review.ts';
import { ParticipantPath } from '#contract/shapes.ts';
import { type App, asReader, changeRoute, problems, type Shell, withdrawRoute } from '../http/shell.ts';
import { writeReview } from './review-commands.ts';
import { reviewPage } from './review-queries.ts';

/** Looking back after six weeks: read when it is opened, so that the homes stay as quick as they are. */
export function reviewRoutes(app: App, shell: Shell): void {
  app.get(
    '/api/people/:participantId/review',
    {
      schema: {
        summary: '«Hva har endret seg»: what changed since the weeks began',
        params: ParticipantPath,
        response: { 200: ReviewPage, ...problems },
      },
    },
    (request) =>
      asReader(shell, request, { person: 'review', id: request.params.participantId }, (tx) =>
        reviewPage(tx, tx.openings),
      ),
  );
  changeRoute(
    app,
    shell,
    {
      path: 'reviews',
      purpose: 'review.write',
      summary: 'What changed, what helped and the way on, in the participant’s words',
      params: ParticipantPath,
      body: WriteReview,
    },
    writeReview,
  );
  withdrawRoute(app, shell, {
    path: 'reviews',
    purpose: 'review.withdraw',
    summary: 'Takes it back; it stays in the history',
    table: 'review',
  });
}
