import { Withdraw } from '#contract/contact.ts';
import { AppointCoordinator } from '#contract/coordination.ts';
import { JoinTeam } from '#contract/enquiry.ts';
import { FactPath, ParticipantPath } from '#contract/shapes.ts';
import { type App, changeRoute, type Shell } from '../http/shell.ts';
import { addTeamMember, appoint, endMembership } from './team-commands.ts';

export function teamRoutes(app: App, shell: Shell): void {
  changeRoute(
    app,
    shell,
    {
      path: 'team-memberships',
      purpose: 'team.join',
      summary: 'Someone joins the team, or steps in for someone',
      params: ParticipantPath,
      body: JoinTeam,
    },
    addTeamMember,
  );
  changeRoute(
    app,
    shell,
    {
      path: 'team-memberships/:id/endings',
      purpose: 'team.leave',
      summary: 'Someone leaves the team; their way in closes at once',
      params: FactPath,
      body: Withdraw,
    },
    endMembership,
  );
  changeRoute(
    app,
    shell,
    {
      path: 'coordinators',
      purpose: 'coordinator.appoint',
      summary: 'A coordinator is appointed, or another takes the place',
      params: ParticipantPath,
      body: AppointCoordinator,
    },
    appoint,
  );
}
