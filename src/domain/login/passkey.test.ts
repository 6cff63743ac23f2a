import { expect, test } from 'vitest';
import { ok, refuse } from '../result.ts';
import { type AddingFacts, mayAddPasskey } from './passkey.ts';

const now = '2024-03-14T08:20:00Z';
const fresh: AddingFacts = {
  works: false,
  strength: 'strong',
  method: 'openid',
  startedAt: '2024-03-14T07:50:00Z',
  passkeys: 9,
};

test('a device is added after two factors that were proved within half an hour', () => {
  expect(mayAddPasskey(fresh, now)).toEqual(ok(true));
});

test.each<[string, Partial<AddingFacts>, string]>([
  ['by a worker', { works: true }, 'way-in-not-for-you'],
  ['by a code', { strength: 'code' }, 'needs-stronger-login'],
  ['by another device', { method: 'passkey' }, 'login-not-fresh'],
  ['by a phone that was left open', { startedAt: '2024-03-14T07:49:59Z' }, 'login-not-fresh'],
  ['as the eleventh', { passkeys: 10 }, 'too-many-passkeys'],
])('and not %s', (_, facts, refusal) =>
  expect(mayAddPasskey({ ...fresh, ...facts }, now)).toEqual(refuse(refusal)),
);
