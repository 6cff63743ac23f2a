import { useQuery } from '@tanstack/react-query';
import type { GroupSessions } from '#contract/group.ts';
import { m } from '#text/generated/messages.js';
import { ButtonLink } from '../app/button-link.tsx';
import { capital, dayOf, longDay, nearDay, timeOf } from '../app/dates.ts';
import { addressQuery } from '../app/queries.ts';
import { QueryView } from '../app/query-view.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Heading } from '../ui/heading.tsx';
import { Tag } from '../ui/tag.tsx';
import './group.css';

type Session = GroupSessions['sessions'][number];

export function GroupsPage() {
  const query = useQuery(addressQuery<GroupSessions>('/api/group-sessions'));
  return (
    <div className="mv-groups-page mv-stack">
      <Heading level={1}>{m.nav_groups()}</Heading>
      <QueryView query={query}>
        {({ sessions, now }) => (
          <>
            {sessions.length === 0 && <EmptyState>{m.groups_none()}</EmptyState>}
            {[...byDay(sessions)].map(([day, ofDay]) => (
              <section key={day} className="mv-groups" aria-labelledby={`day-${day}`}>
                <h2 id={`day-${day}`} className="mv-h3">
                  {dayName(day, now)}
                </h2>
                <ul>
                  {ofDay.map((session) => (
                    <SessionRow key={session.session.id} session={session} now={now} />
                  ))}
                </ul>
              </section>
            ))}
          </>
        )}
      </QueryView>
    </div>
  );
}

function byDay(sessions: readonly Session[]): Map<string, Session[]> {
  const days = new Map<string, Session[]>();
  for (const session of sessions) {
    const day = dayOf(session.startsAt);
    days.set(day, [...(days.get(day) ?? []), session]);
  }
  return days;
}

/** «I dag, torsdag 14. mars» */
function dayName(day: string, now: string): string {
  const near = nearDay(day, now);
  const close = Math.abs(Date.parse(day) - Date.parse(dayOf(now))) <= 86_400_000;
  return capital(close ? `${near}, ${longDay(day)}` : longDay(day));
}

function SessionRow({ session, now }: { session: Session; now: string }) {
  const { title, place, startsAt, endsAt, leader, mine } = session;
  const past = Date.parse(endsAt) < Date.parse(now);
  return (
    <li className="mv-group" data-past={past ? '' : undefined}>
      <p className="mv-group-time">
        {timeOf(startsAt)}
        <span className="mv-meta"> – {timeOf(endsAt)}</span>
      </p>
      <div>
        <p className="mv-group-title">
          {title} {mine && <Tag tone="accent">{m.today_mine()}</Tag>}
        </p>
        <p className="mv-meta">
          {place}
          {leader && ` · ${m.group_leader({ name: leader })}`}
        </p>
      </div>
      <ButtonLink
        variant={mine && !past ? 'primary' : 'secondary'}
        to="/gruppe/$municipalityId/$id"
        params={session.session}
        aria-label={`${m.act_attendance()}: ${title}, ${longDay(startsAt)}`}
      >
        {m.act_attendance()}
      </ButtonLink>
    </li>
  );
}
