import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { toldCodes, toldVersions } from '../domain/told/told.ts';
import { type OpenIn, toldText, toldTitles } from './told.ts';

const open: OpenIn[] = [
  {
    service: 'Ny Start',
    phone: '900 00 010',
    lines: [
      { weekday: 1, from: '09.30', to: '13.00', title: 'Spinning og lunsj', place: 'Håland' },
      { weekday: 7, from: '17.00', to: '18.00', title: 'Hockeytrening', place: 'Nærbø' },
    ],
  },
];

/** Each edition of each text, in all languages, as it was when it got its number. */
const editions: Record<string, string> = {
  'confidentiality-and-group-rules 1': '0b1cc0e607f7',
  'expectations 1': 'f5d1dfb8f309',
  'offers 1': '62502e5f2f10',
  'rights 1': '8933877701bb',
  'treatment-choice 1': '88a6ffbded38',
};

test('a text that is changed has got a new number in toldVersions, and its edition is written here', () => {
  const now = toldCodes.map((code) => {
    const words = (['nb', 'nn', 'en'] as const).map((locale) => toldText(code, open, locale)).join('\n\n');
    return [`${code} ${toldVersions[code]}`, createHash('sha256').update(words).digest('hex').slice(0, 12)];
  });
  expect(Object.fromEntries(now)).toEqual(editions);
});

test('everything that is told has a title', () => {
  expect(Object.keys(toldTitles)).toEqual([...toldCodes]);
});

test('what is open is told from the timetable, day by day, in the reader’s language', () => {
  expect(toldText('offers', open, 'nb').split('\n')).toEqual([
    'Dette er åpent i Ny Start. Du kan komme uten å spørre først.',
    'Mandag kl. 09.30–13.00: Spinning og lunsj, Håland',
    'Søndag kl. 17.00–18.00: Hockeytrening, Nærbø',
    'Ring oss på 900 00 010 når du lurer på noe.',
  ]);
  expect(toldText('offers', open, 'en')).toContain('Monday 09.30–13.00');
  expect(toldText('offers', [], 'nn')).toMatch(/^Spør oss/);
});

test('a very long week is cut after a whole line, so that a fact can hold it', () => {
  const many = Array.from({ length: 200 }, (_, n) => ({
    weekday: 1,
    from: '09.30',
    to: '10.30',
    title: `Gruppe ${n}`,
    place: 'Håland',
  }));
  const text = toldText('offers', [{ service: 'X', phone: null, lines: many }], 'nb');
  expect(text.length).toBeLessThanOrEqual(4000);
  expect(text.split('\n').at(-1)).toMatch(/^Mandag kl\. 09\.30–10\.30: Gruppe \d+, Håland$/);
});
