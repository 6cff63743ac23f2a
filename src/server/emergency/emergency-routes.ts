import {
  EmergencyReviews,
  FindInEmergency,
  FoundInEmergency,
  OpenInEmergency,
  OpeningPath,
  ReviewEmergency,
} from '#contract/emergency.ts';
import { Created } from '#contract/shapes.ts';
import { refuseForgery } from '../http/session-cookie.ts';
import { type App, asReader, ChangeHeaders, once, problems, type Shell } from '../http/shell.ts';
import { findInEmergency, openInEmergency, reviewEmergency } from './emergency-commands.ts';
import { emergenciesToReview } from './emergency-queries.ts';

/** Each calls a function of the database that is a door of its own: whoever has no relation has no other. */
export function emergencyRoutes(app: App, shell: Shell): void {
  // A POST, so that names never stand in an address.
  app.post(
    '/api/emergency/searches',
    {
      schema: {
        summary: 'The one person with exactly this name and birth day, to open in an emergency',
        body: FindInEmergency,
        response: { 200: FoundInEmergency, ...problems },
      },
    },
    (request) => {
      refuseForgery(request);
      return asReader(shell, request, 'by-function', async (tx) => {
        const participantId = await findInEmergency(tx, request.body);
        return { now: tx.now, ...(participantId === undefined ? {} : { participantId }) };
      });
    },
  );
  app.post(
    '/api/emergency/openings',
    {
      schema: {
        summary: 'Opens somebody for some hours, with a reason; told to them, and reviewed',
        body: OpenInEmergency,
        headers: ChangeHeaders,
        response: { 201: Created, ...problems },
      },
    },
    async (request, reply) => {
      refuseForgery(request);
      const id = await asReader(shell, request, 'by-function', (tx) =>
        once(shell, tx, request, request.body, () => openInEmergency(tx, request.body)),
      );
      return reply.status(201).send({ id });
    },
  );
  app.get(
    '/api/emergency/openings',
    {
      schema: {
        summary: 'Openings in an emergency, for those who review them: by whom, when and why',
        response: { 200: EmergencyReviews, ...problems },
      },
    },
    (request) => asReader(shell, request, 'by-function', emergenciesToReview),
  );
  app.post(
    '/api/emergency/openings/:id/reviews',
    {
      schema: {
        summary: 'What an opening was; never said by the one who opened',
        params: OpeningPath,
        body: ReviewEmergency,
        headers: ChangeHeaders,
        response: { 201: Created, ...problems },
      },
    },
    async (request, reply) => {
      refuseForgery(request);
      const id = await asReader(shell, request, 'by-function', (tx) =>
        once(shell, tx, request, request.body, () => reviewEmergency(tx, request.params.id, request.body)),
      );
      return reply.status(201).send({ id });
    },
  );
}
