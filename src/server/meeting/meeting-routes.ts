import { Withdraw } from '#contract/contact.ts';
import {
  CallMeeting,
  Decide,
  EndMeeting,
  HoldMeeting,
  KeepPromise,
  MoveMeeting,
  PrepareMeeting,
  Pulse,
  SayPresence,
} from '#contract/meeting.ts';
import { FactPath, ParticipantPath as params } from '#contract/shapes.ts';
import { type App, asReader, changeRoute, problems, type Shell, withdrawRoute } from '../http/shell.ts';
import { found } from '../refused.ts';
import { decide, keepPromise } from './decision-commands.ts';
import * as commands from './meeting-commands.ts';
import { pulseOf } from './meeting-queries.ts';
import { presence } from './presence-commands.ts';

export function meetingRoutes(app: App, shell: Shell): void {
  changeRoute(
    app,
    shell,
    {
      path: 'meetings',
      purpose: 'meeting.call',
      summary: 'A responsibility-group meeting is called',
      params,
      body: CallMeeting,
    },
    commands.callMeeting,
  );
  changeRoute(
    app,
    shell,
    {
      path: 'meetings/:id/preparations',
      purpose: 'meeting.prepare',
      summary: 'The participant’s own agenda',
      params: FactPath,
      body: PrepareMeeting,
    },
    commands.prepareAgenda,
  );
  changeRoute(
    app,
    shell,
    {
      path: 'meetings/:id/moves',
      purpose: 'meeting.move',
      summary: 'Another time or place, and why',
      params: FactPath,
      body: MoveMeeting,
    },
    commands.moveMeeting,
  );
  changeRoute(
    app,
    shell,
    {
      path: 'meetings/:id/withdrawals',
      purpose: 'meeting.withdraw',
      summary: 'A meeting that has not been is called off, and why',
      params: FactPath,
      body: Withdraw,
    },
    commands.callOff,
  );
  holdingRoutes(app, shell);
  decisionRoutes(app, shell);
}

/** From «we have begun» to «we have ended», and who is there. */
function holdingRoutes(app: App, shell: Shell): void {
  changeRoute(
    app,
    shell,
    {
      path: 'meetings/:id/holdings',
      purpose: 'meeting.hold',
      summary: 'The meeting is held',
      params: FactPath,
      body: HoldMeeting,
    },
    commands.hold,
  );
  changeRoute(
    app,
    shell,
    {
      path: 'meetings/:id/endings',
      purpose: 'meeting.end',
      summary: 'The meeting has ended, at the time it really did',
      params: FactPath,
      body: EndMeeting,
    },
    commands.end,
  );
  changeRoute(
    app,
    shell,
    {
      path: 'meeting-presences',
      purpose: 'meeting.presence',
      summary: 'Who was asked, has said no, or is there',
      params,
      body: SayPresence,
    },
    presence,
  );
  app.get(
    '/api/people/:participantId/meetings/:id/pulse',
    {
      schema: {
        summary: 'Whether anything has come to the meeting, and nothing else',
        params: FactPath,
        response: { 200: Pulse, ...problems },
      },
    },
    (request) =>
      asReader(shell, request, 'nobody', async (tx) => ({
        pulse: found(await pulseOf(tx, request.params.participantId, request.params.id)),
      })),
  );
}

function decisionRoutes(app: App, shell: Shell): void {
  changeRoute(
    app,
    shell,
    {
      path: 'decisions',
      purpose: 'decision.add',
      summary: 'A promise: what, who, by when',
      params,
      body: Decide,
    },
    decide,
  );
  changeRoute(
    app,
    shell,
    {
      path: 'promise-keepings',
      purpose: 'promise.keep',
      summary: 'A promise is kept',
      params,
      body: KeepPromise,
    },
    keepPromise,
  );
  withdrawRoute(app, shell, {
    path: 'decisions',
    purpose: 'decision.withdraw',
    summary: 'A promise is taken back; it stays in the history',
    table: 'decision',
  });
  withdrawRoute(app, shell, {
    path: 'promise-keepings',
    purpose: 'promise.take-back',
    summary: 'It was not kept after all',
    table: 'decision_kept',
  });
}
