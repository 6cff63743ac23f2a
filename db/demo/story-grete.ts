import { gretesOwn } from './own-words-told.ts';
import { participants } from './people.ts';
import type { Story } from './story.ts';

/** Grete Høyland: the meeting is held, and NAV owes her an answer since Monday. */
export const grete: Story = {
  who: participants.grete,
  contactPerson: 'siren',
  arrival: {
    at: '2024-01-18T12:10',
    source: 'gp',
    words: 'Vil ha noe å stå opp til. Har vært hjemme lenge.',
    birthDay: '1971-02-11',
    phone: '900 00 104',
  },
  answered: {
    at: '2024-01-18T14:00',
    words: 'Kom på tirsdag, så spiser vi lunsj.',
    start: '2024-01-23T09:30',
  },
  enrolled: {
    at: '2024-01-24T13:00',
    states: [
      { state: 'waiting', at: '2024-01-24T13:00' },
      { state: 'active', at: '2024-01-29T09:00' },
    ],
    anchor: '2024-01-29',
  },
  team: [{ worker: 'kari', role: 'nav', from: '2024-02-07T10:00' }],
  consents: [
    {
      at: '2024-02-07T10:10',
      to: 'navTime',
      topics: ['goals', 'work-goals', 'money-goals', 'actions', 'meeting'],
      words: 'NAV Time kan se mål, avtaler og møter, til jeg sier stopp.',
    },
  ],
  ownWords: gretesOwn,
  acknowledged: '2024-01-30T10:00',
  statement: { at: '2024-01-30T13:10', words: 'Jeg vil arbeide med dyr igjen, om så bare to dager i uka' },
  ratings: [
    ['2024-01-30T13:15', 3],
    ['2024-02-14T13:10', 4],
    ['2024-02-28T13:05', 6],
    ['2024-03-06T13:30', 7],
  ],
  goals: [
    {
      at: '2024-01-31T11:00',
      goal: {
        name: 'dyr',
        title: 'Arbeide med dyr',
        wanted: 'to dager i uka',
        present: 'mater naboens sauer',
        ways: 'arbeidspraksis, gård på Undheim',
      },
      actions: [
        { name: 'gard', title: 'Besøke gården på Undheim', doer: 'participant', done: '2024-02-22T15:00' },
      ],
    },
  ],
  crisisPlan: {
    at: '2024-02-08T12:40',
    signs: 'Jeg går ikke ut, og gardinene er trukket for.',
    helps: 'Noen som banker på. Sauene.',
    call: 'Siren på dagtid. Søsteren min om kvelden.',
  },
  contacts: [
    {
      at: '2024-02-08T13:00',
      by: 'siren',
      kind: 'talk',
      note: 'Plan for uka: tirsdag og torsdag. Kjører selv.',
    },
    {
      at: '2024-02-15T13:30',
      by: 'siren',
      kind: 'talk',
      note: 'Individuell samtale. Vil se gården før hun søker.',
    },
    { at: '2024-02-21T10:30', by: 'siren', kind: 'consultant-call', note: 'Status og mål gjennomgått.' },
    {
      at: '2024-02-28T13:10',
      by: 'siren',
      kind: 'talk',
      note: 'Evaluering. Det beste er å ha noe å fortelle når hun kommer hjem.',
    },
  ],
  lookingBack: {
    at: '2024-02-28T13:40',
    changed: 'Jeg står opp før åtte de dagene det er gruppe. Jeg har fortalt søsteren min hvor jeg er.',
    helped: 'At Siren ble med til gården uten å snakke hele veien.',
    wayOn: 'To dager i uka på Undheim, og at noen sier fra hva som skjer med pengene.',
    together: 'siren',
  },
  meeting: {
    place: 'Bryne',
    starts: '2024-03-06T12:00',
    called: { at: '2024-02-21T11:00', by: 'siren' },
    prepared: {
      at: '2024-02-29T13:20',
      agenda: 'Gården. Hvor lenge kan jeg prøve? Hva skjer med pengene imens?',
    },
    held: {
      by: 'siren',
      decisions: [
        { name: 'praksis', words: 'Svare på søknaden om arbeidspraksis', doer: 'kari', due: '2024-03-11' },
        {
          name: 'lege',
          words: 'Avtale time hos fastlegen',
          doer: 'siren',
          due: '2024-03-12',
          kept: '2024-03-11T11:45',
        },
        { name: 'dager', words: 'Velge to dager i uka', doer: 'participant', due: '2024-03-20' },
      ],
    },
  },
  groups: { from: '2024-01-23', share: 0.5 },
};
