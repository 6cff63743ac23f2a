import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { GroupSession, Timetable } from '#contract/group.ts';
import { addDays } from '#domain/time/week.ts';
import { m } from '#text/generated/messages.js';
import { capital, dayOf, hourOf, longDay, nearDay, timeOf } from '../app/dates.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Tag } from '../ui/tag.tsx';

/** Work-preparing groups end by three; what begins later is for the evening. */
const EVENING = 16;
const parts = ['day', 'evening'] as const;
type Part = (typeof parts)[number];
const partOf = ({ startsAt }: GroupSession): Part => (hourOf(startsAt) < EVENING ? 'day' : 'evening');

/** A list by day on a phone; side by side, with days and evenings level, where there is room. */
export function Week({ timetable: { monday, sessions, now } }: { timetable: Timetable }) {
  const [past, setPast] = useState(false);
  if (sessions.length === 0) return <EmptyState>{m.groups_none_in_week()}</EmptyState>;
  const days = [0, 1, 2, 3, 4, 5, 6].map((place) => addDays(monday, place));
  const today = dayOf(now);
  // On a phone one comes for what is ahead; the days of this week that have been are a tap away.
  const folds = monday < today && today <= addDays(monday, 6) && !past;
  return (
    <div className="mv-week" data-folds={folds ? '' : undefined}>
      {folds && (
        <div className="mv-week-past">
          <Button quiet onClick={() => setPast(true)}>
            {m.week_show_past()}
          </Button>
        </div>
      )}
      {days.map((day) => {
        const ofDay = sessions.filter(({ startsAt }) => dayOf(startsAt) === day);
        return (
          <section
            key={day}
            className="mv-week-day"
            aria-labelledby={`day-${day}`}
            data-empty={ofDay.length === 0 ? '' : undefined}
            data-today={day === today ? '' : undefined}
            data-past={day < today ? '' : undefined}
          >
            <h3 id={`day-${day}`} className="mv-h3">
              {dayName(day, now)}
            </h3>
            {parts.map((part) => (
              <PartOfDay
                key={part}
                part={part}
                sessions={ofDay.filter((one) => partOf(one) === part)}
                now={now}
              />
            ))}
          </section>
        );
      })}
    </div>
  );
}

/** «I dag, torsdag 14. mars» */
function dayName(day: string, now: string): string {
  const isNear = [-1, 0, 1].some((days) => addDays(dayOf(now), days) === day);
  return capital(isNear ? `${nearDay(day, now)}, ${longDay(day)}` : longDay(day));
}

function PartOfDay({ part, sessions, now }: { part: Part; sessions: readonly GroupSession[]; now: string }) {
  if (sessions.length === 0) return <div className="mv-week-part" />;
  return (
    <div className="mv-week-part">
      <p className="mv-meta">{part === 'day' ? m.week_part_day() : m.week_part_evening()}</p>
      <ul className="mv-week-sessions">
        {sessions.map((session) => (
          <SessionCard key={session.session.id} session={session} now={now} />
        ))}
      </ul>
    </div>
  );
}

function SessionCard({ session, now }: { session: GroupSession; now: string }) {
  const { title, place, startsAt, endsAt, leader, mine, cancelled, moved } = session;
  const past = Date.parse(endsAt) < Date.parse(now);
  return (
    <li>
      <Link
        className="mv-session"
        to="/gruppe/$municipalityId/$id"
        params={session.session}
        data-past={past ? '' : undefined}
        data-cancelled={cancelled ? '' : undefined}
      >
        <span className="mv-session-time">
          {timeOf(startsAt)}–{timeOf(endsAt)}
        </span>
        <span className="mv-session-title">{title}</span>
        <span className="mv-meta">
          {place}
          {leader && ` · ${mine ? m.session_you_lead() : leader}`}
        </span>
        {cancelled && (
          <span>
            <Tag tone="sun">{m.session_cancelled()}</Tag> {cancelled.because}
          </span>
        )}
        {moved && !cancelled && (
          <span>
            <Tag tone="sand">{m.session_moved()}</Tag> {moved.because}
          </span>
        )}
      </Link>
    </li>
  );
}
