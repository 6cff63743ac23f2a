import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ok, refuse } from '../result.ts';
import { admit, type LoginFacts, mayJoin, type Proved } from './admit.ts';
import { deviceOf } from './device.ts';
import { codeAsMeant, invitationCode } from './invitation-code.ts';
import { provedBy } from './proof.ts';
import { organisationsActedFor } from './represented.ts';

describe('what a login proves', () => {
  const rule = { claim: 'acr', anyOf: ['high', 'substantial'] };
  test.each([
    [{ acr: 'high' }, 'strong'],
    [{ acr: ['low', 'substantial'] }, 'strong'],
  ])('%j is two factors', (claims, strength) => expect(provedBy(claims, rule)).toEqual(ok(strength)));

  test.each([
    [{}],
    [{ acr: 'low' }],
    [{ acr: 'HIGH' }],
    [{ acr: 'high substantial' }],
    [{ acr: '' }],
    [{ acr: null }],
    [{ acr: { high: true } }],
    [{ amr: ['high'] }],
  ])('%j is too weak', (claims) => expect(provedBy(claims, rule)).toEqual(refuse('login-too-weak')));

  test('is the weaker kind where nothing was asked', () => {
    expect(provedBy({ acr: 'high' }, undefined)).toEqual(ok('code'));
  });
});

describe('whom a token acts for', () => {
  const one = { authority: 'iso6523-actorid-upis', ID: '0192:964978751' };
  test.each([
    ['ansattporten:orgno', { orgno: one }],
    ['ansattporten:altinn:resource', { authorized_parties: [{ orgno: one, resource: 'x' }] }],
    ['ansattporten:altinn:service', { reportees: [{ ...one, Rights: ['Read'] }] }],
  ])('by %s', (type, detail) => {
    expect(organisationsActedFor({ authorization_details: [{ type, ...detail }] }, type)).toEqual([
      '964978751',
    ]);
    expect(organisationsActedFor({ authorization_details: { type, ...detail } }, type)).toEqual([
      '964978751',
    ]);
    expect(organisationsActedFor({ authorization_details: [{ type: 'other', ...detail }] }, type)).toEqual(
      [],
    );
  });

  test('counts the resource that was asked for, and no other', () => {
    const claims = { authorization_details: [{ type: 't', resource: 'theirs', orgno: one }] };
    expect(organisationsActedFor(claims, 't', 'ours')).toEqual([]);
    expect(organisationsActedFor(claims, 't', 'theirs')).toEqual(['964978751']);
  });

  test('is nobody from anything else, whatever it is', () => {
    for (const ID of ['964978751', '0192:96497875', '9908:964978751', '0192:964978751 ', 964978751])
      expect(organisationsActedFor({ authorization_details: [{ type: 't', orgno: { ID } }] }, 't')).toEqual(
        [],
      );
    fc.assert(
      fc.property(fc.anything(), (anything) => {
        expect(organisationsActedFor({ authorization_details: anything }, 't')).toEqual([]);
      }),
    );
  });
});

describe('a way in', () => {
  const both: Proved = { for: ['participants', 'workers'], strength: 'strong' };
  const worker: LoginFacts = { works: true, takesPart: false, organisations: ['1'], closed: false };
  const participant: LoginFacts = { works: false, takesPart: true, organisations: [], closed: false };

  test.each<[string, Proved, LoginFacts]>([
    ['both kinds', both, { ...worker, takesPart: true }],
    ['workers', { ...both, for: ['workers'] }, worker],
    ['participants', { ...both, for: ['participants'] }, participant],
    ['participants, by a code', { for: ['participants'], strength: 'code' }, participant],
    ['workers of those it acts for', { ...both, actsFor: ['2', '1'] }, worker],
    ['participants, whoever it acts for', { ...both, actsFor: [] }, participant],
    ['those who are nothing yet', { ...both, for: ['participants'] }, { ...participant, takesPart: false }],
  ])('lets in %s', (_, proved, login) => expect(admit(proved, login)).toEqual(ok(true)));

  test.each<[string, Proved, LoginFacts, string]>([
    ['a closed login', both, { ...participant, closed: true }, 'login-closed'],
    ['a worker among participants', { ...both, for: ['participants'] }, worker, 'way-in-not-for-you'],
    ['a participant among workers', { ...both, for: ['workers'] }, participant, 'way-in-not-for-you'],
    [
      'a worker’s own plan by the employer’s issuer',
      { ...both, for: ['workers'] },
      { ...worker, takesPart: true },
      'way-in-not-for-you',
    ],
    ['a worker by a code', { ...both, strength: 'code' }, worker, 'login-too-weak'],
    ['a worker of another organisation', { ...both, actsFor: ['2'] }, worker, 'organisation-not-represented'],
    [
      'a worker of two, for one of them',
      { ...both, actsFor: ['1'] },
      { ...worker, organisations: ['1', '2'] },
      'organisation-not-represented',
    ],
    [
      'a worker whose organisation has no number',
      { ...both, actsFor: ['1'] },
      { ...worker, organisations: [''] },
      'organisation-not-represented',
    ],
  ])('does not let in %s', (_, proved, login, refusal) =>
    expect(admit(proved, login)).toEqual({ ok: false, refusal }),
  );

  test('takes an invitation by the same rule', () => {
    expect(mayJoin(both, { for: 'workers', organisation: '1' })).toEqual(ok(true));
    expect(mayJoin({ ...both, strength: 'code' }, { for: 'workers', organisation: '1' })).toEqual(
      refuse('login-too-weak'),
    );
    expect(mayJoin({ ...both, for: ['workers'] }, { for: 'participants', organisation: '' })).toEqual(
      refuse('way-in-not-for-you'),
    );
    expect(mayJoin({ ...both, actsFor: ['2'] }, { for: 'workers', organisation: '1' })).toEqual(
      refuse('organisation-not-represented'),
    );
  });

  test('takes one more place of work, when what was proved is enough for both', () => {
    const second = { for: 'workers', organisation: '2' } as const;
    expect(mayJoin(both, second, worker)).toEqual(ok(true));
    expect(mayJoin({ ...both, actsFor: ['1', '2'] }, second, worker)).toEqual(ok(true));
    expect(mayJoin({ ...both, actsFor: ['2'] }, second, worker)).toEqual(
      refuse('organisation-not-represented'),
    );
    expect(mayJoin(both, second, { ...worker, closed: true })).toEqual(refuse('login-closed'));
    // Whoever is also a participant must come by a way that is for both.
    expect(mayJoin({ ...both, for: ['workers'] }, second, { ...worker, takesPart: true })).toEqual(
      refuse('way-in-not-for-you'),
    );
  });
});

describe('an invitation’s code', () => {
  test('is read as it was meant, however it was typed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 12, maxLength: 12 }), (random) => {
        const code = invitationCode(random);
        expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
        const meant = codeAsMeant(code);
        for (const typed of [
          code.toLowerCase(),
          code.replaceAll('-', ' '),
          code.replaceAll('0', 'o'),
          ` ${code} `,
        ])
          expect(codeAsMeant(typed)).toBe(meant);
        expect(codeAsMeant(code.replaceAll('1', 'l'))).toBe(meant);
      }),
    );
  });
});

test.each([
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Version/17.5 Mobile/15E148 Safari/604.1',
    'phone ios safari',
  ],
  [
    'Mozilla/5.0 (iPad; CPU OS 16_6 like Mac OS X) AppleWebKit/605.1.15 CriOS/126.0 Mobile/15E148 Safari/604.1',
    'tablet ios chrome',
  ],
  [
    'Mozilla/5.0 (Linux; Android 14; SM-S918B) AppleWebKit/537.36 SamsungBrowser/25.0 Chrome/121.0 Mobile Safari/537.36',
    'phone android samsung',
  ],
  [
    'Mozilla/5.0 (Linux; Android 13; SM-X200) AppleWebKit/537.36 Chrome/126.0 Safari/537.36',
    'tablet android chrome',
  ],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/126.0 Safari/537.36 Edg/126.0',
    'computer windows edge',
  ],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/17.5 Safari/605.1.15',
    'computer mac safari',
  ],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0', 'computer linux firefox'],
  [
    'Mozilla/5.0 (X11; CrOS x86_64 14541.0) AppleWebKit/537.36 Chrome/126.0 Safari/537.36',
    'computer chromeos chrome',
  ],
  ['curl/8.5', 'other other other'],
  ['', 'other other other'],
])('%s is told as %s', (userAgent, words) => {
  const { kind, system, browser } = deviceOf(userAgent);
  expect(`${kind} ${system} ${browser}`).toBe(words);
});
