import type { Book } from '#db/demo/book.ts';
import { leaderOf, publishedTimetable } from '#db/demo/ny-start.ts';
import { services, workers } from '#db/demo/people.ts';
import { type Samling, sessionIdAt } from '#db/demo/sessions.ts';
import { addDays, mondayOf } from '#domain/time/day.ts';
import { groupsBegan, summerDay } from './ny-start-published.ts';

/** Public holidays of 2019 on which no group would be held: our assumption, not published. */
const holidays = new Set([
  '2019-04-18',
  '2019-04-19',
  '2019-04-22',
  '2019-05-01',
  '2019-05-17',
  '2019-05-30',
  '2019-06-10',
]);

/** A samling of the replay; it belongs to no line of a timetable that goes on. */
export type HeldSession = Omit<Samling, 'weekday' | 'seriesId' | 'day'>;

/** The published timetable, held every week from the first Monday to the day of the report. */
export function replaySessions(): HeldSession[] {
  const sessions: HeldSession[] = [];
  for (let monday = mondayOf(groupsBegan); monday <= summerDay; monday = addDays(monday, 7)) {
    for (const activity of publishedTimetable) {
      const day = addDays(monday, activity.weekday - 1);
      if (day > summerDay || holidays.has(day)) continue;
      const start = `${day}T${activity.from}`;
      sessions.push({
        id: sessionIdAt(start),
        title: activity.title,
        place: activity.place,
        start,
        end: `${day}T${activity.to}`,
        byDay: activity.from === '09:30',
        leader: leaderOf(activity),
      });
    }
  }
  return sessions;
}

export function planReplaySessions(
  book: Book,
  sessions: readonly HeldSession[],
  at: (written: string) => string,
) {
  for (const { id, title, place, start, end, leader } of sessions) {
    book.add('group_session', {
      municipality_id: services.nyStart.municipalityId,
      id,
      service_id: services.nyStart.id,
      title,
      place,
      starts_at: at(start),
      ends_at: at(end),
      leader_municipality_id: workers[leader].municipalityId,
      leader_worker_id: workers[leader].id,
    });
  }
}

/** The moment the installation's clock stands at, in Norwegian time: the evening of the day of the report. */
export const replayNow = `${summerDay}T18:00`;
