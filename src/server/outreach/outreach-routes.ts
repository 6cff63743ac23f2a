import { LogOutreach, MeetOutside, Outreach } from '#contract/outreach.ts';
import { ParticipantPath } from '#contract/shapes.ts';
import {
  type App,
  asReader,
  changeRoute,
  meetRoute,
  problems,
  type Shell,
  withdrawRoute,
} from '../http/shell.ts';
import { logOutreach, meetOutside } from './outreach-commands.ts';
import { outreach } from './outreach-queries.ts';

export function outreachRoutes(app: App, shell: Shell): void {
  app.get(
    '/api/outreach',
    {
      schema: {
        summary: '«Ute»: those we meet outside, before anything is signed',
        response: { 200: Outreach, ...problems },
      },
    },
    (request) => asReader(shell, request, { list: 'outreach.list', as: ['outreach'] }, outreach),
  );
  meetRoute(
    app,
    shell,
    {
      path: '/api/outreach',
      purpose: 'outreach.known',
      summary: 'A first meeting or attempt with somebody new',
      body: MeetOutside,
      who: (body) => body,
    },
    meetOutside,
  );
  changeRoute(
    app,
    shell,
    {
      path: 'outreach',
      purpose: 'outreach.log',
      summary: 'One more attempt, without demands',
      params: ParticipantPath,
      body: LogOutreach,
    },
    logOutreach,
  );
  withdrawRoute(app, shell, {
    path: 'outreach',
    purpose: 'outreach.log',
    summary: 'It was not so after all; it stays in the history',
    table: 'outreach',
    ownOnly: true,
  });
}
