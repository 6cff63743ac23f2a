import type { Arrival, State } from './enrolling.ts';
import type { Someone, WorkerName } from './people.ts';

/** One of the many: what is their own is written here, the rest of their weeks is composed (compose.ts). */
export interface Member {
  who: Someone;
  birthDay: string;
  contactPerson: 'siren' | 'ola';
  /** Left out: there is only the enquiry. */
  state?: State;
  /** Which week of the six they are in; above 6 the six weeks are over. */
  week?: number;
  /** For those who have not begun: how many days ago they asked. */
  daysAgo?: number;
  source: Arrival['source'];
  asked: string;
  answered: string;
  /** Answered after more than a day. */
  slow?: true;
  statement?: string;
  goal?: { title: string; wanted: string; present: string; ways: string };
  doing?: string;
  helper?: { doer: WorkerName; title: string; due: string; done?: string };
  peer?: true;
  nav?: true;
  /** Steps of the run that nobody has taken yet, though their week has come. */
  notYet?: readonly string[];
  onHold?: string;
  share?: number;
  evenings?: true;
}
