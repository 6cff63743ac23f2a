import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page, Request, Response } from '@playwright/test';
import { personaNames } from '#db/demo/ids.ts';
import { participants, personas } from '#db/demo/people.ts';
import { expect, type House, logIn, test } from './house.ts';
import { cameThrough, listen, openForeigner, tampered } from './tampering.ts';

// What the browser itself makes of what our answers tell it.

/** Where one stands, and once for each kind of page: two people's pages are one kind, two parts of a plan are not. */
const kindOf = (pathname: string): string => pathname.replaceAll(/[0-9a-f-]{36}/g, '…');

/** The screens there are, from the one list of them. */
const screens = [
  ...readFileSync(path.resolve(import.meta.dirname, '../src/web/app/router.tsx'), 'utf8').matchAll(
    /^ {2}path: '([^']+)'/gm,
  ),
].map(([, screen = '']) => screen);
const screenOf = (pathname: string): string =>
  screens.find((screen) => new RegExp(`^${screen.replaceAll(/\$\w+/g, '[^/]+')}$`).test(pathname)) ??
  pathname;

test('every screen there is stands with nothing for the policy to refuse, and every answer carries it', async ({
  page,
  house,
}) => {
  test.setTimeout(180_000);
  await listen(page);
  const told: string[] = [];
  const lacking = new Set<string>();
  page.on('console', (line) => {
    // Nobody is logged in, or a page that is asked for is not there: answered as it should be.
    const answered = /Failed to load resource: the server responded with a status of 4/.test(line.text());
    if (line.type() === 'error' && !answered) told.push(`${page.url()} ${line.text()}`);
  });
  page.on('pageerror', (error) => told.push(`${page.url()} ${error.message}`));
  page.on('response', (answer) => {
    for (const lack of lackingIn(answer, house)) lacking.add(lack);
  });
  const quiet = quietOf(page);
  // Where nobody is logged in.
  const seen = new Set<string>(['/']);
  await page.goto(house.address);
  await walk('/parorende');
  await walk('/invitasjon');
  await walk('/demo-telefon');
  for (const persona of personaNames) {
    await logIn(page, house, personas[persona].name);
    await walk(new URL(page.url()).pathname);
  }
  // Come to from a part of the plan that is fetched when it is opened, and may come after the links have been read.
  await logIn(page, house, personas.rune.name);
  await walk('/deling');
  // Come to when two are thought to be one.
  await logIn(page, house, 'Siren');
  await walk(`/samme-person/${participants.rune.participantId}/${participants.tone.participantId}`);
  expect(told).toEqual([]);
  expect([...lacking]).toEqual([]);
  expect(screens.length).toBeGreaterThan(25);
  expect(screens.filter((screen) => ![...seen].map(screenOf).includes(screen))).toEqual([]);

  /** From a home to every screen that nobody has been on before, and every tab of it. */
  async function walk(home: string): Promise<void> {
    const open = new Set([home]);
    for (const next of open) {
      if (next !== home && seen.has(kindOf(next))) continue;
      seen.add(kindOf(next));
      await page.goto(house.address + next);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await quiet();
      for (const tab of await page.getByRole('tab').all()) {
        await tab.click();
        await quiet();
        for (const link of await linksOn(page)) open.add(link);
      }
      for (const link of await linksOn(page)) open.add(link);
      // Come to when a meeting has been held; who sees none that has goes the straight way.
      if (next.startsWith('/mote/')) open.add(next.replace('/mote/', '/referat/'));
      expect(await page.evaluate(() => window.refused), next).toEqual([]);
    }
  }
});

const linksOn = (page: Page): Promise<string[]> =>
  page.locator('a[href^="/"]').evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).pathname));

/** Waits until the page has asked for nothing for a moment. */
function quietOf(page: Page): () => Promise<void> {
  const open = new Set<Request>();
  let last = Date.now();
  page.on('request', (request) => open.add(request));
  const end = (request: Request) => {
    open.delete(request);
    last = Date.now();
  };
  page.on('requestfinished', end);
  page.on('requestfailed', end);
  return () => expect.poll(() => open.size === 0 && Date.now() - last > 100, { intervals: [25] }).toBe(true);
}

const everywhere: Record<string, RegExp> = {
  'content-security-policy': /default-src 'none'.*script-src 'self';.*frame-ancestors 'none'/,
  'x-content-type-options': /^nosniff$/,
  'x-frame-options': /^DENY$/,
  'referrer-policy': /^no-referrer$/,
  'cross-origin-opener-policy': /^same-origin$/,
  'cross-origin-resource-policy': /^same-origin$/,
  'permissions-policy': /camera=\(\), microphone=\(\), geolocation=\(\)/,
};

/** What an answer of ours lacks, by kind of answer. */
function lackingIn(answer: Response, house: House): string[] {
  const { origin, pathname } = new URL(answer.url());
  if (origin !== house.address) return [];
  const headers = answer.headers();
  const asset = pathname.startsWith('/assets/');
  const kept = asset ? /immutable/ : /^no-cache$/;
  const wanted = {
    ...everywhere,
    // What the browser takes from its own cache has lost this one there.
    ...(asset ? {} : { 'strict-transport-security': /^max-age=31536000/ }),
    'cache-control': pathname.startsWith('/api/') ? /^no-store$/ : kept,
  };
  return Object.entries(wanted)
    .filter(([name, words]) => !words.test(headers[name] ?? ''))
    .map(([name]) => `${kindOf(pathname)} ${name}: ${headers[name]}`);
}

// Everything that is tried below, and what each is when nothing refuses it: so it is known that the attempts are real.
const all = [
  'inline script',
  'inline handler',
  'foreign script',
  'inline style',
  'style attribute',
  'script link',
  'eval',
  'new function',
  'made handler',
  'made script',
  ...['image', 'script', 'style', 'frame', 'object', 'video', 'form', 'fetch', 'beacon', 'socket', 'events'],
].toSorted();

const refusedWithTrustedTypes = [
  ...['connect-src', 'form-action', 'frame-src', 'img-src', 'media-src', 'object-src'],
  ...['require-trusted-types-for', 'script-src-attr', 'script-src-elem', 'style-src-attr', 'style-src-elem'],
];

test('nothing that somebody gets into a page of ours runs or reaches another host', async ({
  page,
  house,
}) => {
  /** Under a policy: what comes through, and by which directives the rest is refused. */
  const tryUnder = async (change: (policy: string) => string) => {
    const foreigner = await openForeigner();
    await page.route(`${house.address}/min-plan`, async (route) => {
      const answer = await route.fetch();
      const { 'content-security-policy': policy = '', ...headers } = answer.headers();
      await route.fulfill({
        response: answer,
        headers: { ...headers, 'content-security-policy': change(policy) },
        body: tampered(await answer.text(), foreigner),
      });
    });
    await page.goto(`${house.address}/min-plan`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const came = new Set(await cameThrough(page, foreigner));
    const by = new Set(await page.evaluate(() => window.refused.map((one) => one.split(' ')[0])));
    foreigner.close();
    await page.unrouteAll();
    return { came: [...came].toSorted(), by: [...by].toSorted() };
  };
  await listen(page);
  await logIn(page, house, 'Rune');
  // A page that the test has had its hand in counts as one from afar, which may not reach this machine without leave.
  await page.context().grantPermissions(['local-network-access']);
  expect(await tryUnder((policy) => policy)).toEqual({ came: [], by: refusedWithTrustedTypes });
  // In a browser that knows no trusted types the rest of the policy holds alone.
  const older = await tryUnder((policy) => policy.replace(/;require-trusted-types-for.*$/, ''));
  expect(older.came).toEqual([]);
  expect(older.by).toEqual(expect.arrayContaining(['script-src', 'worker-src']));
  expect((await tryUnder(() => '')).came).toEqual(all);
});

test('no other site frames a page of ours, nor comes along with our cookie', async ({ page, house }) => {
  await logIn(page, house, 'Rune');
  const foreigner = await openForeigner({
    around: `<iframe src="${house.address}/min-plan" title="x"></iframe>`,
  });
  const refused = page.waitForEvent('console', (line) => line.text().includes('frame-ancestors'));
  await page.goto(`${foreigner.origin}/around`);
  await refused;
  await expect.poll(() => page.frames().at(-1)?.url()).toMatch(/^chrome-error:/);
  // A change from there: the browser leaves the cookie at home, and may not read what it is answered.
  const read = await page.evaluate(
    (address) =>
      fetch(`${address}/api/session`, { credentials: 'include' }).then(
        () => 'read',
        () => 'refused',
      ),
    house.address,
  );
  expect(read).toBe('refused');
  foreigner.close();
});

test('no script reaches the cookie of a login, and it goes nowhere but here', async ({ page, house }) => {
  await logIn(page, house, 'Rune');
  const cookies = await page.context().cookies();
  const [ours] = cookies.filter(({ name }) => name === '__Host-medvandrer');
  expect(ours).toMatchObject({
    httpOnly: true,
    secure: true,
    sameSite: 'Lax',
    path: '/',
    domain: 'localhost',
  });
  expect(await page.evaluate(() => document.cookie)).not.toContain('medvandrer=');
  expect(cookies.filter(({ httpOnly, name }) => !httpOnly && name !== 'medvandrer-language')).toEqual([]);
});

test('the copy that is taken along runs nothing and fetches nothing where it is opened', async ({
  page,
  house,
}, info) => {
  await logIn(page, house, 'Rune');
  await page.goto(`${house.address}/min-plan/alt-om-meg`);
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Hent en kopi å lese' }).click();
  const saved = await saving;
  const kept = info.outputPath('alt-om-meg.html');
  await saved.saveAs(kept);
  const html = readFileSync(kept, 'utf8');
  await listen(page);
  await page.goto(`file://${kept}`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Rune');
  expect(await page.evaluate(() => window.refused)).toEqual([]);
  expect(await page.locator('main').evaluate((main) => getComputedStyle(main).maxWidth)).toBe('704px');
  for (const bare of [false, true]) {
    const foreigner = await openForeigner();
    const changed = tampered(bare ? html.replace(/<meta http-equiv[^>]*>/, '') : html, foreigner);
    writeFileSync(kept, changed);
    await page.goto(`file://${kept}`);
    const came = await cameThrough(page, foreigner);
    foreigner.close();
    if (bare) expect(came.length).toBeGreaterThan(10);
    else expect(came).toEqual([]);
  }
});
