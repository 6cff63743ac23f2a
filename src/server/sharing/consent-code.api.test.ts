import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { MyPlan } from '#contract/plan.ts';
import { organisations } from '#db/demo/people.ts';
import { type CodeHouse, openCodeHouse } from '../login/test-code-house.ts';
import { pageOf } from '../test-house.ts';

let house: CodeHouse;
beforeAll(async () => {
  house = await openCodeHouse();
});
beforeEach(() => house.owner(`update sent_code set asked_at = asked_at - interval '2 days'`));
afterAll(() => house.close());

const place = ({ municipalityId, id }: { municipalityId: string; id: string }) => ({ municipalityId, id });
const sentence = {
  organisation: place(organisations.navTime),
  topics: ['attendance'],
  language: 'nb',
};
const ask = (body: object = sentence, who = 'siren') =>
  house.as(who).post(pageOf('rune', 'consent-codes'), body);
const type = (id: string, code: string, who = 'siren') =>
  house.as(who).post(pageOf('rune', `sent-codes/${id}/confirmations`), { code });
const give = (confirmed: string, body: object = sentence, who = 'siren') =>
  house.as(who).post(pageOf('rune', 'consents'), { ...body, confirmed });
const confirmed = async (body: object = sentence) => {
  const { id } = await ask(body);
  await house.deliver();
  expect((await type(id, house.digits())).said).toBe('201');
  return id;
};

describe('a yes on a worker’s screen', () => {
  test('takes the code that came to the participant’s own phone, and is kept as it was shown', async () => {
    const { id, said } = await ask();
    expect(said).toBe('201');
    expect((await give(id)).said).toBe('409 not-confirmed');
    await house.deliver();
    expect(house.received()[0]).toMatch(/^Koden din er [0-9]{6}\. Den gjelder i 10 minutter\. Bruk den bare/);
    expect((await type(id, house.digits())).said).toBe('201');
    expect((await give(id)).said).toBe('201');
    const [row] = await house.owner(
      `select given_how as how, said_by = participant_id as theirs, words, language, edition, topics from consent where given_how = 'code'`,
    );
    expect(row).toEqual({
      how: 'code',
      theirs: true,
      words: 'NAV Time kan se oppmøte i gruppene til du sier stopp.',
      language: 'nb',
      edition: 1,
      topics: ['attendance'],
    });
    const { sharing } = (await house.as('rune').get<MyPlan>('/api/my-plan')).body;
    expect(sharing.find(({ topics }) => topics.includes('attendance'))?.byCode).toEqual({
      besides: 'Siren Bø',
    });
  });

  test('is to exactly that sentence, once', async () => {
    const id = await confirmed();
    for (const other of [
      { ...sentence, topics: ['attendance', 'meeting'] },
      { ...sentence, organisation: place(organisations.dps) },
      { ...sentence, until: '2024-04-01' },
      { ...sentence, language: 'nn' },
    ])
      expect((await give(id, other)).said).toBe('409 not-confirmed');
    const both = await Promise.all([1, 2, 3].map(() => give(id)));
    expect(both.map(({ said }) => said).sort()).toEqual(['201', '409 not-confirmed', '409 not-confirmed']);
  });

  test('is of the one it was asked of: not of another participant, and not by another worker', async () => {
    const id = await confirmed();
    expect((await give(id, sentence, 'ingunn')).said).toBe('409 not-confirmed');
    const elsewhere = await house
      .as('siren')
      .post(pageOf('amir', 'consents'), { ...sentence, confirmed: id });
    expect(elsewhere.status).toBeGreaterThanOrEqual(400);
  });

  test('is not by a code to log in with, nor the other way round', async () => {
    const browser = house.browser();
    await browser.post('/api/login/phone-codes', { phone: '900 00 101' });
    await house.deliver();
    const login = house.digits();
    const { id } = await ask();
    expect((await type(id, login)).said).toBe('422 code-wrong');
    await house.deliver();
    const consent = house.digits();
    expect((await browser.post('/api/login/phone-code-uses', { code: consent })).said).toBe('422 code-wrong');
  });

  test('is void when the number has been changed in between, or when it took too long', async () => {
    const id = await confirmed();
    await house.owner('update login_phone set superseded = true');
    expect((await give(id)).said).toBe('409 not-confirmed');
    await house.owner('update login_phone set superseded = false');
    const late = await confirmed();
    await house.clock('2024-03-14T08:40:01+01:00');
    expect((await give(late)).said).toBe('409 not-confirmed');
    await house.clock('2024-03-14T08:20+01:00');
  });

  test('is refused as paper and code at once, without either, and from the participant’s own screen', async () => {
    const id = await confirmed();
    const paper = { paper: { signedDay: '2024-03-14', kept: 'Perm 1' } };
    expect((await give(id, { ...sentence, ...paper })).said).toBe('422 one-way-to-confirm');
    expect((await house.as('siren').post(pageOf('rune', 'consents'), sentence)).said).toBe(
      '422 paper-needed',
    );
    expect((await give(id, sentence, 'rune')).said).toBe('403 not-yours-to-do');
    expect((await ask(sentence, 'rune')).said).toBe('403 not-allowed');
  });

  test('is for those beside: not for a partner, and nobody is there for others', async () => {
    expect((await ask(sentence, 'kari')).said).toBe('403 not-allowed');
    expect((await ask(sentence, 'anne')).said).toBe('404 not-found');
  });

  test('needs a number that is agreed on, and is refused before a topic that cannot be shared', async () => {
    await house.owner('update login_phone set superseded = true');
    expect((await ask()).said).toBe('409 phone-not-agreed');
    await house.owner('update login_phone set superseded = false');
    expect((await ask({ ...sentence, topics: ['relapse'] })).said).toBe('422 unknown-topic');
  });
});
