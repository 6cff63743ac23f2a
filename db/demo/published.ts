/**
 * What the demonstration takes from public reports, as it stands there: a fact carried over, never a sentence.
 * Everything in db/demo and db/population that is not held to these by published.test.ts is made up or chosen by us.
 */
export interface Published<Value> {
  standing: 'published';
  source: string;
  /** The year of the report, or the years its figures are of where that is all that is known. */
  year: string;
  value: Value;
}

const jaeren = {
  standing: 'published',
  source: 'Fleksibelt interkommunalt ettervern på Jæren (Ny Start og No Limitation)',
  year: 'figures of 2018 and summer 2019',
} as const;
const journey = {
  standing: 'published',
  source: 'Fleksibelt interkommunalt ettervern på Jæren, the service-design presentation of a journey',
  year: 'figures of 2018 and summer 2019',
} as const;

export const municipalitiesTogether: Published<readonly string[]> = {
  ...jaeren,
  value: ['Gjesdal', 'Time', 'Hå', 'Klepp'],
};

interface PublishedActivity {
  weekday: number;
  activity: string;
  place: string;
  from: string;
  /** Several, where the report prints several. */
  to: readonly string[];
}

export const timetable: Published<readonly PublishedActivity[]> = {
  ...jaeren,
  value: [
    {
      weekday: 1,
      activity: 'No Limitation spinning og felles lunsj',
      place: 'Håland',
      from: '09:30',
      to: ['13:00'],
    },
    { weekday: 1, activity: 'spinning', place: 'Håland', from: '19:30', to: ['20:30'] },
    {
      weekday: 2,
      activity: 'arbeidsforberedende gruppe, lunsj',
      place: 'Håland',
      from: '09:30',
      to: ['13:00', '14:00'],
    },
    {
      weekday: 3,
      activity: 'arbeidsforberedende gruppe, tema, lunsj',
      place: 'Sandtangen',
      from: '09:30',
      to: ['12:30', '13:00'],
    },
    { weekday: 3, activity: 'sirkeltrening', place: 'Håland', from: '19:15', to: ['20:30'] },
    {
      weekday: 4,
      activity: 'arbeidsforberedende gruppe med NAV, lunsj',
      place: 'Sandtangen',
      from: '09:30',
      to: ['13:00', '14:00'],
    },
    { weekday: 4, activity: 'spinning', place: 'Håland', from: '19:30', to: ['20:30'] },
    { weekday: 4, activity: 'hockeytrening', place: 'Nærbø', from: '20:15', to: ['21:45'] },
    {
      weekday: 5,
      activity: 'No Limitation spinning og felles lunsj',
      place: 'Håland',
      from: '09:30',
      to: ['13:00'],
    },
    { weekday: 7, activity: 'hockeytrening', place: 'Nærbø', from: '17:00', to: ['18:00'] },
  ],
};

/** The steps of the six weeks, by the codes we gave them. */
export const sixWeeks: Published<Readonly<Record<number, readonly string[]>>> = {
  ...jaeren,
  value: {
    1: ['mapping', 'rules-explained'],
    2: ['group-set-up', 'follow-up-talk', 'crisis-plan'],
    3: ['individual-talk'],
    4: ['call-consultant', 'meeting-called'],
    5: ['evaluation-talk', 'meeting-prepared'],
    6: ['meeting-held'],
  },
};

/** Rune is a persona of the service-design work, not somebody who lives; his weeks here are made up. */
export const rune: Published<{ name: string; age: number; children: number }> = {
  ...journey,
  value: { name: 'Rune', age: 31, children: 3 },
};
