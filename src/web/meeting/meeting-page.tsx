import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import type { Pulse } from '#contract/meeting.ts';
import type { MeetingPage as Page } from '#contract/meeting-page.ts';
import { m } from '#text/generated/messages.js';
import { refusalText } from '#text/refusals.ts';
import { ButtonLink } from '../app/button-link.tsx';
import { useNow } from '../app/clock.ts';
import { between, capital, exactMoment } from '../app/dates.ts';
import { FoundView } from '../app/found-view.tsx';
import { addressQuery } from '../app/queries.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Heading } from '../ui/heading.tsx';
import { Notice } from '../ui/notice.tsx';
import { Decisions } from './decisions.tsx';
import type { MeetingProps } from './meeting-props.ts';
import { Minutes } from './minutes.tsx';
import { PresenceCard } from './presence-card.tsx';
import { StartCard } from './start-card.tsx';
import { type Table, useTable } from './table.ts';
import './meeting.css';

interface MeetingPageProps {
  participantId: string;
  meetingId: string;
  /** What changed since the weeks began; another noun's, handed in by the one who puts the screens together. */
  lookBack: ReactNode;
}

export function MeetingPage({ participantId, meetingId, lookBack }: MeetingPageProps) {
  const path = `/api/people/${participantId}/meetings/${meetingId}`;
  const query = useQuery(addressQuery<Page>(path));
  useLive(path, query.data, query.dataUpdatedAt);
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
      <FoundView query={query}>{(page) => <Mode fetched={page} lookBack={lookBack} />}</FoundView>
    </div>
  );
}

const pulseMs = 3_000;
const sitsMs = 12 * 3_600_000;
const earlyMs = 3_600_000;

/** While people sit together, what one of them writes is on the others' screens within some seconds. */
function useLive(path: string, page: Page | undefined, readAt: number): void {
  const client = useQueryClient();
  const sits =
    page !== undefined &&
    page.meeting.endedAt === undefined &&
    between(page.now, page.meeting.startsAt) < earlyMs &&
    between(page.meeting.heldAt ?? page.meeting.startsAt, page.now) < sitsMs;
  const { data, dataUpdatedAt } = useQuery({
    ...addressQuery<Pulse>(`${path}/pulse`),
    enabled: sits,
    refetchInterval: pulseMs,
  });
  const changed = data !== undefined && dataUpdatedAt > readAt && data.pulse !== page?.pulse;
  useEffect(() => {
    if (changed) void client.invalidateQueries({ queryKey: [path], exact: true });
  }, [changed, client, path]);
}

/** One screen for the whole table: first the participant’s own agenda, at the end what everyone promised. */
function Mode({ fetched, lookBack }: { fetched: Page; lookBack: ReactNode }) {
  const page = { ...fetched, now: useNow(fetched.now) };
  const table = useTable(page);
  const [reading, setReading] = useState(false);
  if (reading) return <ReadBack page={page} table={table} onBack={() => setReading(false)} />;
  return (
    <div className="mv-stack">
      <Head page={page} />
      <Trouble table={table} />
      {table.endedAt && <Ended page={page} />}
      <section className="mv-agenda" aria-labelledby="agenda">
        <h2 id="agenda" className="mv-h3">
          {m.meeting_first({ name: page.callMe })}
        </h2>
        {page.meeting.ownAgenda ? (
          <p className="mv-agenda-words">{page.meeting.ownAgenda}</p>
        ) : (
          <p>{m.meeting_ask_first({ name: page.callMe })}</p>
        )}
      </section>
      {lookBack}
      <div className="mv-meeting-columns">
        <div className="mv-stack">
          {table.heldAt && <Decisions page={page} table={table} onRead={() => setReading(true)} />}
          {!table.heldAt && page.mayWrite && <StartCard page={page} table={table} />}
        </div>
        <div className="mv-stack">
          <PresenceCard page={page} table={table} />
          <Goals page={page} />
        </div>
      </div>
    </div>
  );
}

function Head({ page: { meeting, callMe } }: { page: Page }) {
  return (
    <div>
      <Heading level={1}>{m.meeting_title_with({ name: callMe })}</Heading>
      <p className="mv-meta">
        {capital(exactMoment(meeting.startsAt))}
        {meeting.place && `, ${meeting.place}`}
      </p>
      {meeting.moved && (
        <p className="mv-meta">
          {m.meeting_moved_from({
            moment: exactMoment(meeting.moved.startsAt),
            because: meeting.moved.because,
          })}
        </p>
      )}
    </div>
  );
}

/** Something the table did that was refused. That there is no network is said by the frame of the screen. */
function Trouble({ table }: { table: Table }) {
  const { refused } = table;
  if (!refused?.refused) return null;
  return (
    <Notice tone="problem">
      <p>{refusalText(refused.refused)}</p>
      <div>
        <Button variant="secondary" color="neutral" onClick={() => table.drop(refused)}>
          {m.refused_seen()}
        </Button>
      </div>
    </Notice>
  );
}

function Ended({ page }: { page: Page }) {
  const { participantId, meeting } = page;
  return (
    <Notice title={m.meeting_ended()}>
      <p>{m.meeting_ended_text()}</p>
      <div>
        <ButtonLink to="/referat/$participantId/$meetingId" params={{ participantId, meetingId: meeting.id }}>
          {m.meeting_to_minutes()}
        </ButtonLink>
      </div>
    </Notice>
  );
}

/** Read aloud to everyone, then ended: the minutes are there at once. */
function ReadBack({ page, table, onBack }: MeetingProps & { onBack: () => void }) {
  const end = () => {
    table.end(page.now);
    onBack();
  };
  return (
    <div className="mv-stack">
      <p className="mv-minutes-lead">{m.minutes_read_aloud()}</p>
      <Minutes page={page} table={table} />
      <div className="mv-row mv-minutes-acts mv-no-print">
        {!table.endedAt && page.mayWrite && <Button onClick={end}>{m.meeting_end()}</Button>}
        <Button variant="secondary" onClick={onBack}>
          {m.minutes_change()}
        </Button>
      </div>
    </div>
  );
}

function Goals({ page }: { page: Page }) {
  const { goals, statement, callMe } = page;
  if (!goals && !statement) return null;
  return (
    <Card title={m.matters_of({ name: callMe })}>
      {statement && <p className="mv-meeting-words">{m.quote({ words: statement.words })}</p>}
      <ul className="mv-meeting-goals">
        {goals
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
