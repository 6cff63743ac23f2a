import { beforeEach, describe, expect, test } from 'vitest';
import { participants } from '#db/demo/people.ts';
import { pageOf } from '../test-house.ts';
import type { Browser } from './test-browser.ts';
import { houseForTests } from './test-openid-house.ts';

const house = await houseForTests();
let browser: Browser;
beforeEach(() => {
  browser = house.browser();
});

describe('somebody ID-porten vouches for by their person number', () => {
  // Made up, by the rule for made-up numbers: the month is eighty more.
  const NUMBER = '01819010192';
  const known = (subject: string, pid = NUMBER) => ({
    subject,
    acr: 'idporten-loa-high',
    claims: { pid },
  });
  const give = async () => {
    const { said, text } = await house.as('siren').post(pageOf('tone', 'person-numbers'), { number: NUMBER });
    expect(said, text).toBe('201');
  };

  test('is asked for a code while nobody here has it', async () => {
    expect((await house.logIn(browser, 'id-porten', known('pid-1'))).place).toBe('/invitasjon');
  });

  test('comes home by it, is known by the identity afterwards, and the number stands nowhere in the open', async () => {
    await give();
    expect((await house.logIn(browser, 'id-porten', known('pid-2'))).place).toBe('/');
    expect(await browser.who()).toBe('Tone Skår');
    await browser.delete('/api/session');
    expect((await house.logIn(browser, 'id-porten', { ...known('pid-2'), claims: {} })).place).toBe('/');
    expect(await browser.who()).toBe('Tone Skår');
    expect(house.log()).not.toContain(NUMBER);
  });

  test('is not taken for anybody by another issuer’s word, or by a number that may be real', async () => {
    const byWork = { subject: 'pid-3', amr: ['mfa'], claims: { pid: NUMBER } };
    expect((await house.logIn(browser, 'begge', byWork)).place).toBe('/invitasjon');
    expect((await house.logIn(browser, 'id-porten', known('pid-4', 'x'))).place).toBe('/invitasjon');
  });

  test('is asked for a code when two here have it', async () => {
    const { participantId } = participants.rune;
    const marked = await house.owner(
      `update person_number n set mark = t.mark from person_number t where n.participant_id = $1 and t.participant_id = $2 returning 1`,
      [participantId, participants.tone.participantId],
    );
    expect(marked).not.toEqual([]);
    expect((await house.logIn(browser, 'id-porten', known('pid-5'))).place).toBe('/invitasjon');
  });
});
