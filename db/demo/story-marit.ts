import { maritsOwn } from './own-words-told.ts';
import { participants } from './people.ts';
import type { Story } from './story.ts';

/** Marit Kvia: week 6, the meeting is tomorrow, and yesterday she took the bus alone. */
export const marit: Story = {
  who: participants.marit,
  contactPerson: 'siren',
  arrival: {
    at: '2024-01-29T10:05',
    source: 'self',
    words: 'Eg vil ut av huset, men bussen er verst.',
    birthDay: '1988-07-30',
    phone: '900 00 105',
  },
  answered: {
    at: '2024-01-29T11:20',
    words: 'Du kan sitte på med meg den første gangen.',
    start: '2024-01-31T09:30',
  },
  enrolled: {
    at: '2024-02-01T12:00',
    states: [
      { state: 'waiting', at: '2024-02-01T12:00' },
      { state: 'active', at: '2024-02-05T09:00' },
    ],
    anchor: '2024-02-05',
  },
  team: [{ worker: 'helga', role: 'dps', from: '2024-02-14T10:00' }],
  ownWords: maritsOwn,
  acknowledged: '2024-02-06T10:00',
  statement: {
    at: '2024-02-06T13:00',
    words: 'Eg vil koma meg fram sjølv, og vera med på det andre er med på',
  },
  ratings: [
    ['2024-02-06T13:05', 2],
    ['2024-02-20T13:10', 4],
    ['2024-03-05T13:00', 6],
    ['2024-03-12T13:20', 8],
  ],
  goals: [
    {
      at: '2024-02-07T11:00',
      goal: {
        name: 'buss',
        title: 'Koma meg fram sjølv',
        wanted: 'buss til Sandtangen',
        present: 'sit på med Siren',
        ways: 'eitt stopp om gongen',
      },
      actions: [
        {
          name: 'folge',
          title: 'Bli med på bussen',
          doer: 'siren',
          due: '2024-02-22',
          done: '2024-02-21T09:30',
        },
        {
          name: 'bussen',
          title: 'Ta bussen alene til gruppa',
          doer: 'participant',
          done: '2024-03-13T09:25',
        },
      ],
    },
  ],
  crisisPlan: {
    at: '2024-02-15T12:30',
    signs: 'Eg tel dører og snur i gangen.',
    helps: 'Musikk på øyra. Nokon som ventar ved stoppet.',
    call: 'Siren. Tante Borghild.',
  },
  contacts: [
    {
      at: '2024-02-15T13:00',
      by: 'siren',
      kind: 'talk',
      note: 'Plan for uka, og hvem som venter ved stoppet.',
    },
    {
      at: '2024-02-21T09:30',
      by: 'siren',
      kind: 'accompaniment',
      note: 'Var med på bussen til Sandtangen. Det gikk bedre enn hun trodde.',
    },
    {
      at: '2024-02-22T13:15',
      by: 'siren',
      kind: 'talk',
      note: 'Individuell samtale. Vil prøve tre stopp alene.',
    },
    { at: '2024-02-28T10:00', by: 'siren', kind: 'consultant-call', note: 'Status og mål gjennomgått.' },
    {
      at: '2024-03-07T13:10',
      by: 'siren',
      kind: 'talk',
      note: 'Evaluering. Det er de andre i gruppa som drar.',
    },
  ],
  lookingBack: {
    at: '2024-03-07T13:30',
    changed: 'Eg tek bussen tre stopp åleine. Eg trudde ikkje det i januar.',
    helped: 'At dei i gruppa spurde kor langt eg kom, og ikkje kvifor eg snudde.',
    wayOn: 'Heile vegen til Bryne før påske.',
    together: 'siren',
  },
  meeting: {
    place: 'Ålgård',
    starts: '2024-03-15T12:00',
    called: { at: '2024-02-29T10:30', by: 'siren' },
    prepared: { at: '2024-03-07T13:40', agenda: 'Eg vil fortelja om bussen sjølv. Kva er neste stopp?' },
  },
  groups: { from: '2024-01-31', share: 0.7, evenings: true },
};
