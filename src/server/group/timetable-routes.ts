import type { Static, TObject } from 'typebox';
import {
  AddLine,
  CancelSession,
  EndLine,
  HoldAfterAll,
  HostPath,
  LeadLine,
  MoveSession,
  Timetable,
  WeekOf,
} from '#contract/group.ts';
import { Created, type Ref } from '#contract/shapes.ts';
import { type Day, dayOf } from '#domain/time/day.ts';
import type { Tx } from '../db/database.ts';
import { refuseForgery } from '../http/session-cookie.ts';
import { type App, asReader, ChangeHeaders, once, problems, type Shell } from '../http/shell.ts';
import * as commands from './timetable-commands.ts';
import { timetableOf } from './timetable-queries.ts';

export function timetableRoutes(app: App, shell: Shell): void {
  app.get(
    '/api/group-sessions',
    {
      schema: {
        summary: 'A week of the timetable: this one, or the one a day is in',
        querystring: WeekOf,
        response: { 200: Timetable, ...problems },
      },
    },
    (request) =>
      asReader(shell, request, 'nobody', (tx) =>
        timetableOf(tx, (request.query.day ?? dayOf(tx.now)) as Day),
      ),
  );
  app.post(
    '/api/timetable-lines',
    {
      schema: {
        summary: 'Something that is to be every week',
        body: AddLine,
        headers: ChangeHeaders,
        response: { 201: Created, ...problems },
      },
    },
    async (request, reply) => {
      refuseForgery(request);
      const { body } = request;
      const id = await asReader(shell, request, 'nobody', (tx) =>
        once(shell, tx, request, body, () => commands.addLine(tx, body)),
      );
      return reply.status(201).send({ id });
    },
  );
  const one = <Body extends TObject>(route: OneRoute<Body>, command: OneCommand<Static<Body>>) =>
    changeOne(app, shell, route, command);
  one(
    {
      url: '/api/timetable-lines/:municipalityId/:id/endings',
      summary: 'It ends after a day',
      body: EndLine,
    },
    commands.endLine,
  );
  one(
    {
      url: '/api/timetable-lines/:municipalityId/:id/leaders',
      summary: 'Somebody else leads it from a day',
      body: LeadLine,
    },
    commands.leadLine,
  );
  one(
    {
      url: '/api/group-sessions/:municipalityId/:id/cancellations',
      summary: 'One samling is not held, and why',
      body: CancelSession,
    },
    commands.cancelSession,
  );
  one(
    {
      url: '/api/group-sessions/:municipalityId/:id/moves',
      summary: 'One samling gets another time, place or leader',
      body: MoveSession,
    },
    commands.moveSession,
  );
  one(
    {
      url: '/api/group-sessions/:municipalityId/:id/after-alls',
      summary: 'A cancelled samling is held after all',
      body: HoldAfterAll,
    },
    commands.holdAfterAll,
  );
}

interface OneRoute<Body extends TObject> {
  url: string;
  summary: string;
  body: Body;
}
type OneCommand<Body> = (tx: Tx, which: Ref, body: Body) => Promise<string>;

/** A change of a line or of one samling: nothing about participants, so no door; done once however often it is sent. */
function changeOne<Body extends TObject>(
  app: App,
  shell: Shell,
  { url, ...schema }: OneRoute<Body>,
  command: OneCommand<Static<Body>>,
): void {
  app.route({
    method: 'POST',
    url,
    schema: { ...schema, params: HostPath, headers: ChangeHeaders, response: { 201: Created, ...problems } },
    handler: async (request, reply) => {
      refuseForgery(request);
      const body = request.body as Static<Body>;
      const id = await asReader(shell, request, 'nobody', (tx) =>
        once(shell, tx, request, body, () => command(tx, request.params as Ref, body)),
      );
      return reply.status(201).send({ id } as never);
    },
  });
}
