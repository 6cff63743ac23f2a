import {
  AgreePhone,
  ChoosePhoneNotices,
  CodesOf,
  LoginCodeMade,
  MakeLoginCode,
  SendPhoneCode,
  UseCode,
} from '#contract/code.ts';
import { Withdraw } from '#contract/contact.ts';
import { Created, FactPath, ParticipantPath } from '#contract/shapes.ts';
import { raw, sql } from '../db/query.ts';
import { refuseForgery, secretOf } from '../http/session-cookie.ts';
import { type App, asReader, changeRoute, problems, type Shell } from '../http/shell.ts';
import { found, Refused } from '../refused.ts';
import { confirm, sendingRoute } from './confirming.ts';
import { agreePhone, chooseNotices, codesOf, endPhone, giveCode, sendToNewPhone } from './given-codes.ts';

/** Codes for one participant: made by those beside them, and the number that is agreed on. */
export function givenCodeRoutes(app: App, shell: Shell): void {
  app.get(
    '/api/people/:participantId/login-codes',
    {
      schema: {
        summary: 'How somebody gets in by code: the agreed number, and the codes that workers have given',
        params: ParticipantPath,
        response: { 200: CodesOf, ...problems },
      },
    },
    (request) =>
      asReader(shell, request, { look: 'login-codes', ids: [request.params.participantId] }, (tx) =>
        codesOf(shell, tx, found(tx.openings[0])),
      ),
  );
  app.post(
    '/api/people/:participantId/login-codes',
    {
      schema: {
        summary:
          'Makes a code to log in with, which is said once; after a lost phone it closes what was open',
        params: ParticipantPath,
        body: MakeLoginCode,
        response: { 201: LoginCodeMade, ...problems },
      },
    },
    async (request, reply) => {
      refuseForgery(request);
      const purpose = request.body.because === 'lost-phone' ? 'login-code.reconnect' : 'login-code.make';
      const made = await shell.database.asActor(
        secretOf(request),
        { change: purpose, ids: [request.params.participantId] },
        (tx) => giveCode(shell.numbers, tx, found(tx.openings[0]), request.body),
      );
      return reply.status(201).send(made);
    },
  );
  phoneRoutes(app, shell);
  confirmRoute(app, shell);
  app.get(
    '/api/my-login-codes',
    {
      schema: {
        summary: 'How I get in by code, and who has made codes for me; having read it is having been told',
        response: { 200: CodesOf, ...problems },
      },
    },
    (request) =>
      asReader(shell, request, 'by-function', async (tx) => {
        const { participantId } = tx.me;
        if (participantId === null) throw new Refused('not-found');
        const [about] = await tx.open({ look: 'login-codes', ids: [participantId] });
        const codes = await codesOf(shell, tx, found(about));
        await tx.rows(raw(sql`select app.see_way_in_news()`));
        return codes;
      }),
  );
}

function phoneRoutes(app: App, shell: Shell): void {
  changeRoute(
    app,
    shell,
    {
      path: 'login-phones',
      purpose: 'login-phone.agree',
      summary: 'Agrees on a number for codes, which has been confirmed by one',
      params: ParticipantPath,
      body: AgreePhone,
    },
    (tx, about, body) => agreePhone(shell.numbers, tx, about, body),
  );
  changeRoute(
    app,
    shell,
    {
      path: 'login-phone-notices',
      purpose: 'login-phone.notices',
      summary: 'Chooses whether a word that there is something to read comes to the agreed number',
      params: ParticipantPath,
      body: ChoosePhoneNotices,
    },
    chooseNotices,
  );
  changeRoute(
    app,
    shell,
    {
      path: 'login-phones/:id/withdrawals',
      purpose: 'login-phone.end',
      summary: 'No more codes to the number',
      params: FactPath,
      body: Withdraw,
    },
    (tx, about, body, path) => endPhone(tx, about, { ...body, factId: path.id }),
  );
}

function confirmRoute(app: App, shell: Shell): void {
  sendingRoute(
    app,
    shell,
    {
      path: 'login-phone-codes',
      purpose: 'login-phone.code',
      summary: 'Sends a code to a number, to see that it is the participant’s',
      body: SendPhoneCode,
    },
    (tx, about, { phone }, locale) => sendToNewPhone(shell, tx, about, phone, locale),
  );
  app.post(
    '/api/people/:participantId/sent-codes/:id/confirmations',
    {
      config: { rateLimit: { max: shell.loginLimit, timeWindow: '1 minute' } },
      schema: {
        summary: 'Confirms by the code that came to the phone',
        params: FactPath,
        body: UseCode,
        response: { 201: Created, ...problems },
      },
    },
    async (request, reply) => {
      refuseForgery(request);
      const { participantId, id } = request.params;
      const came = await shell.database.asActor(
        secretOf(request),
        { change: 'sent-code.confirm', ids: [participantId] },
        (tx) => confirm(shell.numbers, tx, found(tx.openings[0]), { id, typed: request.body.code }),
      );
      if (came !== 'confirmed') throw new Refused(came === 'gone' ? 'code-gone' : 'code-wrong');
      return reply.status(201).send({ id });
    },
  );
}
