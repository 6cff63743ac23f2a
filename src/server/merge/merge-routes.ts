import type { FastifyRequest } from 'fastify';
import type { Static, TObject } from 'typebox';
import { AddMerge, CheckSplit, ConfirmMerge, Doubles, MoveEntry, SplitMerge } from '#contract/merge.ts';
import { Created, FactPath, ParticipantPath } from '#contract/shapes.ts';
import { mayMerge } from '#domain/person/one-person.ts';
import type { Purpose } from '#text/purposes.ts';
import type { Opening, Tx } from '../db/database.ts';
import { bothOf } from '../db/same-person.ts';
import { settle } from '../engine/settle.ts';
import { refuseForgery, secretOf } from '../http/session-cookie.ts';
import { type App, asReader, ChangeHeaders, once, problems, type Shell } from '../http/shell.ts';
import { accept } from '../refused.ts';
import { check, confirm, merge, move, split } from './merge-commands.ts';
import { doubles } from './merge-queries.ts';

/** Somebody registered twice: found among one's own, said to be one, and two again. */
export function mergeRoutes(app: App, shell: Shell): void {
  app.get(
    '/api/doubles',
    {
      schema: {
        summary: 'Those of one’s own who may be registered twice',
        response: { 200: Doubles, ...problems },
      },
    },
    (request) => asReader(shell, request, 'by-function', doubles),
  );
  bothRoute(app, shell, {
    path: 'merges',
    purpose: 'person.merge',
    summary: 'Two rows are one person',
    params: ParticipantPath,
    body: AddMerge,
    command: (tx, both, body) => merge(tx, both, body),
  });
  bothRoute(app, shell, {
    path: 'merges/:id/confirmations',
    purpose: 'person.merge-confirm',
    summary: 'A second one says that it is the same person',
    params: FactPath,
    body: ConfirmMerge,
    command: (tx, _, __, { id }) => confirm(tx, id),
  });
  bothRoute(app, shell, {
    path: 'merges/:id/splits',
    purpose: 'person.split',
    summary: 'Two people after all: everything is as it was before',
    params: FactPath,
    body: SplitMerge,
    command: (tx, _, { reason }, { id }) => split(tx, id, reason),
  });
  bothRoute(app, shell, {
    path: 'merges/:id/checks',
    purpose: 'person.split-check',
    summary: 'Somebody has been through what was written while two people were one',
    params: FactPath,
    body: CheckSplit,
    command: (tx, _, __, { id }) => check(tx, id),
  });
  bothRoute(app, shell, {
    path: 'merges/:id/moves',
    purpose: 'person.move',
    summary: 'An entry that was written while two people were one is the other’s',
    params: FactPath,
    body: MoveEntry,
    settles: true,
    command: (tx, both, body, { id }) => move(tx, both, { ...body, mergeId: id }),
  });
}

interface BothRoute<Body extends TObject, Path extends TObject> {
  path: string;
  purpose: Purpose;
  summary: string;
  params: Path;
  body: Body;
  settles?: true;
  command: (
    tx: Tx,
    both: readonly [Opening, Opening],
    body: Static<Body>,
    path: Static<Path>,
  ) => Promise<string>;
}

/** As `changeRoute`, about two rows at once: both locked, both in the log, and missing when one of them is. */
function bothRoute<Body extends TObject, Path extends TObject>(
  app: App,
  shell: Shell,
  { path, purpose, summary, params, body, settles, command }: BothRoute<Body, Path>,
): void {
  app.route({
    method: 'POST',
    url: `/api/people/:participantId/${path}`,
    schema: { summary, params, body, headers: ChangeHeaders, response: { 201: Created, ...problems } },
    handler: async (request: FastifyRequest, reply) => {
      refuseForgery(request);
      const named = request.params as Static<Path> & { participantId: string };
      const told = request.body as Static<Body> & { otherId: string };
      const id = await shell.database.asActor(
        secretOf(request),
        { change: purpose, ids: [named.participantId, told.otherId] },
        async (tx) => {
          const both = bothOf(tx, named.participantId, told.otherId);
          accept(mayMerge(both));
          return once(shell, tx, request, told, async () => {
            const made = await command(tx, both, told, named);
            // A merge writes nothing of what the rows hold, and so nothing follows from it.
            if (settles) await tx.asEngine(() => settle(tx.rows, both));
            return made;
          });
        },
      );
      return reply.status(201).send({ id } as never);
    },
  });
}
