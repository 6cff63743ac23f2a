import type { IncomingMessage, ServerResponse } from 'node:http';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyBaseLogger, FastifyInstance, FastifyRequest, RawServerDefault } from 'fastify';
import Type, { type Static, type TObject } from 'typebox';
import { Withdraw } from '#contract/contact.ts';
import { Received } from '#contract/enquiry.ts';
import { Created, FactPath, Id, Problem } from '#contract/shapes.ts';
import type { Purpose } from '#text/purposes.ts';
import type { Database, Opening, Tx } from '../db/database.ts';
import type { Door, Newcomer } from '../db/door.ts';
import type { NumberKeys } from '../db/number-keys.ts';
import { raw, sql } from '../db/query.ts';
import { type Correctable, withdrawFact } from '../db/versions.ts';
import { settle } from '../engine/settle.ts';
import type { RelyingParty } from '../login/relying-party.ts';
import type { Post } from '../outbox/post.ts';
import { found, Refused } from '../refused.ts';
import { refuseForgery, secretOf } from './session-cookie.ts';

export type App = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>;

/** What routes are given: the way to the database for whoever is logged in. */
export interface Shell {
  database: Database;
  mode: 'demo' | 'production';
  /** What people's numbers are sealed and found with. */
  numbers: NumberKeys;
  /** The issuers people may come through. */
  relyingParty: RelyingParty;
  /** Requests a minute from one address to what lets somebody in. */
  loginLimit: number;
  /** Messages to phones; left out where there is nothing to send them by. */
  post?: Post;
  /** The job that works out and carries out what is to go; where there is none, it is done at some other server's next round. */
  retention?: { soon(): void };
}

/** Answers that every route can give besides its own. */
const refused = {
  description: 'Problem details',
  content: { 'application/problem+json': { schema: Problem } },
};
export const problems = { '4xx': refused, '5xx': refused };

/** Reads as the one who is logged in, through a door that is written to the log. */
export const asReader = <T>(
  shell: Shell,
  request: FastifyRequest,
  door: Door,
  work: (tx: Tx) => Promise<T>,
): Promise<T> =>
  shell.database.asActor(
    secretOf(request),
    typeof door === 'object' && 'look' in door ? { ...door, named: idsIn(request.params, door.ids) } : door,
    work,
  );

/** The ids that stand anywhere in something, except some. */
function idsIn(value: unknown, except: readonly string[]): string[] {
  if (typeof value === 'string') return isId(value) && !except.includes(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap((one) => idsIn(one, except));
}
const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

/** A command changes one participant: it decides by a rule of the domain, adds facts and answers with the new one's id. */
export type Command<Body, Path> = (tx: Tx, about: Opening, body: Body, path: Path) => Promise<string>;

/**
 * A route that changes one participant. All of them live the same life: forgery refused, participant locked and logged,
 * unseen equals missing, done once however often it is sent, clocks settled, one transaction.
 */
export function changeRoute<Body extends TObject, Path extends TObject>(
  app: App,
  shell: Shell,
  route: { path: string; purpose: Purpose; summary: string; params: Path; body: Body },
  command: Command<Static<Body>, Static<Path>>,
): void {
  app.route({
    method: 'POST',
    url: `/api/people/:participantId/${route.path}`,
    schema: {
      summary: route.summary,
      params: route.params,
      body: route.body,
      headers: ChangeHeaders,
      response: { 201: Created, ...problems },
    },
    handler: async (request, reply) => {
      refuseForgery(request);
      const path = request.params as Static<Path> & { participantId: string };
      const body = request.body as Static<Body>;
      const id = await shell.database.asActor(
        secretOf(request),
        {
          change: route.purpose,
          ids: [path.participantId],
          named: idsIn([path, body], [path.participantId]),
        },
        async (tx) => {
          const about = found(tx.openings[0]);
          return once(shell, tx, request, body, async () => {
            const created = await command(tx, about, body, path);
            await tx.asEngine(() => settle(tx.rows, [about]));
            return created;
          });
        },
      );
      return reply.status(201).send({ id } as never);
    },
  });
}

/**
 * A route that adds somebody one is told of. It looks first whether it may be one of the sender's own, in the same
 * transaction and whoever it is about, and is done once however often it is sent.
 */
export function meetRoute<Body extends TObject>(
  app: App,
  shell: Shell,
  route: {
    path: string;
    purpose: Purpose;
    summary: string;
    body: Body;
    who: (body: Static<Body>) => Newcomer;
  },
  receive: (tx: Tx, body: Static<Body>) => Promise<{ about: Opening; id: string }>,
): void {
  app.route({
    method: 'POST',
    url: route.path,
    schema: {
      summary: route.summary,
      body: route.body,
      headers: ChangeHeaders,
      response: { 201: Received, ...problems },
    },
    handler: async (request, reply) => {
      refuseForgery(request);
      const body = request.body as Static<Body>;
      const door = { meet: route.purpose, who: route.who(body) };
      const received = await shell.database.asActor(secretOf(request), door, async (tx) => {
        let id: string | undefined;
        const participantId = await once(shell, tx, request, body, async () => {
          const added = await receive(tx, body);
          await tx.asEngine(() => settle(tx.rows, [added.about]));
          id = added.id;
          return added.about.participantId;
        });
        return { participantId, ...(id === undefined ? {} : { id }) };
      });
      return reply.status(201).send(received as never);
    },
  });
}

interface Withdrawing {
  path: string;
  purpose: Purpose;
  summary: string;
  table: Correctable;
  ownOnly?: true;
  /** Refuses where this fact may not be taken back as things stand. */
  unless?: (tx: Tx, about: Opening, factId: string) => Promise<void>;
}

/** A route that takes a fact back: the same life for every kind of fact. */
export function withdrawRoute(
  app: App,
  shell: Shell,
  { table, ownOnly, unless, ...route }: Withdrawing,
): void {
  changeRoute(
    app,
    shell,
    { ...route, path: `${route.path}/:id/withdrawals`, params: FactPath, body: Withdraw },
    async (tx, about, body, path) => {
      await unless?.(tx, about, path.id);
      return withdrawFact(tx, table, about, { ...body, factId: path.id }, ownOnly);
    },
  );
}

export const ChangeHeaders = Type.Object({
  'idempotency-key': Type.Optional(Id),
  'x-csrf-token': Type.Optional(Type.String({ maxLength: 100 })),
});

/** A request that is sent again, because the answer got lost, gets the first one's answer; the key used for something else is refused. */
export async function once(
  shell: Shell,
  tx: Tx,
  request: FastifyRequest,
  body: unknown,
  work: () => Promise<string>,
): Promise<string> {
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string') return work();
  const route = request.routeOptions.url ?? '';
  const hash = shell.numbers.digest(`${request.url}\n${JSON.stringify(body)}`);
  const [before] = await tx.rows(
    raw(sql<{ route: string; body_hash: Buffer; result_id: string }>`
      select route, body_hash, result_id from request_key where login_user_id = ${tx.me.loginUserId} and key = ${key}`),
  );
  if (before !== undefined) {
    if (before.route !== route || !before.body_hash.equals(hash))
      throw new Refused('key-used-for-something-else');
    return before.result_id;
  }
  const resultId = await work();
  await tx.rows(
    raw(sql`insert into request_key (login_user_id, key, route, body_hash, result_id)
      values (${tx.me.loginUserId}, ${key}, ${route}, ${hash}, ${resultId})`),
  );
  return resultId;
}
