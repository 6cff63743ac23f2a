import type { FigureCode, Gender } from '#domain/figure/figures.ts';
import type { Day } from '#domain/time/day.ts';

/** A day or a period in the public report, or one that we had to choose because it is not stated there. */
interface Dated {
  from?: Day;
  to: Day;
  standing: 'published' | 'inferred';
  /** What was not stated, and what we took instead. */
  because?: string;
}

export interface PublishedFigure {
  figure: FigureCode;
  gender?: Gender;
  value: number;
  /** Published as «about»: it agrees with every count that rounds to it, half up, at steps of this size. */
  aboutTo?: number;
  counted: Dated;
}

const day = (text: string) => text as Day;

/** The groups began in March 2019; the first Monday is our choice. */
export const groupsBegan = day('2019-03-04');
/** «Summer 2019» has no published day; a Friday in August is our choice. */
export const summerDay = day('2019-08-16');

const year2018: Dated = {
  from: day('2018-01-01'),
  to: day('2018-12-31'),
  standing: 'published',
};
const inAll: Dated = {
  to: summerDay,
  standing: 'inferred',
  because: 'published as “in total”, no period stated; we count everything up to the summer report',
};

/** Ny Start and No Limitation, Jæren: the status figures in the municipalities' own public report. */
export const published: readonly PublishedFigure[] = [
  { figure: 'mapped', value: 44, counted: year2018 },
  { figure: 'mapped', gender: 'man', value: 31, counted: year2018 },
  { figure: 'mapped', gender: 'woman', value: 13, counted: year2018 },
  {
    figure: 'mapped',
    value: 30,
    aboutTo: 5,
    counted: {
      from: day('2019-03-01'),
      to: summerDay,
      standing: 'inferred',
      because: 'published as “since the groups began in March”, to “summer 2019”; we end on 16 August',
    },
  },
  {
    figure: 'in-service',
    value: 12,
    counted: {
      to: summerDay,
      standing: 'inferred',
      because: 'published as “now” in summer 2019; we take 16 August',
    },
  },
  {
    figure: 'day-groups',
    value: 8,
    aboutTo: 1,
    counted: {
      from: day('2019-06-01'),
      to: summerDay,
      standing: 'inferred',
      because: 'published as “about daily through the summer”; we take June to 16 August',
    },
  },
  { figure: 'to-work', value: 4, counted: inAll },
  { figure: 'to-inpatient', value: 2, counted: inAll },
];
