import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ComponentType, useState } from 'react';
import type { GroupSession, GroupSessionPage } from '#contract/group.ts';
import { m } from '#text/generated/messages.js';
import { useNow } from '../app/clock.ts';
import { between, capital, dayOf, exactMoment, longDay, timeOf } from '../app/dates.ts';
import { FoundView } from '../app/found-view.tsx';
import { addressQuery } from '../app/queries.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Heading } from '../ui/heading.tsx';
import { Notice } from '../ui/notice.tsx';
import { answersBefore, answersFrom, type Person, useAttendance } from './attendance.ts';
import { AttendanceRow } from './attendance-row.tsx';
import { NotTodayForm } from './not-today-form.tsx';
import { CancelForm, MoveForm } from './session-forms.tsx';
import './group.css';

/** Finds somebody among those one may see; from the noun that knows people. */
export type PersonFinder = ComponentType<{
  label: string;
  onChoose: (person: { participantId: string; name: string }) => void;
}>;

interface SessionPageProps {
  municipalityId: string;
  id: string;
  PersonField: PersonFinder;
}

export function SessionPage({ municipalityId, id, PersonField }: SessionPageProps) {
  const query = useQuery(addressQuery<GroupSessionPage>(`/api/group-sessions/${municipalityId}/${id}`));
  return (
    <div className="mv-groups-page mv-stack">
      <FoundView query={query}>
        {(page) => (
          <>
            <p>
              <Link className="mv-back" to="/grupper" search={{ uke: dayOf(page.session.startsAt) }}>
                {m.groups_back()}
              </Link>
            </p>
            <Session fetched={page} PersonField={PersonField} />
          </>
        )}
      </FoundView>
    </div>
  );
}

/** Attendance opens an hour before. */
const earlyMs = 3_600_000;

function Session({ fetched, PersonField }: { fetched: GroupSessionPage; PersonField: PersonFinder }) {
  const { session } = fetched;
  const now = useNow(fetched.now);
  const [opened, setOpened] = useState<'cancel' | 'move'>();
  const close = () => setOpened(undefined);
  const over = between(now, session.endsAt) <= 0;
  return (
    <>
      <SessionHead session={session} />
      {session.mayRun && !over && (
        <div className="mv-row">
          {!session.cancelled && (
            <Button variant="secondary" onClick={() => setOpened('move')}>
              {m.session_move()}
            </Button>
          )}
          <Button variant="secondary" onClick={() => setOpened('cancel')}>
            {session.cancelled ? m.session_after_all() : m.session_cancel()}
          </Button>
        </div>
      )}
      {!session.cancelled && <Attendance page={{ ...fetched, now }} PersonField={PersonField} />}
      {opened && (
        <Dialog
          title={
            opened === 'move'
              ? m.session_move()
              : session.cancelled
                ? m.session_after_all()
                : m.session_cancel()
          }
          closeLabel={m.close()}
          onClose={close}
        >
          {opened === 'move' && <MoveForm session={session} now={now} onSaved={close} />}
          {opened === 'cancel' && <CancelForm session={session} onSaved={close} />}
        </Dialog>
      )}
    </>
  );
}

function SessionHead({ session }: { session: GroupSession }) {
  const { title, startsAt, endsAt, place, leader, cancelled, moved } = session;
  return (
    <>
      <div>
        <Heading level={1}>{title}</Heading>
        <p className="mv-meta">
          {capital(longDay(startsAt))}, {timeOf(startsAt)}–{timeOf(endsAt)} · {place}
          {leader && ` · ${m.group_leader({ name: leader })}`}
        </p>
      </div>
      {cancelled && (
        <Notice tone="wait" title={m.session_cancelled_title()}>
          <p>{cancelled.because}</p>
        </Notice>
      )}
      {moved && !cancelled && (
        <Notice tone="wait" title={m.session_moved_title()}>
          <p>{m.session_moved_from({ moment: exactMoment(moved.startsAt), place: moved.place })}</p>
          <p>{moved.because}</p>
        </Notice>
      )}
    </>
  );
}

/** Those who come, as it stood when the page was opened: nobody moves away under a finger. */
function useParts(listed: readonly Person[]): { title: string; people: readonly Person[] }[] {
  const [coming] = useState(
    () =>
      new Set(
        listed
          .filter(({ answer }) => answer === 'coming' || answer === 'came')
          .map(({ participantId }) => participantId),
      ),
  );
  const first = listed.filter(({ participantId }) => coming.has(participantId));
  const others = listed.filter(({ participantId }) => !coming.has(participantId));
  if (first.length === 0 || others.length === 0) return [{ title: '', people: listed }];
  return [
    { title: m.attendance_those_coming(), people: first },
    { title: m.attendance_the_others(), people: others },
  ];
}

function Attendance({ page, PersonField }: { page: GroupSessionPage; PersonField: PersonFinder }) {
  const { session, people, now } = page;
  const [notToday, setNotToday] = useState<Person>();
  const [extra, setExtra] = useState<readonly Person[]>([]);
  const attendance = useAttendance(session.session);
  const answers = between(now, session.startsAt) > earlyMs ? answersBefore : answersFrom;
  const listed = [
    ...people,
    ...extra.filter(({ participantId }) => !people.some((one) => one.participantId === participantId)),
  ];
  const parts = useParts(listed);
  const count = (answer: string) =>
    listed.filter((person) => attendance.tapped(person).answer === answer).length;
  return (
    <>
      <p role="status">
        {m.attendance_count({
          came: count('came'),
          coming: count('coming'),
          no: count('said-no'),
          all: listed.length,
        })}
      </p>
      {listed.length === 0 && <EmptyState>{m.attendance_none()}</EmptyState>}
      {parts.map(({ title, people: inPart }) => (
        <section key={title} className="mv-attendance-part">
          {title && <Heading level={2}>{title}</Heading>}
          <ul className="mv-attendances">
            {inPart.map((person) => (
              <AttendanceRow
                key={person.participantId}
                person={person}
                attendance={attendance}
                answers={answers}
                onNotToday={() => setNotToday(person)}
              />
            ))}
          </ul>
        </section>
      ))}
      <div className="mv-attendance-add">
        <PersonField
          label={m.attendance_add()}
          onChoose={(person) => setExtra((before) => [...before, person])}
        />
        <p className="mv-meta">{m.attendance_add_note()}</p>
      </div>
      <p className="mv-meta">{m.attendance_note()}</p>
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
