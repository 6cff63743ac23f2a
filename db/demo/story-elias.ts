import { by, type File, fact, toldTo } from './file.ts';
import { someone } from './people.ts';
import { nameRelated } from './planning.ts';
import type { Story } from './story.ts';

/** Elias Haugland, seventeen. His father may know when the meetings are, and nothing else. */
export const elias: Story = {
  who: someone('elias', 'Elias', 'Haugland', 'ha'),
  contactPerson: 'siren',
  arrival: {
    at: '2024-02-12T14:20',
    source: 'self',
    words: 'Jeg har sluttet på skolen. Kan jeg være med på noe om dagen?',
    birthDay: '2006-10-04',
    phone: '900 00 182',
  },
  answered: { at: '2024-02-12T15:05', words: 'Ja. Kom på torsdag, så viser jeg deg rundt.' },
  enrolled: {
    at: '2024-02-15T12:00',
    states: [
      { state: 'waiting', at: '2024-02-15T12:00' },
      { state: 'active', at: '2024-02-19T09:00' },
    ],
  },
  asked: { children: 'no', siblings: 'yes', talkWith: 'named' },
  statement: { at: '2024-02-20T12:10', words: 'Jeg vil finne ut hva jeg kan, uten lekser' },
  contacts: [
    {
      at: '2024-02-20T12:00',
      by: 'siren',
      kind: 'talk',
      note: 'Elias viste bilder han har tatt. Vil ta flere.',
    },
    { at: '2024-03-05T13:00', by: 'siren', kind: 'walk', note: 'Gikk på stranda og tok bilder sammen.' },
  ],
};

/** Decided with him: at seventeen a parent learns what is necessary, and no more. */
export function openToHisFather(file: File): void {
  const voice = toldTo(file.who, 'siren');
  nameRelated(file, {
    key: 'pappa',
    at: '2024-02-20T12:30',
    voice,
    name: 'Pappa',
    relationship: 'father',
    phone: '900 00 183',
  });
  const at = file.calendar.at('2024-02-20T12:40');
  file.book.add('parental_insight', {
    ...fact(file, 'parental_insight', 'pappa', at, by('siren'), 'shared-plan'),
    related_person_id: fact(file, 'related_person', 'pappa', at, voice, 'participant-own').id,
    basis: 'necessary-only',
    topics: ['meeting'],
    because: 'Elias er 17 og bor hjemme. Faren må vite når møtene er, for å kjøre.',
    young_said: 'Møtene kan han vite om. Resten er mitt.',
  });
}
