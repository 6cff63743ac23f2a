import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { PersonPage } from '#contract/person.ts';
import { m } from '#text/generated/messages.js';
import { between, capital, exactMoment, nearMoment } from '../app/dates.ts';
import { FoundView } from '../app/found-view.tsx';
import { addressQuery } from '../app/queries.ts';
import { ProblemNotice } from '../app/query-view.tsx';
import { useSend } from '../app/sending.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Heading } from '../ui/heading.tsx';
import { Notice } from '../ui/notice.tsx';
import { DecideForm } from './decide-form.tsx';
import type { MeetingProps } from './meeting-props.ts';
import { Minutes } from './minutes.tsx';
import { PromiseList } from './promise-list.tsx';
import './meeting.css';

interface MeetingPageProps {
  participantId: string;
  meetingId: string;
  /** What changed since the weeks began; another noun's, handed in by the one who puts the screens together. */
  lookBack: ReactNode;
}

export function MeetingPage({ participantId, meetingId, lookBack }: MeetingPageProps) {
  const query = useQuery(addressQuery<PersonPage>(`/api/people/${participantId}`));
  return (
    <div className="mv-meeting">
      <p className="mv-no-print">
        <Link
          className="mv-meeting-back"
          to="/deltaker/$participantId"
          params={{ participantId }}
          search={{ fane: 'forlop' }}
        >
          {m.meeting_back()}
        </Link>
      </p>
      <FoundView query={query}>
        {(page) => {
          const meeting = page.meetings?.find(({ id }) => id === meetingId);
          return meeting ? (
            <Mode page={page} meeting={meeting} lookBack={lookBack} />
          ) : (
            <EmptyState>{m.meeting_not_here()}</EmptyState>
          );
        }}
      </FoundView>
    </div>
  );
}

/** One screen for the whole table: first the participant’s own agenda, at the end what everyone promised. */
function Mode({ page, meeting, lookBack }: MeetingProps & { lookBack: ReactNode }) {
  const [reading, setReading] = useState(false);
  const name = page.identity?.callMe ?? m.person_unnamed();
  if (reading) return <Minutes page={page} meeting={meeting} name={name} onBack={() => setReading(false)} />;
  return (
    <div className="mv-stack">
      <div>
        <Heading level={1}>{m.meeting_title_with({ name })}</Heading>
        <p className="mv-meta">
          {capital(exactMoment(meeting.startsAt))}
          {meeting.place && `, ${meeting.place}`}
        </p>
      </div>
      <section className="mv-agenda" aria-labelledby="agenda">
        <h2 id="agenda" className="mv-h3">
          {m.meeting_first({ name })}
        </h2>
        {meeting.ownAgenda ? (
          <p className="mv-agenda-words">{meeting.ownAgenda}</p>
        ) : (
          <p>{m.meeting_ask_first({ name })}</p>
        )}
      </section>
      {lookBack}
      <div className="mv-meeting-columns">
        <Goals page={page} name={name} />
        <Decisions page={page} meeting={meeting} onRead={() => setReading(true)} />
      </div>
    </div>
  );
}

function Goals({ page, name }: { page: PersonPage; name: string }) {
  if (!page.goals && !page.statement) return null;
  return (
    <Card title={m.matters_of({ name })}>
      {page.statement && <p className="mv-meeting-words">{m.quote({ words: page.statement.words })}</p>}
      <ul className="mv-meeting-goals">
        {page.goals
          ?.filter(({ closed }) => !closed)
          .map((goal) => (
            <li key={goal.id}>
              <strong>{goal.title}</strong>
              {goal.wanted && <p className="mv-meta">{m.goal_wants({ words: goal.wanted })}</p>}
              {goal.actions
                ?.filter(({ doneAt }) => !doneAt)
                .map((action) => (
                  <p key={action.id} className="mv-meta">
                    {m.meeting_open_action({ title: action.title, name: action.doerName })}
                  </p>
                ))}
            </li>
          ))}
      </ul>
    </Card>
  );
}

function Decisions({ page, meeting, onRead }: MeetingProps & { onRead: () => void }) {
  const { decisions, heldAt } = meeting;
  const mayWrite = page.may.includes('meeting');
  if (!heldAt && !mayWrite) return null;
  if (!heldAt) return <Start page={page} meeting={meeting} />;
  return (
    <Card title={m.meeting_decisions()}>
      {decisions.length === 0 && <EmptyState>{m.meeting_decisions_none()}</EmptyState>}
      <PromiseList promises={decisions} now={page.now} />
      {mayWrite && <DecideForm page={page} meeting={meeting} />}
      <div className="mv-row">
        <Button
          variant={mayWrite ? 'secondary' : 'primary'}
          onClick={onRead}
          disabled={decisions.length === 0}
        >
          {m.meeting_read_back()}
        </Button>
      </div>
    </Card>
  );
}

/** A meeting may begin an hour before the time that was agreed. */
const earlyMs = 3_600_000;

function Start({ page, meeting }: MeetingProps) {
  const { send, busy, error } = useSend();
  const early = between(page.now, meeting.startsAt) > earlyMs;
  const hold = () =>
    send(`/api/people/${page.participantId}/meetings/${meeting.id}/holdings`, {
      supersedes: meeting.versionId,
    });
  return (
    <Card title={m.meeting_ready()}>
      <p>{m.meeting_ready_text()}</p>
      {error && <ProblemNotice error={error} />}
      {early ? (
        <Notice tone="wait">
          <p>{m.meeting_not_yet({ moment: nearMoment(meeting.startsAt, page.now) })}</p>
        </Notice>
      ) : (
        <div>
          <Button busy={busy} onClick={hold}>
            {m.meeting_begin()}
          </Button>
        </div>
      )}
    </Card>
  );
}
