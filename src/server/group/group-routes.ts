import { Attend, GroupSessionPage, GroupSessions, SessionPath } from '#contract/group.ts';
import { ParticipantPath } from '#contract/shapes.ts';
import { addDays, dayOf, startOf } from '#domain/time/day.ts';
import type { Door } from '../db/database.ts';
import { type App, asReader, changeRoute, problems, type Shell } from '../http/shell.ts';
import { found } from '../refused.ts';
import { writeAttendance } from './group-commands.ts';
import { sessionPage, sessionsBetween } from './group-queries.ts';

export function groupRoutes(app: App, shell: Shell): void {
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
  app.get(
    '/api/group-sessions',
    {
      schema: {
        summary: 'Groups from yesterday to a week ahead',
        response: { 200: GroupSessions, ...problems },
      },
    },
    (request) =>
      asReader(shell, request, 'nobody', async (tx) => {
        const today = dayOf(tx.now);
        const sessions = await sessionsBetween(tx, startOf(addDays(today, -1)), startOf(addDays(today, 8)));
        return { now: tx.now, sessions };
      }),
  );
  app.get(
    '/api/group-sessions/:municipalityId/:id',
    {
      schema: {
        summary: 'One samling and those expected',
        params: SessionPath,
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
const groupDoor = ({ municipalityId, id }: { municipalityId: string; id: string }): Door => ({
  group: 'group-session',
  municipalityId,
  session: id,
});
