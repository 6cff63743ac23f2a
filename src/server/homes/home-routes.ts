import { MeetingPage } from '#contract/meeting-page.ts';
import { TwoPath, TwoRows } from '#contract/merge.ts';
import { FindPeople, MyDay, Overview, People, PersonPage } from '#contract/person.ts';
import { MyPlan } from '#contract/plan.ts';
import { ClosePerson, CloseToMe, Preview } from '#contract/related.ts';
import { FactPath, ParticipantPath } from '#contract/shapes.ts';
import { Shared } from '#contract/shared.ts';
import { AskPreview } from '#contract/sharing.ts';
import { isOwn } from '../db/database.ts';
import type { Door } from '../db/door.ts';
import { marksOfTyped } from '../db/person-number.ts';
import { bothOf, inOrder } from '../db/same-person.ts';
import { refuseForgery } from '../http/session-cookie.ts';
import { type App, asReader, problems, type Shell } from '../http/shell.ts';
import { rowsOf } from '../person/person-queries.ts';
import { found, Refused } from '../refused.ts';
import { closePerson, closeToMe } from './close-to-me.ts';
import { meetingPage } from './meeting-page.ts';
import { beside, myDay } from './my-day.ts';
import { wholePage, wholePlan } from './one-person.ts';
import { overview } from './overview.ts';
import { previewOf } from './preview.ts';
import { shared } from './shared.ts';
import { twoRows } from './two-rows.ts';

/** At home as somebody close: by what is shared, or by a mandate. */
const asClose = ['related-person', 'verge'] as const;

/** The screens people are at home in: each composes what several nouns know. */
export function homeRoutes(app: App, shell: Shell): void {
  app.get(
    '/api/my-plan',
    { schema: { summary: '«Min plan»: the participant’s own home', response: { 200: MyPlan, ...problems } } },
    (request) =>
      asReader(
        shell,
        request,
        { list: 'my-plan', as: ['participant', 'participant-by-code'] },
        async (tx) => {
          // Also a worker can be a participant; here one is at home as oneself only.
          return wholePlan(tx, await inOrder(tx, tx.openings.filter(isOwn)));
        },
      ),
  );
  app.get(
    '/api/my-day',
    {
      schema: { summary: '«Min dag»: who needs me, in order of need', response: { 200: MyDay, ...problems } },
    },
    (request) =>
      asReader(shell, request, { list: 'my-day', as: beside }, (tx) => {
        if (tx.me.workers.length === 0) throw new Refused('not-found');
        return myDay(tx);
      }),
  );
  app.get(
    '/api/shared',
    {
      schema: {
        summary: '«Delt med meg»: what participants share with a partner',
        response: { 200: Shared, ...problems },
      },
    },
    (request) => asReader(shell, request, { list: 'shared' }, shared),
  );
  app.get(
    '/api/close-to-me',
    {
      schema: {
        summary:
          '«Delt med meg»: what somebody shares with one who is close to them, or a guardian’s mandate opens',
        response: { 200: CloseToMe, ...problems },
      },
    },
    (request) =>
      asReader(shell, request, { list: 'close-to-me', as: asClose }, (tx) => {
        if (!tx.me.related) throw new Refused('not-found');
        return closeToMe(tx);
      }),
  );
  app.get(
    '/api/close-to-me/:participantId',
    {
      schema: {
        summary: 'What is open of one person to one who is close to them, or to their guardian',
        params: ParticipantPath,
        response: { 200: ClosePerson, ...problems },
      },
    },
    (request) =>
      asReader(shell, request, { look: 'close-person', ids: [request.params.participantId] }, (tx) =>
        closePerson(tx, found(tx.openings.find(({ roles }) => asClose.some((role) => roles.includes(role))))),
      ),
  );
  app.get(
    '/api/overview',
    {
      schema: {
        summary: '«Oversikten»: figures for the services one leads',
        response: { 200: Overview, ...problems },
      },
    },
    (request) => asReader(shell, request, 'nobody', overview),
  );
  peopleRoutes(app, shell);
  twoRowsRoute(app, shell);
  previewRoute(app, shell);
}

function peopleRoutes(app: App, shell: Shell): void {
  app.get(
    '/api/people',
    { schema: { summary: 'Those I have a relation to', response: { 200: People, ...problems } } },
    (request) =>
      asReader(shell, request, { list: 'people.list' }, async (tx) => ({
        now: tx.now,
        people: await rowsOf(tx),
      })),
  );
  // Searching is a POST so that names never stand in an address.
  app.post(
    '/api/people/search',
    {
      schema: {
        summary: 'Finds by part of a name, birth day or phone, or by a whole number',
        body: FindPeople,
        response: { 200: People, ...problems },
      },
    },
    (request) => {
      refuseForgery(request);
      const { query } = request.body;
      const marks = marksOfTyped(shell, query);
      const door: Door =
        marks === undefined ? { find: 'people.search', query } : { findNumber: 'person-number.find', marks };
      return asReader(shell, request, door, async (tx) => ({
        now: tx.now,
        people: await rowsOf(tx),
      }));
    },
  );
  app.get(
    '/api/people/:participantId',
    {
      schema: {
        summary: 'One person, as much as the reader may see',
        params: ParticipantPath,
        response: { 200: PersonPage, ...problems },
      },
    },
    (request) =>
      asReader(shell, request, { person: 'person-page', id: request.params.participantId }, (tx) =>
        wholePage(tx, tx.openings),
      ),
  );
  app.get(
    '/api/people/:participantId/meetings/:id',
    {
      schema: {
        summary: 'One meeting, on one screen; the minutes when it has been',
        params: FactPath,
        response: { 200: MeetingPage, ...problems },
      },
    },
    (request) =>
      asReader(shell, request, { look: 'meeting-page', ids: [request.params.participantId] }, (tx) =>
        meetingPage(tx, found(tx.openings[0]), request.params.id),
      ),
  );
}

function twoRowsRoute(app: App, shell: Shell): void {
  app.get(
    '/api/people/:participantId/doubles/:otherId',
    {
      schema: {
        summary: 'Two rows side by side, as much as the reader may see of each',
        params: TwoPath,
        response: { 200: TwoRows, ...problems },
      },
    },
    (request) => {
      const { participantId, otherId } = request.params;
      return asReader(shell, request, { look: 'double.compare', ids: [participantId, otherId] }, (tx) =>
        twoRows(tx, bothOf(tx, participantId, otherId)),
      );
    },
  );
}

function previewRoute(app: App, shell: Shell): void {
  // Nothing is changed; a POST because what is asked is long, and whom one thinks of stands in no address.
  app.post(
    '/api/people/:participantId/previews',
    {
      schema: {
        summary: 'What somebody else sees of me, or would see with these topics besides',
        params: ParticipantPath,
        body: AskPreview,
        response: { 200: Preview, ...problems },
      },
    },
    (request) => {
      refuseForgery(request);
      const { organisation, worker, relatedPersonId, topics } = request.body;
      const to = { organisation: organisation?.id, worker: worker?.id, related: relatedPersonId };
      const door = { preview: 'consent.preview', mine: request.params.participantId, to, topics } as const;
      return asReader(shell, request, door, (tx) => previewOf(tx, found(tx.openings[0]), request.body, door));
    },
  );
}
