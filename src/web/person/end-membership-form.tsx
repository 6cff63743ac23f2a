import { m } from '#text/generated/messages.js';
import { ReasonForm } from '../app/reason.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import type { ActProps } from './acts.ts';

/** Somebody leaves the team, or was added by a mistake: their way in closes at once, and it stays told that they were there. */
export function EndMembershipForm({ page, name, about, done }: ActProps) {
  const member = page.team?.find(({ id }) => id === about);
  if (!member) return <EmptyState>{m.team_end_gone()}</EmptyState>;
  return (
    <ReasonForm
      draft={`end-membership ${about}`}
      path={`/api/people/${page.participantId}/team-memberships/${member.id}/endings`}
      bodyOf={(reason) => ({ supersedes: member.versionId, reason })}
      label={m.team_end_why()}
      submit={m.team_end_do()}
      savedText={m.team_ended({ name: member.name })}
      onSaved={done}
    >
      <p>{m.team_end_lead({ worker: member.name, name })}</p>
    </ReasonForm>
  );
}
