import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BadConfig, readConfig } from './config.ts';

const directory = mkdtempSync(path.join(tmpdir(), 'medvandrer-providers-'));
const file = path.join(directory, 'providers.json');
beforeAll(() => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const write = (name: string, content: object) =>
    writeFileSync(path.join(directory, name), JSON.stringify(content));
  write('key.json', { ...privateKey.export({ format: 'jwk' }), kid: 'k', alg: 'ES256' });
  write('public.json', { ...publicKey.export({ format: 'jwk' }), kid: 'k', alg: 'ES256' });
  writeFileSync(path.join(directory, 'secret'), 'hush\n');
});
afterAll(() => rmSync(directory, { recursive: true }));

const byKey = { method: 'private_key_jwt', keyFile: 'key.json', madeOn: '2024-01-02' };
const bySecret = { method: 'client_secret', secretFile: 'secret', madeOn: '2024-01-02' };
const idPorten = {
  id: 'id-porten',
  kind: 'id-porten',
  issuer: 'https://idporten.example',
  clientId: 'us',
  authentication: byKey,
  for: ['participants'],
};
const entra = {
  ...idPorten,
  id: 'kommune',
  kind: 'entra',
  name: { nb: 'Kommunen', nn: 'Kommunen', en: 'The municipality' },
  authentication: bySecret,
  proof: { claim: 'acrs', anyOf: ['c1'] },
  for: ['workers'],
};

function read(providers: object[], mode = 'production') {
  writeFileSync(file, JSON.stringify({ providers }));
  return readConfig({ MODE: mode, PUBLIC_ADDRESS: 'https://medvandrer.example/', LOGIN_PROVIDERS: file });
}
function wrongWith(providers: object[], mode?: string): string {
  try {
    read(providers, mode);
  } catch (error) {
    if (error instanceof BadConfig) return error.message.replaceAll(`${file}: `, '');
    throw error;
  }
  return 'nothing';
}

test('a way in is read with its key or secret from the file beside it', () => {
  const { providers, publicAddress } = read([idPorten, entra]);
  expect(publicAddress).toBe('https://medvandrer.example');
  expect(providers).toMatchObject([
    {
      id: 'id-porten',
      authentication: { method: 'private_key_jwt', key: { kid: 'k', alg: 'ES256' }, madeOn: '2024-01-02' },
    },
    { id: 'kommune', authentication: { method: 'client_secret', secret: 'hush' } },
  ]);
  expect(providers[0]?.algorithms).not.toContain('HS256');
  expect(providers[0]?.algorithms).not.toContain('none');
});

describe('ID-porten', () => {
  test.each([
    [undefined, ['idporten-loa-substantial', 'idporten-loa-high']],
    [['idporten-loa-high'], ['idporten-loa-high']],
    [
      ['idporten-loa-high', 'idporten-loa-substantial'],
      ['idporten-loa-substantial', 'idporten-loa-high'],
    ],
  ])('asked for %j takes that level and those above it', (acrValues, anyOf) => {
    const { providers } = read([{ ...idPorten, ...(acrValues === undefined ? {} : { acrValues }) }]);
    expect(providers[0]?.proof).toEqual({ claim: 'acr', anyOf });
  });

  test.each([
    ['a level nobody knows', { acrValues: ['Level5'] }, /acrValues must be among/],
    ['another claim than its level', { proof: { claim: 'amr', anyOf: ['BankID'] } }, /set acrValues/],
    ['a secret instead of a key', { authentication: bySecret }, /private_key_jwt/],
  ])('is refused with %s', (_, part, words) => {
    expect(wrongWith([{ ...idPorten, ...part }])).toMatch(words);
  });
});

describe('production is refused', () => {
  test.each([
    ['an issuer without TLS', { issuer: 'http://idporten.example' }, /no https address/],
    ['an issuer on this machine without TLS', { issuer: 'http://localhost:1' }, /no https address/],
    ['an issuer that is no address', { issuer: 'idporten' }, /no https address/],
    [
      'a key that is not there',
      { authentication: { ...byKey, keyFile: 'gone.json' } },
      /gone.json cannot be read: ENOENT/,
    ],
    [
      'a key that is public',
      { authentication: { ...byKey, keyFile: 'public.json' } },
      /must be a private JSON Web Key/,
    ],
    ['a field nobody named', { clientSecret: 'hush' }, /additional/],
    ['nobody to let in', { for: [] }, /for/],
  ])('with %s', (_, part, words) => {
    expect(wrongWith([{ ...idPorten, ...part }])).toMatch(words);
  });

  test('with workers and no proof of two factors', () => {
    const { proof: _, ...without } = entra;
    expect(wrongWith([without])).toBe('kommune: workers need two factors: say in proof which claim shows it');
  });

  test('with no way in, one that stands there twice, or no address', () => {
    expect(wrongWith([])).toMatch(/LOGIN_PROVIDERS is missing/);
    expect(wrongWith([entra, entra])).toBe('"kommune" stands there twice');
    expect(() => readConfig({ MODE: 'production', LOGIN_PROVIDERS: file })).toThrow(/PUBLIC_ADDRESS/);
  });

  test('and says everything at once', () => {
    expect(
      wrongWith([
        { ...idPorten, issuer: 'x' },
        { ...entra, issuer: 'y' },
      ]).split('\n'),
    ).toHaveLength(2);
  });
});

test('the demonstration may have an issuer on its own machine, and nowhere else without TLS', () => {
  expect(read([{ ...idPorten, issuer: 'http://127.0.0.1:4000' }], 'demo').providers).toHaveLength(1);
  expect(wrongWith([{ ...idPorten, issuer: 'http://127.0.0.1.evil.example' }], 'demo')).toMatch(
    /no https address/,
  );
  expect(readConfig({ MODE: 'demo' })).toMatchObject({
    providers: [],
    publicAddress: 'http://localhost:3000',
  });
});

test('HelseID takes a key, tokens bound to it, and none but its own kinds of signature', () => {
  const helseid = { ...entra, id: 'helseid', kind: 'helseid', authentication: byKey };
  expect(read([helseid]).providers[0]).toMatchObject({ dpop: true, algorithms: ['PS256', 'ES256'] });
  expect(wrongWith([{ ...helseid, authentication: bySecret }])).toMatch(/HelseID takes/);
});
