import { Attend, GroupSessionPage, HostPath } from '#contract/group.ts';
import { ParticipantPath, type Ref } from '#contract/shapes.ts';
import type { Door } from '../db/door.ts';
import { type App, asReader, changeRoute, problems, type Shell, withdrawRoute } from '../http/shell.ts';
import { found } from '../refused.ts';
import { writeAttendance } from './group-commands.ts';
import { sessionPage } from './group-queries.ts';
import { timetableRoutes } from './timetable-routes.ts';

export function groupRoutes(app: App, shell: Shell): void {
  timetableRoutes(app, shell);
  changeRoute(
    app,
    shell,
    {
      path: 'attendances',
      purpose: 'attendance.write',
      summary: 'Coming, not coming, came, did not come',
      params: ParticipantPath,
      body: Attend,
    },
    writeAttendance,
  );
  withdrawRoute(app, shell, {
    path: 'attendances',
    purpose: 'attendance.withdraw',
    summary: 'What was written about a samling is taken back',
    table: 'attendance',
  });
  app.get(
    '/api/group-sessions/:municipalityId/:id',
    {
      schema: {
        summary: 'One samling and those expected',
        params: HostPath,
        response: { 200: GroupSessionPage, ...problems },
      },
    },
    (request) =>
      asReader(shell, request, groupDoor(request.params), async (tx) =>
        found(await sessionPage(tx, request.params.municipalityId, request.params.id)),
      ),
  );
}

/** Only those expected at this samling are opened, and named in the log. */
const groupDoor = ({ municipalityId, id }: Ref): Door => ({
  group: 'group-session',
  municipalityId,
  session: id,
});
