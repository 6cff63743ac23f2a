import type { Meeting } from '#contract/person.ts';
import { m } from '#text/generated/messages.js';
import { ButtonLink } from '../app/button-link.tsx';
import { capital, nearDay, nearMoment } from '../app/dates.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Tag } from '../ui/tag.tsx';
import { may, type TabProps } from './acts.ts';

export function Meetings({ page, name, open }: TabProps) {
  const { meetings = [] } = page;
  return (
    <Card
      title={m.meetings_title()}
      aside={
        may(page, 'meeting') && (
          <Button variant="secondary" onClick={() => open('mote')}>
            {m.act_call_meeting()}
          </Button>
        )
      }
    >
      {meetings.length === 0 && <EmptyState>{m.meetings_none({ name })}</EmptyState>}
      <ul className="mv-meetings">
        {inOrder(meetings).map((meeting) => (
          <MeetingRow key={meeting.id} meeting={meeting} page={page} name={name} open={open} />
        ))}
      </ul>
    </Card>
  );
}

/** What comes, the soonest first; then what has been, the latest first. */
const inOrder = (meetings: readonly Meeting[]): Meeting[] => [
  ...meetings.filter(({ heldAt }) => !heldAt).toSorted((a, b) => a.startsAt.localeCompare(b.startsAt)),
  ...meetings.filter(({ heldAt }) => heldAt).toSorted((a, b) => b.startsAt.localeCompare(a.startsAt)),
];

function MeetingRow({ meeting, page, name, open }: TabProps & { meeting: Meeting }) {
  const { id, startsAt, place, ownAgenda, heldAt, endedAt, decisions, people } = meeting;
  const saidNo = people.some(({ person, presence }) => person === 'participant' && presence === 'said-no');
  const kept = decisions.filter(({ keptAt }) => keptAt).length;
  return (
    <li>
      <p>
        <strong>{capital(nearMoment(startsAt, page.now))}</strong>
        {place && `, ${place}`} {heldAt && <Tag tone="accent">{m.meeting_held()}</Tag>}
      </p>
      <p className="mv-meta">
        {heldAt
          ? m.meeting_promises_kept({ kept, all: decisions.length })
          : ownAgenda
            ? m.meeting_agenda_ready({ name })
            : m.meeting_agenda_missing({ name })}
      </p>
      {!heldAt && saidNo && <p>{m.meeting_said_no({ name })}</p>}
      {!heldAt && ownAgenda && <p className="mv-event-words">{m.quote({ words: ownAgenda })}</p>}
      {heldAt && <Promises meeting={meeting} now={page.now} />}
      <div className="mv-row">
        {!heldAt && may(page, 'meeting') && (
          <Button variant="secondary" onClick={() => open('forbered', id)}>
            {m.act_prepare_meeting()}
          </Button>
        )}
        <ButtonLink
          variant={endedAt ? 'tertiary' : 'primary'}
          to={endedAt ? '/referat/$participantId/$meetingId' : '/mote/$participantId/$meetingId'}
          params={{ participantId: page.participantId, meetingId: id }}
        >
          {endedAt ? m.meeting_minutes() : m.act_open_meeting()}
        </ButtonLink>
      </div>
    </li>
  );
}

const Promises = ({ meeting, now }: { meeting: Meeting; now: string }) => (
  <ul className="mv-promises">
    {meeting.decisions.map(({ id, words, doerName, dueDay, keptAt }) => (
      <li key={id}>
        <span>
          <strong>{doerName}:</strong> {words}
        </span>
        <span className="mv-meta">
          {keptAt
            ? m.action_done_at({ day: nearDay(keptAt, now) })
            : m.action_by({ day: nearDay(dueDay, now) })}
        </span>
      </li>
    ))}
  </ul>
);
