import type { FastifyRequest } from 'fastify';
import type { TObject, TSchema } from 'typebox';
import {
  AskBreach,
  AskRegister,
  Breach,
  CasePath,
  CloseCase,
  Control,
  FindForControl,
  FoundForControl,
  LogLines,
  Register,
  SearchLog,
  SetRule,
} from '#contract/control.ts';
import { Created } from '#contract/shapes.ts';
import type { Tx } from '../db/database.ts';
import { refuseForgery } from '../http/session-cookie.ts';
import { type App, asReader, ChangeHeaders, once, problems, type Shell } from '../http/shell.ts';
import { closeCase, setRule } from './control-commands.ts';
import { breach, control, findForControl, register, searchLog } from './control-queries.ts';

/** For those who check the log. What they look at is itself in the log, of everyone it names. */
export function controlRoutes(app: App, shell: Shell): void {
  app.get(
    '/api/control',
    {
      schema: {
        summary: '«Logg og kontroll»: what is to be found out',
        response: { 200: Control, ...problems },
      },
    },
    (request) => asReader(shell, request, 'nobody', control),
  );
  // Questions are sent as a POST so that nobody's name or id stands in an address.
  const asking = <Answer extends TSchema>(
    path: string,
    summary: string,
    body: TObject,
    answer: Answer,
    ask: (tx: Tx, body: never) => Promise<unknown>,
  ): void => {
    app.route({
      method: 'POST',
      url: `/api/control/${path}`,
      schema: { summary, body, headers: ChangeHeaders, response: { 200: answer, ...problems } },
      handler: async (request: FastifyRequest, reply) => {
        refuseForgery(request);
        const said = await asReader(shell, request, 'nobody', (tx) => ask(tx, request.body as never));
        return reply.send(said as never);
      },
    });
  };
  asking(
    'people/search',
    'One person by exactly name and birth day',
    FindForControl,
    FoundForControl,
    findForControl,
  );
  asking(
    'log/search',
    'The log of an account, or about a person, in a period',
    SearchLog,
    LogLines,
    searchLog,
  );
  asking('breaches', 'Who was open to an account in a period, and which topics', AskBreach, Breach, breach);
  asking(
    'registers',
    'Who could see a person at a moment, and who had let them in',
    AskRegister,
    Register,
    register,
  );
  actRoutes(app, shell);
}

function actRoutes(app: App, shell: Shell): void {
  app.post(
    '/api/control/cases/:id/closings',
    {
      schema: {
        summary: 'Says what was found out about something unusual',
        params: CasePath,
        body: CloseCase,
        headers: ChangeHeaders,
        response: { 201: Created, ...problems },
      },
    },
    async (request, reply) => {
      refuseForgery(request);
      const id = await asReader(shell, request, 'nobody', (tx) =>
        once(shell, tx, request, request.body, () => closeCase(tx, request.params.id, request.body.words)),
      );
      return reply.status(201).send({ id });
    },
  );
  app.post(
    '/api/control/rules',
    {
      schema: {
        summary: 'Sets a rule for unusual look-ups',
        body: SetRule,
        headers: ChangeHeaders,
        response: { 201: Created, ...problems },
      },
    },
    async (request, reply) => {
      refuseForgery(request);
      const id = await asReader(shell, request, 'nobody', (tx) =>
        once(shell, tx, request, request.body, () => setRule(tx, request.body)),
      );
      return reply.status(201).send({ id });
    },
  );
}
