import Type from 'typebox';
import { AskPhoneCode, CodeWays, ShownMessages, UseCode } from '#contract/code.ts';
import { raw, sql } from '../db/query.ts';
import { refuseOtherSites } from '../http/session-cookie.ts';
import { type App, problems, type Shell } from '../http/shell.ts';
import { found } from '../refused.ts';
import { askPhoneCode, logInBySentCode, logInByWorkerCode } from './code-commands.ts';

const Nothing = Type.Null({ description: 'No content' });

/** In by a code: one that a worker has given, or one that comes by SMS. */
export function codeRoutes(app: App, shell: Shell): void {
  const limited = { config: { rateLimit: { max: shell.loginLimit, timeWindow: '1 minute' } } };
  app.get(
    '/api/login/code-ways',
    { schema: { summary: 'Which codes one may come by here', response: { 200: CodeWays, ...problems } } },
    async () => {
      const [row] = await shell.database.asNobody((send) =>
        send(raw(sql<{ sms: boolean }>`select app.sms_is_on_somewhere() as sms`)),
      );
      return { sms: shell.post !== undefined && row?.sms === true };
    },
  );
  app.post(
    '/api/login/code-uses',
    {
      ...limited,
      schema: {
        summary: 'Logs in by a code that a worker has given',
        body: UseCode,
        response: { 204: Nothing, ...problems },
      },
    },
    async (request, reply) => {
      refuseOtherSites(request);
      await logInByWorkerCode(shell, request, reply, request.body.code);
      return reply.status(204).send(null);
    },
  );
  app.post(
    '/api/login/phone-codes',
    {
      ...limited,
      schema: {
        summary: 'Asks for a code by SMS; the same answer whether anybody has agreed on the number or not',
        body: AskPhoneCode,
        response: { 204: Nothing, ...problems },
      },
    },
    async (request, reply) => {
      refuseOtherSites(request);
      await askPhoneCode(shell, request, reply, request.body.phone);
      return reply.status(204).send(null);
    },
  );
  app.post(
    '/api/login/phone-code-uses',
    {
      ...limited,
      schema: {
        summary: 'Logs in by the code that came by SMS, in the browser that asked for it',
        body: UseCode,
        response: { 204: Nothing, ...problems },
      },
    },
    async (request, reply) => {
      refuseOtherSites(request);
      await logInBySentCode(shell, request, reply, request.body.code);
      return reply.status(204).send(null);
    },
  );
  if (shell.mode === 'demo') demoPhone(app, shell);
}

/** The demonstration's made-up phone. In production there is no such address. */
function demoPhone(app: App, shell: Shell): void {
  app.get(
    '/api/demo/messages',
    { schema: { summary: 'What the made-up phone shows', response: { 200: ShownMessages, ...problems } } },
    async () => ({ messages: [...found(shell.post?.shown)()] }),
  );
}
