import Type from 'typebox';
import {
  AddPasskey,
  BeginPasskey,
  MyPasskeys,
  NewPasskey,
  PasskeyAnswer,
  PasskeyAsked,
  RemovePasskey,
} from '#contract/passkey.ts';
import { raw, sql } from '../db/query.ts';
import { refuseForgery, refuseOtherSites } from '../http/session-cookie.ts';
import { type App, asReader, problems, type Shell } from '../http/shell.ts';
import { found } from '../refused.ts';
import {
  addPasskey,
  beginPasskey,
  beginPasskeyLogin,
  logInByPasskey,
  myPasskeys,
} from './passkey-commands.ts';

/** Coming in by a device that one has added oneself, and looking after those devices. */
export function passkeyRoutes(app: App, shell: Shell): void {
  const limited = { config: { rateLimit: { max: shell.loginLimit, timeWindow: '1 minute' } } };
  app.post(
    '/api/login/passkey-attempts',
    {
      ...limited,
      schema: {
        summary: 'What a device is to sign to let its owner in; names nobody',
        response: { 201: PasskeyAsked, ...problems },
      },
    },
    async (request, reply) => {
      refuseOtherSites(request);
      const asked = await beginPasskeyLogin(shell, request, reply);
      return reply.status(201).send(asked);
    },
  );
  app.post(
    '/api/login/passkey-answers',
    {
      ...limited,
      schema: {
        summary: 'A device’s answer: logs its owner in',
        body: PasskeyAnswer,
        response: { 204: Type.Null({ description: 'No content' }), ...problems },
      },
    },
    async (request, reply) => {
      refuseOtherSites(request);
      await logInByPasskey(shell, request, reply, request.body);
      return reply.status(204).send(null);
    },
  );
  myPasskeyRoutes(app, shell);
}

function myPasskeyRoutes(app: App, shell: Shell): void {
  app.get(
    '/api/my-passkeys',
    { schema: { summary: 'The devices that let me in', response: { 200: MyPasskeys, ...problems } } },
    (request) => asReader(shell, request, 'nobody', myPasskeys),
  );
  app.post(
    '/api/my-passkeys/attempts',
    {
      schema: {
        summary: 'What this device is to make a key from, so that it lets me in later',
        body: BeginPasskey,
        response: { 201: NewPasskey, ...problems },
      },
    },
    async (request, reply) => {
      refuseForgery(request);
      const asked = await asReader(shell, request, 'nobody', (tx) =>
        beginPasskey(shell, tx, request.body.name),
      );
      return reply.status(201).send(asked);
    },
  );
  app.post(
    '/api/my-passkeys',
    {
      schema: {
        summary: 'The key that the device made: it lets me in from now on',
        body: AddPasskey,
        response: { 201: MyPasskeys, ...problems },
      },
    },
    async (request, reply) => {
      refuseForgery(request);
      return reply.status(201).send(await addPasskey(shell, request, request.body));
    },
  );
  app.post(
    '/api/my-passkeys/removals',
    {
      schema: {
        summary: 'A device lets me in no more, and what it had opened is ended',
        body: RemovePasskey,
        response: { 200: MyPasskeys, ...problems },
      },
    },
    async (request) => {
      refuseForgery(request);
      return asReader(shell, request, 'nobody', async (tx) => {
        const [row] = await tx.rows(
          raw(sql<{ removed: boolean }>`select app.remove_my_passkey(${request.body.id}) as removed`),
        );
        found(row?.removed === true ? row : undefined);
        return myPasskeys(tx);
      });
    },
  );
}
