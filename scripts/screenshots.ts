// Takes the pictures in docs/screenshots, of the demonstration on its own Thursday morning. Run it after a screen changed.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { participants } from '#db/demo/people.ts';
import { openHouse, startHouses } from '../e2e/houses.ts';
import { findBrowser } from './browser.ts';
import { buildWeb } from './build.ts';
import { root } from './run-tool.ts';
import { compileText } from './text.ts';

const directory = path.join(root, 'docs/screenshots');
const rune = `/deltaker/${participants.rune.participantId}`;

interface Picture {
  name: string;
  persona: string;
  path: string;
  width: 390 | 1280;
  language?: 'nn' | 'en';
  /** The whole page, or what one sees at first. */
  whole?: boolean;
}

const pictures: Picture[] = [
  { name: 'min-plan-390', persona: 'rune', path: '/min-plan', width: 390 },
  { name: 'min-plan-hele-390', persona: 'rune', path: '/min-plan', width: 390, whole: true },
  { name: 'min-plan-1280', persona: 'rune', path: '/min-plan', width: 1280, whole: true },
  { name: 'samtalehjul-390', persona: 'rune', path: '/min-plan/omrader', width: 390, whole: true },
  { name: 'onsker-390', persona: 'rune', path: '/min-plan/onsker', width: 390, whole: true },
  { name: 'tilbakeblikk-390', persona: 'rune', path: '/min-plan/tilbakeblikk', width: 390, whole: true },
  { name: 'min-dag-1280', persona: 'siren', path: '/min-dag', width: 1280 },
  { name: 'min-dag-390', persona: 'siren', path: '/min-dag', width: 390 },
  { name: 'person-1280', persona: 'siren', path: rune, width: 1280, whole: true },
  { name: 'person-390', persona: 'siren', path: rune, width: 390 },
  { name: 'forlop-1280', persona: 'siren', path: `${rune}?fane=forlop`, width: 1280, whole: true },
  { name: 'grupper-1280', persona: 'siren', path: '/grupper', width: 1280 },
  { name: 'ute-390', persona: 'christer', path: '/ute', width: 390 },
  { name: 'henvendelser-1280', persona: 'siren', path: '/henvendelser', width: 1280 },
  { name: 'oversikten-1280', persona: 'anne', path: '/oversikten', width: 1280 },
  { name: 'delt-1280', persona: 'kari', path: '/delt', width: 1280 },
  { name: 'delt-med-meg-390', persona: 'mamma', path: '/delt-med-meg', width: 390 },
  { name: 'oppslag-390', persona: 'rune', path: '/oppslag', width: 390 },
  ...(['nn', 'en'] as const).flatMap((language): Picture[] => [
    { name: `min-plan-${language}-390`, persona: 'rune', path: '/min-plan', width: 390, language },
    { name: `min-dag-${language}-1280`, persona: 'siren', path: '/min-dag', width: 1280, language },
    { name: `oversikten-${language}-1280`, persona: 'anne', path: '/oversikten', width: 1280, language },
    { name: `delt-${language}-1280`, persona: 'kari', path: '/delt', width: 1280, language },
    { name: `delt-med-meg-${language}-390`, persona: 'mamma', path: '/delt-med-meg', width: 390, language },
  ]),
];

await compileText();
await buildWeb();
mkdirSync(directory, { recursive: true });
const stopHouses = await startHouses();
const address = await openHouse();
const browser = await chromium.launch(await findBrowser());
for (const picture of pictures) await take(browser, picture);
await browser.close();
await stopHouses();

async function take(
  from: Browser,
  { name, persona, path: place, width, language, whole }: Picture,
): Promise<void> {
  const page = await from.newPage({
    viewport: { width, height: width === 390 ? 844 : 900 },
    locale: 'nb-NO',
    timezoneId: 'Europe/Oslo',
    reducedMotion: 'reduce',
  });
  if (language)
    await page.context().addCookies([{ name: 'medvandrer-language', value: language, url: address }]);
  await page.goto(address);
  await page.evaluate(async (who) => {
    const headers = { 'content-type': 'application/json' };
    await fetch('/api/demo/session', { method: 'POST', headers, body: JSON.stringify({ persona: who }) });
  }, persona);
  await page.goto(`${address}${place}`, { waitUntil: 'networkidle' });
  if (whole) {
    // A window as tall as the page, so that what sticks to the bottom of a screen stands at the bottom of the picture.
    const height = await page.locator('html').evaluate((html) => html.scrollHeight);
    await page.setViewportSize({ width, height });
  }
  await page.screenshot({ path: path.join(directory, `${name}.png`) });
  await page.close();
}
