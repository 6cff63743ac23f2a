import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import {
  BeginLogin,
  IssuerAnswer,
  IssuerFarewell,
  LoggedOut,
  LoginBegun,
  Newcomer,
  ProviderPath,
  UseInvitation,
  WaysIn,
} from '#contract/login.ts';
import { raw, sql } from '../db/query.ts';
import { codeOf, logFault } from '../http/problem.ts';
import { browserOf, clearBrowserCookie, refuseForgery, refuseOtherSites } from '../http/session-cookie.ts';
import { type App, problems, type Shell } from '../http/shell.ts';
import { found, type Refused } from '../refused.ts';
import { farewell, type Left } from './farewell.ts';
import { useInvitation } from './invitation-commands.ts';
import { beginLogin, finishLogin, providerNamed } from './openid-commands.ts';

const Nothing = Type.Null({ description: 'No content' });

export function openidRoutes(app: App, shell: Shell): void {
  const limited = { config: { rateLimit: { max: shell.loginLimit, timeWindow: '1 minute' } } };
  app.get(
    '/api/login/providers',
    { schema: { summary: 'The ways in that this installation has', response: { 200: WaysIn, ...problems } } },
    async () =>
      shell.relyingParty.providers.map(({ id, kind, name, for: whom }) => ({
        id,
        kind,
        name,
        for: [...whom],
      })),
  );
  app.post(
    '/api/login/attempts',
    {
      ...limited,
      schema: {
        summary: 'Begins to log in, or to add a way in, by an issuer',
        body: BeginLogin,
        response: { 201: LoginBegun, ...problems },
      },
    },
    async (request, reply) => {
      refuseOtherSites(request);
      if (request.body.linking === true) refuseForgery(request);
      const address = await beginLogin(shell, request, reply, request.body);
      return reply.status(201).send({ address });
    },
  );
  app.get(
    '/api/login/:provider/callback',
    {
      ...limited,
      errorHandler: landWithRefusal,
      schema: {
        summary: 'Takes an issuer’s answer, and sends the browser on to a page',
        params: ProviderPath,
        querystring: IssuerAnswer,
        response: { 303: Type.Null({ description: 'To a page' }), ...problems },
      },
    },
    async (request, reply) => {
      const place = await finishLogin(shell, request, reply, request.params.provider);
      return reply.redirect(place, 303);
    },
  );
  newcomerRoutes(app, shell);
  app.get(
    '/api/login/:provider/logged-out',
    {
      ...limited,
      schema: {
        summary: 'An issuer says, by its own name for it, that a session is over (front-channel logout)',
        params: ProviderPath,
        querystring: IssuerFarewell,
        response: { 204: Nothing, ...problems },
      },
    },
    async (request, reply) => {
      const { issuer } = providerNamed(shell, request.params.provider);
      const { iss, sid } = request.query;
      // A name of a session that is none is answered alike.
      if (iss === issuer)
        await shell.database.asNobody((send) =>
          send(raw(sql`select app.end_issuer_session(${iss}, ${sid})`)),
        );
      return reply.status(204).send(null);
    },
  );
}

function newcomerRoutes(app: App, shell: Shell): void {
  app.get(
    '/api/login/newcomer',
    {
      schema: {
        summary: 'Whether this browser holds somebody an issuer vouches for and nobody here has met',
        response: { 200: Newcomer, ...problems },
      },
    },
    async (request) => {
      const browser = browserOf(request);
      const [newcomer] =
        browser === undefined
          ? []
          : await shell.database.asNobody((send) =>
              send(
                raw(
                  sql<{
                    provider: string;
                    expiresAt: string;
                  }>`select provider, expires_at as "expiresAt" from app.newcomer(${browser})`,
                ),
              ),
            );
      return found(newcomer);
    },
  );
  app.delete(
    '/api/login/newcomer',
    {
      schema: {
        summary: 'Goes again, and logs out of the issuer too: also whoever has no access here',
        response: { 200: LoggedOut, ...problems },
      },
    },
    async (request, reply) => {
      refuseOtherSites(request);
      const browser = browserOf(request);
      if (browser === undefined) return {};
      const [left] = await shell.database.asNobody((send) =>
        send(raw(sql<Left>`select provider, logout_hint as hint from app.forget_newcomer(${browser})`)),
      );
      clearBrowserCookie(reply);
      const address = await farewell(shell, browser, left);
      return address === undefined ? {} : { address };
    },
  );
  app.post(
    '/api/login/invitation-uses',
    {
      config: { rateLimit: { max: shell.loginLimit, timeWindow: '1 minute' } },
      schema: {
        summary: 'Says by an invitation’s code whose login this is, and logs in',
        body: UseInvitation,
        response: { 204: Nothing, ...problems },
      },
    },
    async (request, reply) => {
      refuseOtherSites(request);
      await useInvitation(shell, request, reply, request.body.code);
      return reply.status(204).send(null);
    },
  );
}

/** A browser stands at the callback, with a person before it: they land on a page that says it in words. */
function landWithRefusal(
  error: FastifyError | Refused,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  logFault(error, request);
  return reply.redirect(`/?feil=${codeOf(error)}`, 303);
}
