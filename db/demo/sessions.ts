import { addDays, type Day, mondayOf } from '#domain/time/day.ts';
import { redDay } from '../population/red-days.ts';
import { monthOf } from '../population/time.ts';
import type { Book } from './book.ts';
import type { Calendar } from './calendar.ts';
import { idOf } from './ids.ts';
import { type Activity, leaderOf, publishedTimetable } from './ny-start.ts';
import { services, workers } from './people.ts';
import { DEMO_TODAY } from './shift.ts';

/** A year and a half. */
const WEEKS_BACK = 78;
/** As far as the timetable is made ahead. */
const WEEKS_AHEAD = 8;

/** A samling of the demonstration. Written times, not yet shifted; the id is found from the written start. */
export interface Samling {
  id: string;
  title: string;
  place: string;
  start: string;
  end: string;
  weekday: number;
  byDay: boolean;
  leader: 'siren' | 'christerNyStart';
  /** The line of the timetable it belongs to, and the written day it was planned for. */
  seriesId: string;
  day: Day;
  /** Why it is not held. */
  cancelled?: string;
}

/** The id of the samling that starts at a written time, such as 2024-03-14T09:30. */
export const sessionIdAt = (start: string): string => idOf('session', start);

const seriesIdOf = ({ weekday, from }: Activity): string => idOf('series', `${weekday} ${from}`);

/** The lines of the published timetable, from the first week there are samlinger of. */
export function planSeries(book: Book, calendar: Calendar): void {
  const firstMonday = addDays(mondayOf(DEMO_TODAY), -7 * WEEKS_BACK);
  for (const activity of publishedTimetable) {
    const leader = workers[leaderOf(activity)];
    book.add('group_series', {
      municipality_id: services.nyStart.municipalityId,
      id: seriesIdOf(activity),
      service_id: services.nyStart.id,
      title: activity.title,
      place: activity.place,
      weekday: activity.weekday,
      from_time: activity.from,
      to_time: activity.to,
      valid_from: calendar.weeklyDay(firstMonday),
      leader_municipality_id: leader.municipalityId,
      leader_worker_id: leader.id,
    });
  }
}

/** The published timetable, week by week around the demonstration's own. */
export function plannedSessions(calendar: Calendar): Samling[] {
  const thisMonday = mondayOf(DEMO_TODAY);
  const weeks = Array.from({ length: WEEKS_BACK + 1 + WEEKS_AHEAD }, (_, week) => week - WEEKS_BACK);
  return weeks.flatMap((week) =>
    publishedTimetable.map((activity) => {
      const day = addDays(thisMonday, 7 * week + activity.weekday - 1);
      const start = `${day}T${activity.from}`;
      const cancelled = notHeld(calendar.weeklyDay(day), activity);
      return {
        id: sessionIdAt(start),
        title: activity.title,
        place: activity.place,
        start,
        end: `${day}T${activity.to}`,
        weekday: activity.weekday,
        byDay: activity.from === '09:30',
        leader: leaderOf(activity),
        seriesId: seriesIdOf(activity),
        day,
        ...(cancelled === undefined ? {} : { cancelled }),
      };
    }),
  );
}

/** Red days of the year it is told in; and in July there are groups by day only, three days a week. Our choice. */
function notHeld(day: Day, { weekday, from }: Activity): string | undefined {
  const holiday = redDay(day);
  if (holiday !== undefined) return `Rød dag: ${holiday}`;
  const summer = monthOf(day) === 7 && (from !== '09:30' || weekday === 1 || weekday === 3);
  return summer ? 'Sommer: færre grupper i juli' : undefined;
}

export function planSessions(book: Book, calendar: Calendar, sessions: readonly Samling[]): void {
  for (const { id, title, place, start, end, leader, seriesId, day, cancelled } of sessions) {
    book.add('group_session', {
      municipality_id: services.nyStart.municipalityId,
      id,
      service_id: services.nyStart.id,
      series_id: seriesId,
      series_day: calendar.weeklyDay(day),
      title,
      place,
      starts_at: calendar.weekly(start),
      ends_at: calendar.weekly(end),
      cancelled_at: cancelled === undefined ? null : cancelledAt(calendar, day),
      cancelled_because: cancelled ?? null,
      leader_municipality_id: workers[leader].municipalityId,
      leader_worker_id: workers[leader].id,
    });
  }
}

/** Said two weeks before, or as soon as the timetable was made. */
function cancelledAt(calendar: Calendar, day: Day): string {
  const said = calendar.weekly(`${addDays(day, -14)}T09:00`);
  return said < calendar.now ? said : calendar.weekly(`${addDays(mondayOf(DEMO_TODAY), -7)}T09:00`);
}
