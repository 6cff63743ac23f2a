import { FactPath, ParticipantPath as params } from '#contract/shapes.ts';
import { AddWish, AnswerWish, Candidates, JudgeAnswer, RewordWish } from '#contract/wish.ts';
import { type App, asReader, changeRoute, problems, type Shell, withdrawRoute } from '../http/shell.ts';
import { found } from '../refused.ts';
import { addWish, answerWish, judgeAnswer, rewordWish } from './wish-commands.ts';
import { candidatesOf } from './wish-queries.ts';

export function wishRoutes(app: App, shell: Shell): void {
  changeRoute(
    app,
    shell,
    {
      path: 'wishes',
      purpose: 'wish.add',
      summary: 'Something the participant asks for, in own words',
      params,
      body: AddWish,
    },
    addWish,
  );
  changeRoute(
    app,
    shell,
    {
      path: 'wishes/:id/corrections',
      purpose: 'wish.reword',
      summary: 'The same wish in other words, while it waits for an answer',
      params: FactPath,
      body: RewordWish,
    },
    rewordWish,
  );
  withdrawRoute(app, shell, {
    path: 'wishes',
    purpose: 'wish.withdraw',
    summary: 'It is not wished for any more',
    table: 'wish',
  });
  answers(app, shell);
  app.get(
    '/api/people/:participantId/contact-person-candidates',
    {
      schema: {
        summary: 'Those who may become contact person',
        params,
        response: { 200: Candidates, ...problems },
      },
    },
    (request) =>
      asReader(shell, request, { look: 'wish.candidates', ids: [request.params.participantId] }, (tx) =>
        candidatesOf(tx, found(tx.openings[0])),
      ),
  );
}

function answers(app: App, shell: Shell): void {
  changeRoute(
    app,
    shell,
    {
      path: 'wish-answers',
      purpose: 'wish.answer',
      summary: 'What comes of a wish: given, something else, not, or later, and why',
      params,
      body: AnswerWish,
    },
    answerWish,
  );
  withdrawRoute(app, shell, {
    path: 'wish-answers',
    purpose: 'wish.answer',
    summary: 'The answer was a mistake',
    table: 'wish_answer',
    ownOnly: true,
  });
  changeRoute(
    app,
    shell,
    {
      path: 'wish-views',
      purpose: 'wish.judge',
      summary: 'Whether what came was what the participant wanted',
      params,
      body: JudgeAnswer,
    },
    judgeAnswer,
  );
}
