import { AnswerWhy, AskWhy, ChooseDigest, LookUps, MyControl, WhyPath } from '#contract/look-up.ts';
import { Created, ParticipantPath } from '#contract/shapes.ts';
import { refuseForgery } from '../http/session-cookie.ts';
import { type App, asReader, ChangeHeaders, changeRoute, once, problems, type Shell } from '../http/shell.ts';
import { lookUpsOf } from './look-up-queries.ts';
import { answerWhy, askWhy, chooseDigest } from './why-commands.ts';
import { myControl } from './why-queries.ts';

/** The log of look-ups, for the one it is about: who has looked, and why. */
export function lookUpRoutes(app: App, shell: Shell): void {
  app.get(
    '/api/my-look-ups',
    { schema: { summary: 'Who has looked, newest first', response: { 200: LookUps, ...problems } } },
    (request) => asReader(shell, request, 'nobody', (tx) => lookUpsOf(tx, 200)),
  );
  app.get(
    '/api/my-look-ups/control',
    {
      schema: {
        summary: 'What I have asked about look-ups, the answers, how often I am told, and the last week',
        response: { 200: MyControl, ...problems },
      },
    },
    (request) => asReader(shell, request, 'nobody', myControl),
  );
  changeRoute(
    app,
    shell,
    {
      path: 'look-up-questions',
      purpose: 'why.ask',
      summary: 'Asks why somebody looked',
      params: ParticipantPath,
      body: AskWhy,
    },
    askWhy,
  );
  changeRoute(
    app,
    shell,
    {
      path: 'look-up-digests',
      purpose: 'digest.choose',
      summary: 'How often I want to be told who has looked',
      params: ParticipantPath,
      body: ChooseDigest,
    },
    chooseDigest,
  );
  app.post(
    '/api/look-up-questions/:id/answers',
    {
      schema: {
        summary: 'Says why one looked, or as an auditor why somebody did',
        params: WhyPath,
        body: AnswerWhy,
        headers: ChangeHeaders,
        response: { 201: Created, ...problems },
      },
    },
    async (request, reply) => {
      refuseForgery(request);
      const id = await asReader(shell, request, 'nobody', (tx) =>
        once(shell, tx, request, request.body, () => answerWhy(tx, request.params.id, request.body.words)),
      );
      return reply.status(201).send({ id });
    },
  );
}
