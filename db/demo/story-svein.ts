import { sveinsOwn } from './own-words-told.ts';
import { participants } from './people.ts';
import type { Story } from './story.ts';

/** Svein Myhre: week 5, the evaluation talk is due, and next week's meeting is not prepared. */
export const svein: Story = {
  who: participants.svein,
  contactPerson: 'siren',
  arrival: {
    at: '2024-02-05T13:45',
    source: 'prison',
    words: 'Løslates i neste uke. Ønsker noen som møter ham, og en plass å være på dagtid.',
    birthDay: '1967-09-14',
    phone: '900 00 106',
  },
  answered: {
    at: '2024-02-05T15:10',
    words: 'Vi henter ham, og han er ventet i gruppa på onsdag.',
    start: '2024-02-14T09:30',
  },
  enrolled: {
    at: '2024-02-08T10:00',
    states: [
      { state: 'waiting', at: '2024-02-08T10:00' },
      { state: 'active', at: '2024-02-12T09:00' },
    ],
    anchor: '2024-02-12',
  },
  team: [
    { worker: 'helga', role: 'dps', from: '2024-02-20T09:30' },
    { worker: 'christer', role: 'peer', from: '2024-02-20T09:40' },
  ],
  ownWords: sveinsOwn,
  acknowledged: '2024-02-13T10:00',
  statement: { at: '2024-02-13T12:50', words: 'Jeg vil bygge båt, og at guttungen skal se det' },
  ratings: [
    ['2024-02-13T12:55', 4],
    ['2024-02-27T12:40', 4],
    ['2024-03-05T12:45', 5],
  ],
  goals: [
    {
      at: '2024-02-14T11:10',
      goal: {
        name: 'baat',
        title: 'Bygge båt',
        wanted: 'en plass i naustet på Sirevåg',
        present: 'snekrer på kjøkkenet',
        ways: 'spørre kystlaget, låne verktøy',
      },
      actions: [
        { name: 'kystlaget', title: 'Spørre kystlaget om plass', doer: 'christer', due: '2024-03-22' },
        {
          name: 'tegning',
          title: 'Vise tegningen til gutten',
          doer: 'participant',
          done: '2024-03-06T18:00',
        },
      ],
    },
  ],
  crisisPlan: {
    at: '2024-02-22T12:30',
    signs: 'Jeg krangler om småting.',
    helps: 'Høvelen. En tur på moloen.',
    call: 'Christer, når som helst før midnatt.',
  },
  events: [
    {
      at: '2024-02-08T10:20',
      kind: 'release',
      day: '2024-02-12',
      by: 'siren',
      told: true,
      metAtDoor: 'wanted',
      setting: 'prison',
      words: 'Jeg vil helst at noen står i porten.',
    },
  ],
  contacts: [
    {
      at: '2024-02-12T09:00',
      by: 'siren',
      kind: 'accompaniment',
      note: 'Møtte ham i porten. Frokost på Nærbø.',
    },
    {
      at: '2024-02-22T13:00',
      by: 'siren',
      kind: 'talk',
      note: 'Plan for uka: onsdag og torsdag. Toget fra Sirevåg.',
    },
    {
      at: '2024-02-29T13:30',
      by: 'siren',
      kind: 'talk',
      note: 'Individuell samtale. Vil at kystlaget skal spørres først.',
    },
    { at: '2024-03-06T10:20', by: 'siren', kind: 'consultant-call', note: 'Status, plan og mål.' },
  ],
  meeting: { place: 'Nærbø', starts: '2024-03-21T13:00', called: { at: '2024-03-06T10:50', by: 'siren' } },
  groups: { from: '2024-02-14', share: 0.55 },
};
