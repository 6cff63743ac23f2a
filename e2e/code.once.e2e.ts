import type { Browser, Page } from '@playwright/test';
import { expect, expectAccessible, type House, logIn, testIn } from './house.ts';
import { dialog, openPart, openPerson } from './steps.ts';

/** A house of its own: codes are counted, and other tests must not have asked for any. */
const test = testIn();
test.beforeEach(({ house }) => house.clock('2024-03-14T08:20+01:00'));

/** A phone with nothing in it. */
const phone = async (browser: Browser): Promise<Page> => {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    locale: 'nb-NO',
    timezoneId: 'Europe/Oslo',
  });
  return context.newPage();
};

/** A worker makes a code on the person's page, and reads it from the screen. */
async function makeCode(page: Page, house: House, lost = false): Promise<string> {
  await openPerson(page, house, 'Rune', 'Tilgang');
  await page.getByRole('button', { name: 'Lag innloggingskode' }).click();
  await expect(dialog(page)).toContainText('Hjelp Rune inn');
  if (lost) await dialog(page).getByLabel('Telefonen er mistet eller stjålet').check();
  await expectAccessible(page);
  await dialog(page).getByRole('button', { name: 'Lag innloggingskode' }).click();
  const code = dialog(page).getByText(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/);
  await expect(code).toBeVisible();
  await expectAccessible(page);
  return (await code.textContent()) ?? '';
}

async function typeCode(page: Page, house: House, code: string): Promise<void> {
  await page.goto(house.address);
  await page.getByRole('button', { name: 'Logg inn med kode' }).click();
  await page.getByLabel('Koden du har fått').fill(code);
  await page.getByRole('button', { name: 'Logg inn', exact: true }).click();
}

/** The digits of the newest message with these words on the made-up phone, once so many have come. */
async function digitsOn(page: Page, house: House, words: string, count = 1): Promise<string> {
  const shown = await page.context().newPage();
  await shown.goto(`${house.address}/demo-telefon`);
  const messages = shown.getByText(words);
  await expect(messages).toHaveCount(count);
  const text = (await messages.first().textContent()) ?? '';
  await shown.close();
  return /[0-9]{6}/.exec(text)?.[0] ?? '';
}

test('Siren makes a code, Rune types it on a phone, and sees what it opens and what it does not', async ({
  page,
  house,
  browser,
}) => {
  await logIn(page, house, 'Siren');
  const code = await makeCode(page, house);

  const rune = await phone(browser);
  await rune.goto(house.address);
  await rune.getByRole('button', { name: 'Logg inn med kode' }).click();
  await expectAccessible(rune);
  await rune.getByLabel('Koden du har fått').fill('AAAAA-AAAAA');
  await rune.getByRole('button', { name: 'Logg inn', exact: true }).click();
  await expect(rune.getByText('Den koden stemmer ikke')).toBeVisible();
  await rune.getByLabel('Koden du har fått').fill(code.toLowerCase().replace('-', ' '));
  await rune.getByRole('button', { name: 'Logg inn', exact: true }).click();
  await expect(rune.getByRole('heading', { level: 1 })).toContainText('Rune');
  await expect(rune.getByText('Du er logget inn med kode')).toBeVisible();
  await expect(rune.getByText('Arbeidsforberedende gruppe').first()).toBeVisible();
  await expect(rune.getByRole('link', { name: /Mine barn/ })).toHaveCount(0);
  await expectAccessible(rune);

  // What is closed is said to be closed, and not shown as if nothing were there.
  await rune.goto(`${house.address}/min-plan/barn`);
  await expect(rune.getByRole('heading', { level: 1 })).toHaveText('Mine barn');
  await expect(rune.getByText('Du er logget inn med kode')).toBeVisible();
  await expect(rune.getByText('Legg til et barn')).toHaveCount(0);
  await expectAccessible(rune);

  await rune.goto(`${house.address}/min-plan`);
  await expect(rune.getByText(/Noen gjorde noe med innloggingen din/)).toBeVisible();
  await rune.getByRole('link', { name: 'Se innlogginger og enheter' }).click();
  await expect(rune.getByText(/Siren Bø, Ny Start Jæren, laget en kode/)).toBeVisible();
  await expectAccessible(rune);

  // The phone is lost: what is open on it is closed, and another one gets in.
  const renewed = await makeCode(page, house, true);
  await expect(dialog(page)).toContainText('Én enhet ble logget ut.');
  await rune.reload();
  await expect(rune.getByRole('button', { name: 'Logg inn med kode' })).toBeVisible();
  await rune.context().close();
  const other = await phone(browser);
  await typeCode(other, house, code);
  await expect(other.getByText('Den koden stemmer ikke')).toBeVisible();
  await typeCode(other, house, renewed);
  await expect(other.getByRole('heading', { level: 1 })).toContainText('Rune');
  await other.context().close();
});

test('Rune agrees on a number, comes in by a code to it, and says yes to NAV by another on Siren’s screen', async ({
  page,
  house,
  browser,
}) => {
  await logIn(page, house, 'Rune');
  await page.goto(`${house.address}/innlogginger`);
  await page.getByRole('button', { name: /Avtal et nummer|Bytt nummer/ }).click();
  await page.getByLabel('Mobilnummeret ditt').fill('900 00 108');
  await page.getByRole('button', { name: 'Send kode' }).click();
  await page.getByLabel('Koden i meldingen').fill(await digitsOn(page, house, 'sammen med den som spør'));
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Bruk dette nummeret' }).click();
  await expect(page.getByText('900 00 108')).toBeVisible();

  const rune = await phone(browser);
  await rune.goto(house.address);
  await rune.getByRole('button', { name: 'Logg inn med kode' }).click();
  await rune.getByText('Send den på SMS').click();
  await rune.getByLabel('Mobilnummeret ditt').fill('90000108');
  await rune.getByRole('button', { name: 'Send meg en kode' }).click();
  await expect(rune.getByText(/Hvis nummeret er avtalt/)).toBeVisible();
  await expectAccessible(rune);
  await rune.getByLabel('Koden i meldingen').fill(await digitsOn(rune, house, 'Skriv den selv'));
  await rune.getByRole('button', { name: 'Logg inn', exact: true }).click();
  await expect(rune.getByRole('heading', { level: 1 })).toContainText('Rune');
  await rune.context().close();

  await logIn(page, house, 'Siren');
  await openPerson(page, house, 'Rune', 'Tilgang');
  await page.getByRole('button', { name: 'Si ja sammen' }).click();
  await dialog(page).getByLabel('Hvem får se noe?').selectOption({ label: 'NAV Time' });
  await dialog(page).getByText('Oppmøte i gruppene').click();
  await dialog(page).getByRole('button', { name: 'Send kode til Rune' }).click();
  await expect(dialog(page)).toContainText('NAV Time kan se oppmøte i gruppene til du sier stopp.');
  await expectAccessible(page);
  await dialog(page)
    .getByLabel('Koden Rune fikk')
    .fill(await digitsOn(page, house, 'sammen med den som spør', 2));
  await dialog(page).getByRole('button', { name: 'Rune sier ja' }).click();
  await expect(dialog(page)).toHaveCount(0);

  await logIn(page, house, 'Rune');
  await openPart(page, /Hvem kan se planen min/);
  await expect(page.getByText('Bekreftet med en kode til telefonen din, sammen med Siren Bø')).toBeVisible();
});
