import { someone } from './people.ts';
import type { Story } from './story.ts';

/** Randi Tjøtta: close to somebody, and followed up in her own right. Whom she is close to stands nowhere. */
export const randi: Story = {
  who: someone('randi-tjotta', 'Randi', 'Tjøtta', 'klepp'),
  contactPerson: 'siren',
  arrival: {
    at: '2024-02-15T11:20',
    source: 'relative',
    words:
      'Sønnen min har ruset seg i ti år. Jeg har ikke sovet skikkelig på lenge. Nå trenger jeg noen selv.',
    birthDay: '1964-06-02',
    phone: '900 00 181',
  },
  answered: {
    at: '2024-02-15T13:40',
    words: 'Så bra at du skrev. Jeg kommer innom på torsdag, og vi snakker om deg.',
  },
  enrolled: {
    at: '2024-02-19T12:00',
    states: [
      { state: 'waiting', at: '2024-02-19T12:00' },
      { state: 'active', at: '2024-02-22T10:00' },
    ],
  },
  statement: { at: '2024-02-22T10:30', words: 'Jeg vil sove, og le av noe igjen' },
  contacts: [
    { at: '2024-02-22T10:00', by: 'siren', kind: 'home', note: 'Kaffe hos Randi. Vi snakket om henne.' },
    {
      at: '2024-03-07T14:00',
      by: 'siren',
      kind: 'walk',
      note: 'Gikk langs sjøen. Hun har begynt i koret igjen.',
    },
  ],
};
