import { afterAll, beforeAll, expect, test } from 'vitest';
import { type House, openHouse } from '../test-house.ts';
import { type Operation, operationsOf } from './test-requests.ts';

let house: House;
let operations: Operation[] = [];
beforeAll(async () => {
  house = await openHouse();
  operations = operationsOf((await house.nobody.get('/api/openapi.json')).body);
});
afterAll(() => house.close());

/** From Fastify's drawing of its own router: a tree whose branches are indented by four characters. */
function routesOf(drawing: string): string[] {
  const above: string[] = [];
  return drawing.split('\n').flatMap((line) => {
    const [, indent = '', part = '', methods = ''] =
      /^((?:│ {3}| {4})*)[├└]── (\S+) \(([^)]+)\)/.exec(line) ?? [];
    above.splice(indent.length / 4, above.length, part);
    const path = above.join('').replaceAll(/:(\w+)/g, '{$1}');
    return methods
      .split(', ')
      .filter((method) => method !== '' && method !== 'HEAD')
      .map((method) => `${method} ${path}`);
  });
}

test('the document names every route there is, and no other', () => {
  const there = routesOf(house.app.printRoutes({ commonPrefix: false })).filter(
    (route) => route !== 'GET /api/openapi.json',
  );
  expect(there.length).toBeGreaterThan(30);
  expect(operations.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(there.sort());
});

test('every operation says what it does, what it answers and that it may refuse', () => {
  for (const { path, summary, responses } of operations) {
    expect(summary, path).toBeTruthy();
    expect(Object.keys(responses), path).toEqual([expect.stringMatching(/^(20[014]|303)$/), '4XX', '5XX']);
  }
});

test('refusals are described as problem details', () => {
  for (const { path, responses } of operations) {
    expect(Object.keys(responses['4XX']?.content ?? {}), path).toEqual(['application/problem+json']);
    expect(Object.keys(responses['5XX']?.content ?? {}), path).toEqual(['application/problem+json']);
  }
});

test('a request body leaves no room for fields that nobody named', () => {
  const loose: string[] = [];
  const look = (schema: unknown, where: string): void => {
    if (typeof schema !== 'object' || schema === null) return;
    const { type, additionalProperties } = schema as { type?: string; additionalProperties?: boolean };
    if (type === 'object' && additionalProperties !== false) loose.push(where);
    for (const [name, part] of Object.entries(schema)) look(part, `${where}/${name}`);
  };
  for (const { path, body } of operations) look(body, path);
  expect(loose).toEqual([]);
});

test('every text in a request has a longest length', () => {
  const endless: string[] = [];
  const look = (schema: unknown, where: string): void => {
    if (typeof schema !== 'object' || schema === null) return;
    const {
      type,
      maxLength,
      pattern,
      enum: words,
    } = schema as { type?: string; maxLength?: number; pattern?: string; enum?: string[] };
    const closed =
      maxLength !== undefined ||
      words !== undefined ||
      (pattern?.endsWith('$') && !/[*+]/.test(pattern.replaceAll('[+-]', '').replace('\\+?', '')));
    if (type === 'string' && !closed) endless.push(where);
    for (const [name, part] of Object.entries(schema)) look(part, `${where}/${name}`);
  };
  for (const { path, body } of operations) look(body, path);
  expect(endless).toEqual([]);
});

test('no page or answer is kept by a cache, guessed at, or framed', async () => {
  for (const url of ['/api/my-day', '/api/people', '/api/nowhere', '/healthz']) {
    const { headers } = await house.as('siren').get(url);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'x-frame-options': 'DENY',
      'permissions-policy': expect.stringContaining('camera=()'),
      'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
      'strict-transport-security': expect.stringContaining('max-age=31536000'),
    });
    expect(headers['content-security-policy']).not.toContain('unsafe');
    if (url.startsWith('/api/')) expect(headers['cache-control']).toBe('no-store');
  }
});

test('the session’s cookie is kept to this host, and out of reach of scripts and of other sites', async () => {
  const { headers } = await house.nobody.post('/api/demo/session', { persona: 'siren' });
  expect(String(headers['set-cookie'])).toMatch(/^__Host-medvandrer=[\w-]{43}\.[\w-]{43}; /);
  for (const part of ['Path=/', 'HttpOnly', 'Secure', 'SameSite=Lax'])
    expect(String(headers['set-cookie'])).toContain(part);
  expect(String(headers['set-cookie'])).not.toContain('Domain');
});

test('a session that was ended, or was left alone for half an hour, is nobody', async () => {
  const siren = house.as('siren');
  expect(await siren.delete('/api/session')).toMatchObject({ said: '200', body: {} });
  expect((await siren.get('/api/session')).said).toBe('401 not-logged-in');
  const ola = house.as('ola');
  expect((await ola.get('/api/session')).said).toBe('200');
  await house.owner(`update installation set frozen_at = frozen_at + interval '30 minutes'`);
  expect((await ola.get('/api/session')).said).toBe('401 not-logged-in');
});

test('a session that is used lives on, but no longer than twelve hours', async () => {
  await house.clock('2024-03-14T08:20+01:00');
  const kari = house.as('kari');
  for (let minutes = 0; minutes < 12 * 60; minutes += 20) {
    expect((await kari.get('/api/session')).said).toBe('200');
    await house.owner(`update installation set frozen_at = frozen_at + interval '20 minutes'`);
  }
  expect((await kari.get('/api/session')).said).toBe('401 not-logged-in');
});

test('another site cannot start a session in somebody’s browser', async () => {
  const foreign = await house.nobody.post(
    '/api/demo/session',
    { persona: 'siren' },
    { 'sec-fetch-site': 'cross-site' },
  );
  expect(foreign.said).toBe('403 forged-request');
  expect((await house.nobody.post('/api/demo/session', { persona: 'nobody-there' })).said).toBe(
    '404 not-found',
  );
});

test('the limit on requests from one address is said as a problem too', async () => {
  const limited = await openHouse({ rateLimit: 3 });
  const asked = [];
  for (let time = 0; time < 4; time++)
    asked.push(await limited.nobody.get('/api/demo/personas', { 'accept-language': 'en' }));
  expect(asked.map((answer) => answer.said)).toEqual(['200', '200', '200', '429 too-many-requests']);
  expect(asked[3]?.headers['content-type']).toContain('application/problem+json');
  expect((await limited.nobody.get('/healthz')).said).toBe('200');
  await limited.close();
});
