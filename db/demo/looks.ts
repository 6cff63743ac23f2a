import type pg from 'pg';
import { masksOf } from '#domain/access/masks.ts';
import type { AccessRole } from '#domain/access/roles.ts';
import type { Calendar } from './calendar.ts';
import { idOf } from './ids.ts';
import { participants, type WorkerName } from './people.ts';

type Who = WorkerName | 'mamma';
type Person = keyof typeof participants | (string & {});

/** One look-up of the demonstration, before its own log begins. */
interface Look {
  at: string;
  by: Who;
  action: 'read' | 'list' | 'search' | 'change' | 'emergency';
  purpose: string;
  people: Person[];
  /** What they were to them; without one they were refused. */
  as?: AccessRole;
  granted?: true;
}

const ofSiren = ['rune', 'tone', 'amir', 'grete', 'marit'];
const ofChrister = ['rune', 'tone', 'svein'];

const read = (at: string, by: Who, person: Person, as?: AccessRole, granted?: true): Look => ({
  at,
  by,
  action: 'read',
  purpose: 'person-page',
  people: [person],
  ...(as === undefined ? {} : { as }),
  ...(granted === undefined ? {} : { granted }),
});
const day = (at: string, by: Who, people: Person[], as: AccessRole): Look => ({
  at,
  by,
  action: 'list',
  purpose: 'my-day',
  people,
  as,
});
const wrote = (at: string, by: Who, person: Person, as: AccessRole, purpose = 'contact.log'): Look => ({
  at,
  by,
  action: 'change',
  purpose,
  people: [person],
  as,
});

/** The look-up Rune asked about and was answered. */
const LATE_EVENING = '2024-03-12T21:47';
/** The one that showed nothing, which he has asked about too: that is the auditor's to find out. */
const REFUSED = '2024-03-13T16:20';
/** The one he has asked about and is owed an answer for. */
const NIGHT = '2024-03-13T23:20';

/** At night, found by the rule, and closed by somebody who asked. */
const CLOSED = '2024-03-05T23:35';
/** From here on the rules, and those who tell of look-ups, go through them when the server starts. */
const WATCHED_FROM = '2024-03-09T00:00';

const looks: Look[] = [
  day('2024-02-28T08:04', 'ola', ['rune', 'marit', 'svein'], 'contact-person'),
  read('2024-02-28T08:15', 'ola', 'rune', 'contact-person'),
  read('2024-02-28T12:40', 'ingunn', 'rune', 'coordinator'),
  read('2024-02-29T13:02', 'christer', 'rune', 'peer'),
  {
    at: '2024-02-29T14:10',
    by: 'kari',
    action: 'list',
    purpose: 'shared',
    people: ['rune'],
    as: 'nav',
    granted: true,
  },
  {
    at: '2024-03-02T18:20',
    by: 'mamma',
    action: 'read',
    purpose: 'close-person',
    people: ['rune'],
    as: 'related-person',
    granted: true,
  },
  day('2024-03-04T08:06', 'siren', ['tone', 'amir', 'grete'], 'contact-person'),
  read('2024-03-04T09:20', 'siren', 'tone', 'contact-person'),
  read(CLOSED, 'siren', 'rune', 'team-member'),
  wrote('2024-03-04T12:31', 'ola', 'rune', 'contact-person', 'enrolment.hold'),
  read('2024-03-04T13:10', 'siren', 'rune', 'team-member'),
  day('2024-03-08T08:05', 'ola', ['rune', 'marit', 'svein'], 'contact-person'),
  read('2024-03-08T08:20', 'ola', 'rune', 'contact-person'),
  {
    at: '2024-03-09T23:40',
    by: 'nora',
    action: 'emergency',
    purpose: 'person-page',
    people: ['rune'],
    as: 'emergency',
  },
  day('2024-03-11T08:05', 'siren', ofSiren, 'contact-person'),
  read('2024-03-11T08:12', 'siren', 'rune', 'contact-person'),
  wrote('2024-03-11T14:36', 'siren', 'rune', 'contact-person'),
  read('2024-03-11T14:30', 'siren', 'rune', 'contact-person'),
  {
    at: '2024-03-11T09:15',
    by: 'kari',
    action: 'list',
    purpose: 'shared',
    people: ['rune'],
    as: 'nav',
    granted: true,
  },
  day('2024-03-12T08:03', 'siren', ofSiren, 'contact-person'),
  wrote('2024-03-12T10:21', 'siren', 'rune', 'contact-person', 'life-event.correct'),
  wrote('2024-03-12T10:40', 'siren', 'rune', 'contact-person', 'meeting.call'),
  read('2024-03-12T10:10', 'siren', 'rune', 'contact-person'),
  day('2024-03-12T12:30', 'ingunn', ['rune', 'grete'], 'coordinator'),
  read('2024-03-12T12:34', 'ingunn', 'rune', 'coordinator'),
  day('2024-03-12T13:10', 'christer', ofChrister, 'peer'),
  {
    at: '2024-03-12T19:30',
    by: 'mamma',
    action: 'read',
    purpose: 'close-person',
    people: ['rune'],
    as: 'related-person',
    granted: true,
  },
  read(LATE_EVENING, 'kari', 'rune', 'nav', true),
  day('2024-03-13T08:02', 'siren', ofSiren, 'contact-person'),
  {
    at: '2024-03-13T11:50',
    by: 'siren',
    action: 'search',
    purpose: 'people.search',
    people: ['rune'],
    as: 'contact-person',
  },
  read('2024-03-13T11:51', 'siren', 'rune', 'contact-person'),
  read(REFUSED, 'per', 'rune'),
  read('2024-03-13T09:40', 'siren', 'tone', 'contact-person'),
  wrote('2024-03-13T09:55', 'siren', 'tone', 'contact-person'),
  read(NIGHT, 'christer', 'rune', 'peer'),
];

/** In the order of time: a look-up's number is its place here, from 1. */
const inOrder = looks.toSorted((a, b) => (a.at < b.at ? -1 : 1));

const numberOf = (at: string): number => inOrder.findIndex((look) => look.at === at) + 1;
export const lookNumbers = {
  lateEvening: numberOf(LATE_EVENING),
  night: numberOf(NIGHT),
  refused: numberOf(REFUSED),
};

/** Writes what was looked at before the demonstration begins, straight into the log, where the doors write from then on. */
export async function writeLooks(owner: pg.Client, calendar: Calendar): Promise<void> {
  for (const [place, look] of inOrder.entries()) {
    const { reads, writes } = openedBy(look);
    const ids = look.people.map((person) => idOf('participant', person)).toSorted();
    await owner.query(
      `with scope as (
         insert into app.audit_scope (mark, login_user_id, last_day, participant_ids, read_topics, write_topics)
         values ($1, $2, ($3::timestamptz at time zone 'UTC')::date, $4, $5, $6) returning id)
       insert into app.audit (scope_id, at, number, action, purpose) select id, $3, $1, $7, $8 from scope`,
      [
        place + 1,
        idOf('login', look.by),
        calendar.at(look.at),
        ids,
        ids.map(() => reads),
        look.action === 'change' ? ids.map(() => writes) : null,
        look.action,
        look.purpose,
      ],
    );
  }
  await owner.query(`select setval('app.audit_number', $1)`, [inOrder.length]);
  await owner.query('update app.look_up_watch set to_number = $1', [
    inOrder.filter(({ at }) => at < WATCHED_FROM).length,
  ]);
  await closeCase(owner, calendar);
}

async function closeCase(owner: pg.Client, calendar: Calendar): Promise<void> {
  const { municipalityId, participantId } = participants.rune;
  await owner.query(
    `with found as (
       insert into app.look_up_case (municipality_id, rule, key, login_user_id, participant_ids, from_at, to_at, look_ups, raised_at, due_at)
       values ($1, 'night', $2, $3, $4, $5, $5, 1, $6, $6::timestamptz + interval '14 days') returning municipality_id, id)
     insert into app.look_up_case_closed (municipality_id, case_id, words, closed_by, closed_at)
     select municipality_id, id, $7, $8, $9 from found`,
    [
      municipalityId,
      calendar.day(CLOSED.slice(0, 10)),
      idOf('login', 'siren'),
      [participantId],
      calendar.at(CLOSED),
      calendar.at('2024-03-06T00:10'),
      'Siren hadde telefonvakt, og Rune ringte fra avrusningen kvart over elleve. Anne har bekreftet vakta.',
      idOf('login', 'randi'),
      calendar.at('2024-03-07T10:30'),
    ],
  );
}

function openedBy({ as, granted }: Look): { reads: number; writes: number } {
  if (as === undefined) return { reads: 0, writes: 0 };
  const { readAlways, readGranted, writeAlways } = masksOf(as);
  return { reads: granted ? readAlways | readGranted : readAlways, writes: writeAlways };
}
