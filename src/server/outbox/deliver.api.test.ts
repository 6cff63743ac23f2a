import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { CodeSettings } from '#contract/code.ts';
import { participants } from '#db/demo/people.ts';
import { type CodeHouse, openCodeHouse, RUNES_PHONE } from '../login/test-code-house.ts';

let house: CodeHouse;
beforeAll(async () => {
  house = await openCodeHouse();
});
beforeEach(async () => {
  await house.clock('2024-03-14T08:20+01:00');
  await house.owner('delete from outbox');
  await house.owner('delete from sent_code');
  house.away(false);
});
afterAll(() => house.close());

const { rune } = participants;
const put = (code = 'something-to-read', at = '2024-03-14T08:20+01:00', who = rune) =>
  house.owner(
    `insert into outbox (municipality_id, id, participant_id, code, channel, recipient_kind, recipient_id, not_before)
      values ($1, app.uuid7(), $2, $3, 'sms', 'participant', $2, $4)`,
    [who.municipalityId, who.participantId, code, at],
  );
const ends = () =>
  house.owner(
    `select code, tries, delivered_at is not null as sent, ended_because as because from outbox order by id`,
  );
const count = () => house.received().length;

describe('a word that there is something to read', () => {
  test('goes once to the agreed number of one who has asked for it, and says nothing', async () => {
    const before = count();
    await put();
    await house.deliver();
    await house.deliver();
    expect(count()).toBe(before + 1);
    expect(house.received()[0]).toBe('Du har noe nytt å lese. Logg inn når det passer deg.');
    expect(house.received()[0]).not.toMatch(/rus|psyk|nav|dps|medvandrer|ny start|rune/i);
    expect(await ends()).toEqual([{ code: 'something-to-read', tries: 1, sent: true, because: null }]);
  });

  test('goes to the number as it is when it is sent', async () => {
    await put();
    await house.owner(`update login_phone set phone = '+4790000107'`);
    await house.deliver();
    expect(house.received('900 00 107')).toHaveLength(1);
    await house.owner(`update login_phone set phone = '+4790000101'`);
  });

  test('does not go to one who has not asked for it, or has no number', async () => {
    const before = count();
    await house.owner('update login_phone set notices = false');
    await put();
    await put('something-to-read', '2024-03-14T08:20+01:00', participants.tone);
    await house.deliver();
    await house.owner('update login_phone set notices = true');
    await house.deliver();
    expect(count()).toBe(before);
    expect((await ends()).map(({ because }) => because)).toEqual(['not-wanted', 'not-wanted']);
  });

  test('wakes nobody at night, and is no news after a day', async () => {
    const before = count();
    await put('something-to-read', '2024-03-14T23:00+01:00');
    await house.clock('2024-03-14T23:01+01:00');
    await house.deliver();
    expect(count()).toBe(before);
    await house.clock('2024-03-15T08:01+01:00');
    await house.deliver();
    expect(count()).toBe(before + 1);
    await put('something-to-read', '2024-03-13T10:00+01:00');
    await house.deliver();
    expect((await ends()).at(-1)).toMatchObject({ because: 'expired', sent: false });
  });
});

describe('when the gateway is away', () => {
  const wait = (seconds: number) =>
    house.owner(`update outbox set next_at = next_at - make_interval(secs => $1)`, [seconds]);

  test('it is tried again later and later, sent once it is back, and only once', async () => {
    house.away(true);
    await put();
    const before = count();
    await house.deliver();
    await house.deliver();
    expect((await ends())[0]).toMatchObject({ tries: 1, sent: false });
    await wait(5);
    await house.deliver();
    expect((await ends())[0]).toMatchObject({ tries: 2 });
    house.away(false);
    await wait(20);
    await house.deliver();
    await house.deliver();
    expect(count()).toBe(before + 1);
    expect((await ends())[0]).toMatchObject({ tries: 3, sent: true });
  });

  test('it is given up in the end, and whoever looks after logins sees that, and no word or name of it', async () => {
    house.away(true);
    await put();
    await house.browser().post('/api/login/phone-codes', { phone: RUNES_PHONE });
    for (let time = 0; time < 8; time++) {
      await house.deliver();
      await wait(1800);
    }
    expect((await ends()).map(({ code, because }) => [code, because])).toEqual([
      ['something-to-read', 'given-up'],
      ['login-code', 'given-up'],
    ]);
    const [left] = await house.owner<{ n: number }>(
      'select count(*)::int as n from sent_code where sealed is not null',
    );
    expect(left?.n, 'nothing of what it said is kept').toBe(0);
    const { body, text } = await house.as('terje').get<CodeSettings>('/api/code-settings');
    expect(body.unsent.map(({ code, because }) => [code, because]).sort()).toEqual([
      ['login-code', 'given-up'],
      ['something-to-read', 'given-up'],
    ]);
    for (const hidden of ['90000101', 'Rune', 'Lende', rune.participantId])
      expect(text).not.toContain(hidden);
  });

  test('a code that is too old when it comes back is not sent', async () => {
    const before = count();
    house.away(true);
    await house.browser().post('/api/login/phone-codes', { phone: RUNES_PHONE });
    await house.deliver();
    house.away(false);
    await house.clock('2024-03-14T08:31+01:00');
    await house.deliver();
    expect(count()).toBe(before);
    expect((await ends())[0]).toMatchObject({ code: 'login-code', because: 'expired' });
  });
});

test('two who deliver at once send each message once', async () => {
  const before = count();
  for (let number = 0; number < 5; number++) await put();
  await Promise.all([house.deliver(), house.deliver(), house.deliver()]);
  expect(count()).toBe(before + 5);
});
