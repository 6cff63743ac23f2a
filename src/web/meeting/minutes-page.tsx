import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { MeetingPage } from '#contract/meeting-page.ts';
import { m } from '#text/generated/messages.js';
import { ButtonLink } from '../app/button-link.tsx';
import { FoundView } from '../app/found-view.tsx';
import { addressQuery } from '../app/queries.ts';
import { Button } from '../ui/button.tsx';
import { Minutes } from './minutes.tsx';
import { useTable } from './table.ts';
import './meeting.css';

/** For those with access, and for the participant: read, and printed. */
export function MinutesPage({ participantId, meetingId }: { participantId: string; meetingId: string }) {
  const query = useQuery(addressQuery<MeetingPage>(`/api/people/${participantId}/meetings/${meetingId}`));
  return (
    <div className="mv-meeting">
      <FoundView query={query}>{(page) => <Paper page={page} />}</FoundView>
    </div>
  );
}

function Paper({ page }: { page: MeetingPage }) {
  const table = useTable(page);
  const { participantId, meeting, own, mayWrite } = page;
  return (
    <div className="mv-stack">
      <p className="mv-no-print">
        {own ? (
          <Link className="mv-meeting-back" to="/min-plan/$part" params={{ part: 'moter' }}>
            {m.minutes_back_own()}
          </Link>
        ) : (
          <Link
            className="mv-meeting-back"
            to="/deltaker/$participantId"
            params={{ participantId }}
            search={{ fane: 'forlop' }}
          >
            {m.meeting_back()}
          </Link>
        )}
      </p>
      <Minutes page={page} table={table} />
      <div className="mv-row mv-no-print mv-minutes-acts">
        <Button onClick={() => window.print()}>{m.minutes_print()}</Button>
        {mayWrite && !own && (
          <ButtonLink
            variant="secondary"
            to="/mote/$participantId/$meetingId"
            params={{ participantId, meetingId: meeting.id }}
          >
            {m.minutes_add()}
          </ButtonLink>
        )}
      </div>
    </div>
  );
}
