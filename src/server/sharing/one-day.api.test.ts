import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LookUp } from '#contract/look-up.ts';
import type { PersonPage } from '#contract/person.ts';
import { organisations, participants } from '#db/demo/people.ts';
import { type House, openHouse, pageOf } from '../test-house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const { participantId: tone } = participants.tone;
const reason = 'Brakt inn bevisstløs, må vite hvem vi kan ringe';
const siren = () => house.as('siren');

/** A morning in everybody's life: what is done, and what Tone is to read of it; nothing where it does not concern her. */
const day: [string, () => Promise<{ status: number }>, string[]][] = [
  ['Siren opens her day', () => siren().get('/api/my-day'), ['Siren Bø list my-day']],
  ['and the list of people', () => siren().get('/api/people'), ['Siren Bø list people.list']],
  ['and Tone', () => siren().get(pageOf('tone')), ['Siren Bø read person-page']],
  [
    'and writes what they talked about',
    () => siren().post(pageOf('tone', 'contacts'), { kind: 'phone', note: 'Snakket om stolene.' }),
    ['Siren Bø change contact.log'],
  ],
  ['She looks at Rune', () => siren().get(pageOf('rune')), []],
  [
    'She searches for Tone',
    () => siren().post('/api/people/search', { query: 'Tone' }),
    ['Siren Bø search people.search'],
  ],
  ['and for somebody else', () => siren().post('/api/people/search', { query: 'Amir' }), []],
  ['Who she is and whom there is is about nobody', () => siren().get('/api/session'), []],
  ['Nor is the directory', () => siren().get('/api/directory'), []],
  ['Per in Sola tries', () => house.as('per').get(pageOf('tone')), ['Per Nygård read person-page refused']],
  [
    'and writes',
    () => house.as('per').post(pageOf('tone', 'goals'), { title: 'x' }),
    ['Per Nygård change goal.add refused'],
  ],
  [
    'Kari in NAV Time tries',
    () => house.as('kari').get(pageOf('tone')),
    ['Kari Moi read person-page refused'],
  ],
  ['Anne counts', () => house.as('anne').get('/api/overview'), []],
  ['Rune reads his own', () => house.as('rune').get('/api/my-plan'), []],
  ['Tone reads her own', () => house.as('tone').get('/api/my-plan'), []],
  [
    'Arvid, her guardian, comes home',
    () => house.as('arvid').get('/api/close-to-me'),
    ['Arvid Tjelta list close-to-me'],
  ],
  [
    'Nora finds her at night',
    () =>
      house
        .as('nora')
        .post('/api/emergency/searches', { givenName: 'Tone', familyName: 'Skår', birthDay: '1979-11-03' }),
    ['Nora Vold search emergency.find refused'],
  ],
  [
    'opens her',
    () => house.as('nora').post('/api/emergency/openings', { participantId: tone, reason, hours: 2 }),
    ['Nora Vold emergency emergency.open'],
  ],
  ['and reads', () => house.as('nora').get(pageOf('tone')), ['Nora Vold read person-page']],
  [
    'A page that is not there is about nobody',
    () => siren().get('/api/people/018e0007-0000-7000-8000-000000000000'),
    [],
  ],
];

test('the participant’s log shows every look of a day, with nothing missing and nothing extra', async () => {
  const log = async (): Promise<LookUp[]> => (await house.as('tone').get<LookUp[]>('/api/my-look-ups')).body;
  const before = new Set((await log()).map(({ number }) => number));
  for (const [what, act] of day) expect([what, (await act()).status]).toEqual([what, expect.any(Number)]);
  const told = (await log())
    .filter(({ number, mine }) => !before.has(number) && !mine)
    .sort((a, b) => a.number - b.number)
    .map(({ who, action, purpose, topics }) =>
      [who, action, purpose, ...(topics.length === 0 ? ['refused'] : [])].join(' '),
    );
  expect(told).toEqual(day.flatMap(([, , lines]) => lines));
});

describe('a right that ends while many are reading', () => {
  test('opens nothing to a reader who began after the stop was answered', async () => {
    const navTime = { municipalityId: organisations.navTime.municipalityId, id: organisations.navTime.id };
    const rune = house.as('rune');
    const { id } = await rune.post(pageOf('rune', 'consents'), {
      organisation: navTime,
      topics: ['wishes'],
      language: 'nb',
    });
    const kari = house.as('kari');
    await kari.headers();
    let stopped = Number.POSITIVE_INFINITY;
    const reads = Array.from({ length: 50 }, async (_, n) => {
      await new Promise((resolve) => setTimeout(resolve, n * 4));
      const began = performance.now();
      const { status, body } = await kari.get<PersonPage>(pageOf('rune'));
      return { began, sees: status === 200 && body.wishes !== undefined };
    });
    await new Promise((resolve) => setTimeout(resolve, 60));
    const stop = { supersedes: id, reason: 'stopp' };
    expect((await rune.post(pageOf('rune', `consents/${id}/withdrawals`), stop)).said).toBe('201');
    stopped = performance.now();
    const answers = await Promise.all(reads);
    expect(answers.filter(({ began, sees }) => began > stopped && sees)).toEqual([]);
    // It was a race: some saw it, and some came too late.
    expect(answers.some(({ sees }) => sees)).toBe(true);
    expect((await kari.get<PersonPage>(pageOf('rune'))).body).not.toHaveProperty('wishes');
  });
});
