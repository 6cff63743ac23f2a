import { JoinTeam } from '#contract/enquiry.ts';
import { ParticipantPath } from '#contract/shapes.ts';
import { type App, changeRoute, type Shell } from '../http/shell.ts';
import { addTeamMember } from './team-commands.ts';

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
}
