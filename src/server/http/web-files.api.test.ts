import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type House, openHouse } from '../test-house.ts';

// A house with the screens in it: a page in each language, one file that carries its hash in its name, and a secret next door.
const around = mkdtempSync(path.join(tmpdir(), 'medvandrer-web-'));
const webDir = path.join(around, 'web');
const pageIn = (language: string) => `<html lang="${language}"><title>Medvandrer</title>`;
let house: House;
beforeAll(async () => {
  mkdirSync(path.join(webDir, 'assets'), { recursive: true });
  for (const language of ['nb', 'nn', 'en'])
    writeFileSync(path.join(webDir, `${language}.html`), pageIn(language));
  writeFileSync(path.join(webDir, 'assets', 'app-1a2b.js'), 'start()');
  writeFileSync(path.join(around, 'secret.txt'), 'hemmelig');
  house = await openHouse({ webDir });
});
afterAll(async () => {
  await house.close();
  rmSync(around, { recursive: true, force: true });
});

const get = (url: string) => house.app.inject({ url });

test.each(['/', '/min-plan?from=mail.no', '/people/018e0007-0001-7c70-8660-8fa67952b0fc'])(
  '%s is the app’s own page',
  async (url) => {
    const { statusCode, headers, body } = await get(url);
    expect([statusCode, body]).toEqual([200, pageIn('nb')]);
    expect(headers['content-type']).toContain('text/html');
    expect(headers['cache-control']).toBe('no-cache');
  },
);

test('the page comes in the language that was chosen, and in bokmål when it is none of ours', async () => {
  const said = async (cookie: string) =>
    (await house.app.inject({ url: '/min-plan', headers: { cookie } })).body;
  expect(await said('medvandrer-language=nn')).toBe(pageIn('nn'));
  expect(await said('medvandrer-language=en')).toBe(pageIn('en'));
  for (const other of ['fr', '../secret', 'nb.html', ''])
    expect(await said(`medvandrer-language=${other}`)).toBe(pageIn('nb'));
});

test('a page that a browser kept never stands in for the one in another language', async () => {
  const { headers } = await get('/min-plan');
  expect([headers['etag'], headers['last-modified']]).toEqual([undefined, undefined]);
  expect(headers['vary']).toContain('cookie');
  const again = await house.app.inject({
    url: '/min-plan',
    headers: { cookie: 'medvandrer-language=nn', 'if-modified-since': new Date().toUTCString() },
  });
  expect([again.statusCode, again.body]).toEqual([200, pageIn('nn')]);
});

test('a file whose name holds its hash is kept for good', async () => {
  const { statusCode, headers } = await get('/assets/app-1a2b.js');
  expect([statusCode, headers['cache-control']]).toEqual([200, 'public, max-age=31536000, immutable']);
});

test.each(['/api/nowhere', '/api', '/assets/gone-1a2b.js', '/favicon.ico?v=1'])(
  '%s is no page of the app',
  async (url) => {
    const { statusCode, headers } = await get(url);
    expect([statusCode, headers['content-type']]).toEqual([404, 'application/problem+json; charset=utf-8']);
  },
);

test.each([
  '/../secret.txt',
  '/..%2fsecret.txt',
  '/assets/..%2f..%2fsecret.txt',
  '/%2e%2e/secret.txt',
  '/assets/%2e%2e/%2e%2e/secret.txt',
  '/assets%00/../../secret.txt',
  '//secret.txt',
  '/..\\secret.txt',
])('nothing outside the screens is given out: %s', async (url) => {
  const { body } = await get(url);
  expect(body).not.toContain('hemmelig');
});
