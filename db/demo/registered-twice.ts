import type pg from 'pg';
import type { Calendar } from './calendar.ts';
import { idOf } from './ids.ts';
import { type Someone, someone } from './people.ts';
import type { Story } from './story.ts';

// Two who are registered twice. Of the one it was said, by two who know her; the other pair waits for somebody who looks.

const reidun = someone('reidun', 'Reidun', 'Netland', 'klepp');
/** She asked for help where she stayed with her sister, and under the name she had then. */
const reidunBefore = someone('reidun-bryne', 'Reidun', 'Aase', 'time');
const torleif = someone('torleif', 'Torleif', 'Mauland', 'time');
const torleifToo = someone('torleif-nav', 'Torleif', 'Mauland', 'gjesdal');

export const registeredTwice: readonly Story[] = [
  {
    who: reidunBefore,
    contactPerson: 'siren',
    arrival: {
      at: '2024-01-09T10:15',
      source: 'gp',
      words: 'Bor hos søsteren på Bryne. Sover dårlig, og vil ha noen å gå tur med.',
      birthDay: '1971-11-04',
      phone: '900 00 182',
    },
    answered: {
      at: '2024-01-10T09:00',
      words: 'Vi går onsdager fra stasjonen. Du er velkommen når du vil.',
    },
  },
  {
    who: reidun,
    contactPerson: 'siren',
    arrival: {
      at: '2024-02-12T13:30',
      source: 'nav',
      words: 'Har fått egen leilighet på Kleppe. Trenger noen som kommer innom de første ukene.',
      birthDay: '1971-11-04',
      phone: '900 00 183',
    },
    answered: { at: '2024-02-12T15:10', words: 'Jeg kommer innom på torsdag, og blir så lenge du vil.' },
    enrolled: {
      at: '2024-02-15T12:00',
      states: [
        { state: 'waiting', at: '2024-02-15T12:00' },
        { state: 'active', at: '2024-02-20T10:00' },
      ],
    },
    statement: { at: '2024-02-20T10:40', words: 'Jeg vil sove i egen seng, og våkne uten å grue meg' },
    contacts: [
      {
        at: '2024-02-20T10:00',
        by: 'siren',
        kind: 'home',
        note: 'Satte opp gardiner sammen. Hun fortalte at hun har vært med oss på tur fra Bryne i januar.',
      },
      { at: '2024-03-06T13:00', by: 'siren', kind: 'walk', note: 'Gikk rundt Frøylandsvatnet.' },
    ],
  },
  {
    who: torleif,
    contactPerson: 'siren',
    arrival: {
      at: '2024-02-26T22:40',
      source: 'treatment',
      words: 'Var innom avrusningen i helga. Vil gjerne bli ringt av noen på dagtid.',
      birthDay: '1979-09-14',
      phone: '900 00 184',
    },
    answered: { at: '2024-02-27T09:20', words: 'Vi ringte. Han vil se innom lunsjen på Sandtangen.' },
  },
  {
    who: torleifToo,
    contactPerson: 'siren',
    arrival: {
      at: '2024-03-04T11:05',
      source: 'nav',
      words: 'Søker arbeid, men trenger støtte rundt seg først.',
      birthDay: '1979-09-14',
      phone: '900 00 185',
    },
    answered: { at: '2024-03-05T08:50', words: 'Så bra. Vi inviterer ham på kaffe på fredag.' },
  },
];

interface Said {
  stands: Someone;
  other: Someone;
  at: string;
  by: 'siren';
  reason: string;
  confirmed: { by: 'ola'; at: string };
}
const said: Said = {
  stands: reidun,
  other: reidunBefore,
  at: '2024-02-21T09:10',
  by: 'siren',
  reason: 'Hun fortalte selv at hun var med oss fra Bryne, da het hun Aase.',
  confirmed: { by: 'ola', at: '2024-02-22T08:30' },
};

/** Says that two rows are one person, as a worker does, after the rows are there. */
export async function sayWhoIsOne(owner: pg.Client, calendar: Calendar): Promise<void> {
  const { stands, other, at, by, reason, confirmed } = said;
  await owner.query(
    `insert into app.person_merge (municipality_id, id, participant_id, surviving_municipality_id, surviving_id, found_by, asked_by, reason, merged_by, merged_at, confirmed_by, confirmed_at)
     values ($1, $2, $3, $4, $5, 'hand', 'participant', $6, $7, $8, $9, $10)`,
    [
      other.municipalityId,
      idOf('merge', other.key),
      other.participantId,
      stands.municipalityId,
      stands.participantId,
      reason,
      idOf('login', by),
      calendar.at(at),
      idOf('login', confirmed.by),
      calendar.at(confirmed.at),
    ],
  );
  await owner.query('select app.remake_same_person($1)', [stands.participantId]);
}
