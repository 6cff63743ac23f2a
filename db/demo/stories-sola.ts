import { someone } from './people.ts';
import type { Story } from './story.ts';

/** Two participants of another municipality, so that there is something that Jæren never sees, and the other way round. */
export const storiesOfSola: readonly Story[] = [
  {
    who: someone('oddny', 'Oddny', 'Grannes', 'sola'),
    contactPerson: 'per',
    arrival: {
      at: '2024-02-12T09:20',
      source: 'self',
      words: 'Jeg vil klare meg uten å bli kjørt overalt.',
      birthDay: '1976-05-03',
      phone: '900 00 191',
      service: 'sola',
    },
    answered: { at: '2024-02-12T12:00', words: 'Vi øver sammen, ett stopp om gangen.' },
    enrolled: { at: '2024-02-13T10:00', states: [{ state: 'active', at: '2024-02-13T10:00' }] },
    acknowledged: '2024-02-13T10:20',
    statement: { at: '2024-02-13T10:30', words: 'Jeg vil ta toget til søsteren min i Egersund' },
    ratings: [
      ['2024-02-13T10:35', 3],
      ['2024-03-05T10:30', 5],
    ],
    goals: [
      {
        at: '2024-02-20T10:00',
        goal: {
          name: 'tog',
          title: 'Toget til Egersund',
          wanted: 'alene fram og hjem',
          present: 'buss ett stopp',
          ways: 'øve',
        },
        actions: [
          { name: 'rute', title: 'Finne rutetabellen', doer: 'participant', done: '2024-02-27T10:00' },
        ],
      },
    ],
    contacts: [
      { at: '2024-02-27T10:15', by: 'per', kind: 'accompaniment', note: 'Buss til Forus og tilbake.' },
      { at: '2024-03-12T10:00', by: 'per', kind: 'phone', note: 'Avtalte neste tur.' },
    ],
  },
  {
    who: someone('ragnar', 'Ragnar', 'Tjelta', 'sola'),
    contactPerson: 'per',
    arrival: {
      at: '2024-03-04T10:40',
      source: 'gp',
      words: 'Ønsker noen å snakke med hjemme.',
      birthDay: '1959-02-20',
      phone: '900 00 192',
      service: 'sola',
    },
    answered: { at: '2024-03-04T13:15', words: 'Per kommer på torsdag.' },
    enrolled: { at: '2024-03-07T10:00', states: [{ state: 'active', at: '2024-03-07T10:00' }] },
    statement: { at: '2024-03-07T10:30', words: 'Jeg vil ha ro i huset' },
    contacts: [{ at: '2024-03-07T10:15', by: 'per', kind: 'home', note: 'Første besøk. Kaffe på trappa.' }],
  },
];
