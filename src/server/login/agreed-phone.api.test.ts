import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { CodesOf } from '#contract/code.ts';
import { participants } from '#db/demo/people.ts';
import type { Visitor } from '../test-house.ts';
import { pageOf } from '../test-house.ts';
import { type CodeHouse, openCodeHouse, RUNES_PHONE } from './test-code-house.ts';

let house: CodeHouse;
beforeAll(async () => {
  house = await openCodeHouse();
});
beforeEach(async () => {
  await house.owner(`update sent_code set asked_at = asked_at - interval '2 days'`);
  await house.owner(`delete from login_phone where phone <> '+4790000101'`);
  await house.owner('update login_phone set superseded = false');
});
afterAll(() => house.close());

const NEW = '900 00 102';
const sendTo = (who: Visitor, phone = NEW, about: keyof typeof participants = 'rune') =>
  who.post(pageOf(about, 'login-phone-codes'), { phone });
const confirm = (who: Visitor, id: string, code: string) =>
  who.post(pageOf('rune', `sent-codes/${id}/confirmations`), { code });
const agree = (who: Visitor, confirmed: string, phone = NEW) =>
  who.post(pageOf('rune', 'login-phones'), { phone, confirmed, notices: false });
const phoneOf = async () =>
  (await house.as('siren').get<CodesOf>(pageOf('rune', 'login-codes'))).body.phone?.phone;

describe('a number for codes', () => {
  test('is agreed on when the code that was sent there has been typed; the one before is history', async () => {
    const siren = house.as('siren');
    expect(await phoneOf()).toBe('+4790000101');
    const sent = await sendTo(siren);
    expect(sent.said).toBe('201');
    await house.deliver();
    const digits = house.digits(NEW);
    expect(house.received(NEW)[0]).toContain('Bruk den bare når du sitter sammen med den som spør.');
    expect((await agree(siren, sent.id)).said).toBe('409 not-confirmed');
    expect((await confirm(siren, sent.id, `${digits.slice(0, 3)} ${digits.slice(3)}`)).said).toBe('201');
    expect((await agree(siren, sent.id)).said).toBe('201');
    expect(await phoneOf()).toBe('+4790000102');
    const versions = await house.owner(
      `select phone, version, agreed_how as how, correction_reason as because from login_phone where participant_id = $1 order by version`,
      [participants.rune.participantId],
    );
    expect(versions).toEqual([
      { phone: '+4790000101', version: 1, how: 'together', because: null },
      { phone: '+4790000102', version: 2, how: 'together', because: 'Nytt nummer' },
    ]);
    const [told] = await house.owner(`select code, channel from outbox where code = 'way-in-changed'`);
    expect(told).toEqual({ code: 'way-in-changed', channel: 'in-app' });
  });

  test('is confirmed by that code alone: for that number, once, by the one who asked, in three tries', async () => {
    const siren = house.as('siren');
    const sent = await sendTo(siren, '900 00 103');
    await house.deliver();
    const digits = house.digits('900 00 103');
    expect((await confirm(house.as('ingunn'), sent.id, digits)).said).toBe('409 code-gone');
    expect((await confirm(siren, sent.id, '00000x')).said).toBe('422 code-wrong');
    expect((await confirm(siren, sent.id, digits)).said).toBe('201');
    expect((await agree(siren, sent.id, '900 00 104')).said).toBe('409 not-confirmed');
    expect((await agree(house.as('ingunn'), sent.id, '900 00 103')).said).toBe('409 not-confirmed');
    const both = await Promise.all([1, 2].map(() => agree(siren, sent.id, '900 00 103')));
    expect(both.map(({ said }) => said).sort()).toEqual(['201', '409 not-confirmed']);
    const other = await sendTo(siren, '900 00 105');
    for (const said of ['422 code-wrong', '422 code-wrong', '409 code-gone', '409 code-gone'])
      expect((await confirm(siren, other.id, 'wrong')).said).toBe(said);
    await house.deliver();
    expect((await confirm(siren, other.id, house.digits('900 00 105'))).said).toBe('409 code-gone');
  });

  test.each([
    ['rune', 201],
    ['ola', 201],
    ['christer', 403],
    ['kari', 403],
    ['mamma', 403],
    ['tone', 404],
    ['terje', 404],
  ])('can be asked for by %s: %i', async (who, status) => {
    expect((await sendTo(house.as(who), '900 00 106')).status).toBe(status);
  });

  test('is not for one who came by a code to change, and says so before anything is sent', async () => {
    const browser = house.browser();
    const { body } = await house.codeFor('siren', 'rune');
    expect(await house.use(browser, body.code)).toBe('204');
    const asked = await browser.post(pageOf('rune', 'login-phone-codes'), { phone: NEW });
    expect(asked.said).toBe('403 needs-stronger-login');
    const [row] = await house.owner<{ id: string; fact: string }>(
      'select id, fact_id as fact from login_phone where participant_id = $1 and not superseded',
      [participants.rune.participantId],
    );
    const end = await browser.post(pageOf('rune', `login-phones/${row?.fact}/withdrawals`), {
      supersedes: row?.id,
      reason: 'x',
    });
    expect(end.said).toBe('403 needs-stronger-login');
  });

  test('must be one that can get a message', async () => {
    for (const phone of ['51 00 01 01', '12345678'])
      expect((await sendTo(house.as('siren'), phone)).said).toBe('422 phone-unusable');
  });

  test('is read by those who read what is shared, and by nobody else', async () => {
    for (const [who, status] of [
      ['siren', 200],
      ['christer', 200],
      ['kari', 404],
      ['mamma', 404],
      ['anne', 404],
      ['terje', 404],
    ] as const)
      expect((await house.as(who).get(pageOf('rune', 'login-codes'))).status, who).toBe(status);
  });

  test('can be taken away, and then gets no codes', async () => {
    const [row] = await house.owner<{ id: string; fact: string }>(
      'select id, fact_id as fact from login_phone where participant_id = $1 and not superseded',
      [participants.rune.participantId],
    );
    const before = house.received(RUNES_PHONE).length;
    if (row !== undefined)
      await house.as('rune').post(pageOf('rune', `login-phones/${row.fact}/withdrawals`), {
        supersedes: row.id,
        reason: 'ikke nå',
      });
    expect(await phoneOf()).toBeUndefined();
    await house.browser().post('/api/login/phone-codes', { phone: RUNES_PHONE });
    await house.deliver();
    expect(house.received(RUNES_PHONE)).toHaveLength(before);
  });
});
