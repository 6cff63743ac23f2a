import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { GroupSessionPage } from '#contract/group.ts';
import { m } from '#text/generated/messages.js';
import { between, capital, longDay, timeOf } from '../app/dates.ts';
import { FoundView } from '../app/found-view.tsx';
import { addressQuery } from '../app/queries.ts';
import { Dialog } from '../ui/dialog.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Heading } from '../ui/heading.tsx';
import { AttendanceRow, answersBefore, answersFrom } from './attendance-row.tsx';
import { NotTodayForm } from './not-today-form.tsx';
import './group.css';

type Person = GroupSessionPage['people'][number];

export function SessionPage({ municipalityId, id }: { municipalityId: string; id: string }) {
  const query = useQuery(addressQuery<GroupSessionPage>(`/api/group-sessions/${municipalityId}/${id}`));
  return (
    <div className="mv-groups-page mv-stack">
      <p>
        <Link className="mv-back" to="/grupper">
          {m.groups_back()}
        </Link>
      </p>
      <FoundView query={query}>{(page) => <Session page={page} />}</FoundView>
    </div>
  );
}

/** Attendance opens an hour before. */
const earlyMs = 3_600_000;

function Session({ page: { session, people, now } }: { page: GroupSessionPage }) {
  const [notToday, setNotToday] = useState<Person>();
  const answers = between(now, session.startsAt) > earlyMs ? answersBefore : answersFrom;
  const count = (answer: string) => people.filter((person) => person.answer === answer).length;
  return (
    <>
      <div>
        <Heading level={1}>{session.title}</Heading>
        <p className="mv-meta">
          {capital(longDay(session.startsAt))}, {timeOf(session.startsAt)}–{timeOf(session.endsAt)} ·{' '}
          {session.place}
          {session.leader && ` · ${m.group_leader({ name: session.leader })}`}
        </p>
      </div>
      {people.length === 0 ? (
        <EmptyState>{m.attendance_none()}</EmptyState>
      ) : (
        <>
          <p role="status">
            {m.attendance_count({
              came: count('came'),
              coming: count('coming'),
              no: count('said-no'),
              all: people.length,
            })}
          </p>
          <ul className="mv-attendances">
            {people.map((person) => (
              <AttendanceRow
                key={person.participantId}
                person={person}
                session={session.session}
                answers={answers}
                onNotToday={() => setNotToday(person)}
              />
            ))}
          </ul>
          <p className="mv-meta">{m.attendance_note()}</p>
        </>
      )}
      {notToday && (
        <Dialog
          title={m.not_today_title({ name: notToday.name })}
          closeLabel={m.close()}
          onClose={() => setNotToday(undefined)}
        >
          <NotTodayForm person={notToday} session={session.session} onSaved={() => setNotToday(undefined)} />
        </Dialog>
      )}
    </>
  );
}
