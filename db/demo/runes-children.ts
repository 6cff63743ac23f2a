import { askAboutChildren, askWhomToTalkWith, writeChild } from './children.ts';
import { by, type File, self } from './file.ts';

/** Three children who live with their mother. Rune writes what he wants himself; Ola asks, and asks again after the admission. */
export function seeToRunesChildren(file: File): void {
  const rune = self('rune');
  askAboutChildren(file, '2024-02-12T12:30', 'ola', 'yes', 'no');
  askWhomToTalkWith(file, '2024-03-02T18:10', 'ola', 'named');
  const home = { relation: 'child' as const, caredBy: 'Moren, Ida, på Nærbø' };
  writeChild(file, {
    ...home,
    name: 'Sara',
    birthDay: '2014-05-12',
    safeAdult: { name: 'Berit', relation: 'farmor', phone: '900 00 061' },
    followedBy: 'Helsesykepleier på skolen',
    at: '2024-02-21T13:40',
    voice: rune,
    steps: [
      {
        kind: 'told',
        words: 'Pappa har vært syk av rusmidler, og får hjelp til å bli frisk. Det er ikke din skyld.',
        at: '2024-02-25T15:00',
        voice: rune,
        byWhom: 'Jeg, og Berit var med',
      },
      {
        kind: 'offered',
        words: 'Samtale med helsesykepleier, sammen med moren.',
        at: '2024-02-29T13:40',
        voice: by('ola'),
        next: '2024-03-14',
      },
    ],
  });
  writeChild(file, {
    ...home,
    name: 'Jonas',
    birthDay: '2017-09-03',
    safeAdult: { name: 'Berit', relation: 'farmor', phone: '900 00 061' },
    at: '2024-02-21T13:45',
    voice: rune,
    steps: [
      {
        kind: 'told',
        words: 'Pappa er på et sted der de hjelper ham, og kommer hjem igjen.',
        at: '2024-03-05T18:30',
        voice: rune,
        byWhom: 'Jeg, på telefonen',
      },
    ],
  });
  writeChild(file, { ...home, name: 'Mia', birthDay: '2020-11-20', at: '2024-02-21T13:50', voice: rune });
}
