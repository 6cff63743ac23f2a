import Type from 'typebox';
import {
  ConfidedAbout,
  Letterboxes,
  Letters,
  Received,
  TakeLetter,
  WriteAbout,
  WriteForMyself,
} from '#contract/letter.ts';
import { Created, Id, ParticipantPath } from '#contract/shapes.ts';
import { takeLetter } from '../db/letter.ts';
import { refuseForgery, refuseOtherSites } from '../http/session-cookie.ts';
import {
  type App,
  asReader,
  ChangeHeaders,
  changeRoute,
  once,
  problems,
  type Shell,
  withdrawRoute,
} from '../http/shell.ts';
import { found } from '../refused.ts';
import { connectLetter, dropLetter, returnLetter } from './letter-commands.ts';
import { confidedOf, letterboxes, lettersOf } from './letter-queries.ts';

const LetterHeaders = Type.Object({ 'idempotency-key': Type.Optional(Id) });

/** @param limit letters from one address in ten minutes */
export function letterRoutes(app: App, shell: Shell, limit: number): void {
  publicRoutes(app, shell, limit);
  app.get(
    '/api/letters',
    {
      schema: {
        summary: 'The letters in the boxes that are mine to open',
        response: { 200: Letters, ...problems },
      },
    },
    (request) =>
      asReader(shell, request, 'nobody', async (tx) => ({ now: tx.now, letters: await lettersOf(tx) })),
  );
  app.post(
    '/api/letter-notings',
    {
      schema: {
        summary: 'Read and dealt with, and connected to nobody',
        body: TakeLetter,
        headers: ChangeHeaders,
        response: { 201: Created, ...problems },
      },
    },
    async (request, reply) => {
      refuseForgery(request);
      const { letter } = request.body;
      const id = await asReader(shell, request, 'nobody', (tx) =>
        once(shell, tx, request, request.body, async () => {
          await takeLetter(tx, letter, 'noted');
          return letter.id;
        }),
      );
      return reply.status(201).send({ id });
    },
  );
  // A page of its own, and not a part of the person's: that is read by the person too, with another's eyes (decision 36).
  app.get(
    '/api/people/:participantId/letters',
    {
      schema: {
        summary: 'What those who are close have told the service about somebody',
        params: ParticipantPath,
        response: { 200: ConfidedAbout, ...problems },
      },
    },
    (request) =>
      asReader(shell, request, { look: 'papers', ids: [request.params.participantId] }, async (tx) => ({
        now: tx.now,
        letters: await confidedOf(tx, found(tx.openings[0])),
      })),
  );
  changeRoute(
    app,
    shell,
    {
      path: 'letters',
      purpose: 'papers',
      summary: 'Connects a letter to somebody; it stays the writer’s',
      params: ParticipantPath,
      body: TakeLetter,
    },
    connectLetter,
  );
  withdrawRoute(app, shell, {
    path: 'letters',
    purpose: 'papers',
    summary: 'It was about somebody else; the letter lies in the box again',
    table: 'confided',
    unless: returnLetter,
  });
}

/**
 * For anybody, logged in or not: no session is read. Every letter that fits gets the same answer after the same work, so
 * that nobody can ask whom we know by writing about them.
 */
function publicRoutes(app: App, shell: Shell, limit: number): void {
  const config = { rateLimit: { max: limit, timeWindow: '10 minutes' } };
  app.get(
    '/api/letterboxes',
    { schema: { summary: 'The services one can write to', response: { 200: Letterboxes, ...problems } } },
    () => shell.database.asNobody(letterboxes),
  );
  app.post(
    '/api/letters',
    {
      config,
      schema: {
        summary: 'Writes to a service about somebody one is worried for',
        body: WriteAbout,
        headers: LetterHeaders,
        response: { 201: Received, ...problems },
      },
    },
    async (request, reply) => {
      refuseOtherSites(request);
      const { body } = request;
      const { about, relation, confidence } = body;
      const writing = {
        kind: 'about-somebody' as const,
        about: about.trim(),
        relation: relation?.trim() ?? null,
        confidence,
      };
      await shell.database.asNobody((rows) => dropLetter(rows, request, body, writing));
      return reply.status(201).send({ received: true });
    },
  );
  app.post(
    '/api/letters/for-myself',
    {
      config,
      schema: {
        summary: 'Somebody close to another asks for help themself',
        body: WriteForMyself,
        headers: LetterHeaders,
        response: { 201: Received, ...problems },
      },
    },
    async (request, reply) => {
      refuseOtherSites(request);
      const { body } = request;
      const writing = { kind: 'for-myself' as const, about: null, relation: null, confidence: null };
      await shell.database.asNobody((rows) => dropLetter(rows, request, body, writing));
      return reply.status(201).send({ received: true });
    },
  );
}
