/**
 * What each figure of a status report counts, said once. The counting itself is in one place too: `app.figure_people`,
 * `app.in_service` and `app.day_groups_between` (db/migrations/0013_reports.sql), behind page, command line and tests;
 * «Oversikten» asks `app.in_service` as well.
 *
 * Terminology: a *flow* counts people whom something happened to in a period, each once, the first time; a *stock* counts
 * people in a state when a day ended; a *mean* is an average a day. Relapse, intoxication and the topic they stand in
 * are in no figure.
 */
export const figureCodes = ['mapped', 'in-service', 'day-groups', 'to-work', 'to-inpatient'] as const;
export type FigureCode = (typeof figureCodes)[number];

export const genders = ['woman', 'man', 'other', 'not-stated'] as const;
export type Gender = (typeof genders)[number];

export interface FigureDefinition {
  kind: 'flow' | 'stock' | 'mean';
  name: string;
  population: string;
  numerator: string;
  denominator: string;
  missing: string;
}

export const figures: Record<FigureCode, FigureDefinition> = {
  mapped: {
    kind: 'flow',
    name: 'people mapped',
    population: 'everyone enrolled in the service, at any time',
    numerator:
      'different people whose mapping was done in the period: the mapping step of the service’s pathway, or, where there is no pathway, the first goal written down after the enrolment',
    denominator: 'none: a count',
    missing: 'nobody mapped twice counts twice; without a stated gender somebody counts as “not stated”',
  },
  'in-service': {
    kind: 'stock',
    name: 'people in the service',
    population: 'everyone enrolled in the service',
    numerator: 'different people whose latest state when the day ended was mapping or active',
    denominator: 'none: a count',
    missing: 'somebody on hold keeps their place and is not counted; without any state, not counted',
  },
  'day-groups': {
    kind: 'mean',
    name: 'people a day at day groups',
    population: 'samlinger of the service that started before 15:00 and were held',
    numerator: 'different people who came, day by day, added up',
    denominator: 'days on which a group was held and somebody wrote down who came',
    missing: 'a day on which nobody wrote down who came is in neither; how many such days is told beside it',
  },
  'to-work': {
    kind: 'flow',
    name: 'people gone to ordinary paid work',
    population: 'everyone enrolled in the service, from the day of the enrolment',
    numerator: 'different people with a job start in the period, on its own day',
    denominator: 'none: a count',
    missing: 'a job nobody has written down is not counted; losing it again takes nothing away',
  },
  'to-inpatient': {
    kind: 'flow',
    name: 'people gone on to inpatient treatment',
    population: 'everyone enrolled in the service, from the day of the enrolment',
    numerator: 'different people admitted to inpatient treatment in the period, on the day of the admission',
    denominator: 'none: a count',
    missing:
      'detoxification, hospital and prison are not inpatient treatment; an unstated setting is not counted',
  },
};

/** The average as the owner reads it, with two decimals; none when there is no day to divide by. */
export const meanADay = (visits: number, days: number): number | undefined =>
  days === 0 ? undefined : Math.round((100 * visits) / days) / 100;
