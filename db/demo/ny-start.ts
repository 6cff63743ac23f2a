/**
 * Ny Start's weekly timetable on Jæren as the municipalities published it (10 activities; five of them groups by day).
 * Where two end times were published the later one stands, and the earlier is kept beside it.
 */
export interface Activity {
  /** 1 is Monday. */
  weekday: 1 | 2 | 3 | 4 | 5 | 7;
  title: string;
  place: 'Håland' | 'Sandtangen' | 'Nærbø';
  from: string;
  to: string;
  alsoPublishedTo?: string;
}

export const publishedTimetable: readonly Activity[] = [
  {
    weekday: 1,
    title: 'No Limitation spinning og felles lunsj',
    place: 'Håland',
    from: '09:30',
    to: '13:00',
  },
  { weekday: 1, title: 'Spinning', place: 'Håland', from: '19:30', to: '20:30' },
  {
    weekday: 2,
    title: 'Arbeidsforberedende gruppe, lunsj',
    place: 'Håland',
    from: '09:30',
    to: '14:00',
    alsoPublishedTo: '13:00',
  },
  {
    weekday: 3,
    title: 'Arbeidsforberedende gruppe, tema, lunsj',
    place: 'Sandtangen',
    from: '09:30',
    to: '13:00',
    alsoPublishedTo: '12:30',
  },
  { weekday: 3, title: 'Sirkeltrening', place: 'Håland', from: '19:15', to: '20:30' },
  {
    weekday: 4,
    title: 'Arbeidsforberedende gruppe med NAV, lunsj',
    place: 'Sandtangen',
    from: '09:30',
    to: '14:00',
    alsoPublishedTo: '13:00',
  },
  { weekday: 4, title: 'Spinning', place: 'Håland', from: '19:30', to: '20:30' },
  { weekday: 4, title: 'Hockeytrening', place: 'Nærbø', from: '20:15', to: '21:45' },
  {
    weekday: 5,
    title: 'No Limitation spinning og felles lunsj',
    place: 'Håland',
    from: '09:30',
    to: '13:00',
  },
  { weekday: 7, title: 'Hockeytrening', place: 'Nærbø', from: '17:00', to: '18:00' },
];

/** Our choice, not published: work-preparing groups are Siren's, those with a ball or a bicycle Christer's. */
export const leaderOf = (activity: Activity): 'siren' | 'christerNyStart' =>
  activity.title.startsWith('Arbeidsforberedende') ? 'siren' : 'christerNyStart';
