import { CallMeeting, Decide, HoldMeeting, KeepPromise, PrepareMeeting } from '#contract/meeting.ts';
import { FactPath, ParticipantPath as params } from '#contract/shapes.ts';
import { type App, changeRoute, type Shell } from '../http/shell.ts';
import * as commands from './meeting-commands.ts';

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
      path: 'decisions',
      purpose: 'decision.add',
      summary: 'A promise: what, who, by when',
      params,
      body: Decide,
    },
    commands.decide,
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
    commands.keepPromise,
  );
}
