import type { Browser, Page } from '@playwright/test';
import { expect, expectAccessible, type House, logIn, testIn } from './house.ts';
import { dialog, said } from './steps.ts';

/** A house that people can also log in to by a real OpenID provider. */
const test = testIn({ issuer: true });
test.beforeEach(({ house }) => house.clock('2024-03-14T08:20+01:00'));

async function logInBy(page: Page, house: House, issuer: string, person: string): Promise<void> {
  await page.goto(house.address);
  await page.getByRole('button', { name: `Logg inn med ${issuer}` }).click();
  await page.getByRole('link', { name: person, exact: true }).click();
}
const menu = async (page: Page, link: string) => {
  await page.getByRole('button', { name: 'Meny' }).click();
  await page.getByRole('link', { name: link }).click();
};
const otherPhone = async (browser: Browser): Promise<Page> =>
  (await browser.newContext({ locale: 'nb-NO', timezoneId: 'Europe/Oslo' })).newPage();

test('Siren logs in by her municipality, sees where she is logged in, and ends what she does not know', async ({
  page,
  house,
  browser,
}) => {
  await page.goto(house.address);
  await expect(page.getByRole('button', { name: 'Logg inn med ID-porten' })).toBeVisible();
  await expectAccessible(page);
  await logInBy(page, house, 'kommunen', 'Siren');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Min dag');
  await expect(page).toHaveURL(`${house.address}/min-dag`);

  const lost = await otherPhone(browser);
  await logInBy(lost, house, 'kommunen', 'Siren');
  await expect(lost).toHaveURL(`${house.address}/min-dag`);

  await menu(page, 'Innlogginger og enheter');
  await expect(page.getByText('denne enheten')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: /^Logg ut der/ }).click();
  await said(page, 'Logget ut');
  await expect(page.getByText('Du er ikke logget inn noen andre steder.')).toBeVisible();

  await lost.getByRole('link', { name: 'Deltakere' }).first().click();
  await expect(dialog(lost)).toContainText('Du er logget ut');
  await lost.context().close();

  await page.getByRole('button', { name: 'Meny' }).click();
  await page.getByRole('button', { name: 'Logg ut', exact: true }).click();
  // At the issuer too: whoever takes the machine next must not be let in by it.
  await page.getByRole('button', { name: 'Ja' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Velkommen til Medvandrer');
  await page.goto(`${house.address}/min-dag`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Velkommen til Medvandrer');
});

test('Rune logs in by ID-porten, and what he was writing is there when he has had to log in again', async ({
  page,
  house,
}) => {
  await logInBy(page, house, 'ID-porten', 'Rune');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Rune');
  const write = () =>
    page.getByRole('button', { name: /Si det på en ny måte|Skriv hva som er viktig/ }).click();
  await write();
  await dialog(page).getByLabel('Hva er viktig for deg?').fill('Å ha noen å gå med');
  await expect(async () => {
    const names = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
    expect(names.length).toBeGreaterThan(0);
  }).toPass();
  await page.waitForTimeout(1_000);
  await house.clock('2024-03-14T09:00+01:00');
  await dialog(page).getByRole('button', { name: 'Lagre' }).click();
  const again = page.getByRole('dialog', { name: 'Du er logget ut' });
  await expect(again).toBeVisible();
  await expectAccessible(page);
  await again.getByRole('button', { name: 'Logg inn med ID-porten' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Rune');
  await expect(page).toHaveURL(`${house.address}/min-plan`);
  await write();
  await expect(dialog(page).getByLabel('Hva er viktig for deg?')).toHaveValue('Å ha noen å gå med');
});

test('one step is not enough for a worker, and that is said in words', async ({ page, house }) => {
  await logInBy(page, house, 'kommunen', 'Siren med bare ett trinn');
  await expect(page.getByText('Denne måten å logge inn på er ikke sikker nok her.')).toBeVisible();
  await expect(page).toHaveURL(`${house.address}/`);
  await expectAccessible(page);
});

test('Terje invites Ingunn, who types the code once; closing her login puts her out', async ({
  page,
  house,
  browser,
}) => {
  await logIn(page, house, 'Terje');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Innlogging for ansatte');
  await page.getByRole('button', { name: 'Inviter: Ingunn Vik' }).click();
  await expectAccessible(page);
  await dialog(page).getByRole('button', { name: 'Lag koden' }).click();
  const code = await dialog(page).locator('.mv-code').textContent();
  await expectAccessible(page);
  await dialog(page).getByRole('button', { name: 'Jeg har skrevet den ned' }).click();
  await expect(page.getByText('Invitert. Koden gjelder til')).toBeVisible();

  const phone = await otherPhone(browser);
  await logInBy(phone, house, 'kommunen', 'En ny');
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText('Skriv inn koden din');
  await expectAccessible(phone);
  await phone.getByLabel('Koden').fill('AAAA AAAA AAAA');
  await phone.getByRole('button', { name: 'Gå inn' }).click();
  await expect(phone.getByText('Den koden kjenner vi ikke.')).toBeVisible();
  // Whoever has no access here must be able to go again, at the issuer too.
  await phone.getByRole('button', { name: 'Logg ut og gå tilbake' }).click();
  await phone.getByRole('button', { name: 'Ja' }).click();
  await logInBy(phone, house, 'kommunen', 'En ny');
  await phone.getByLabel('Koden').fill(String(code).toLowerCase());
  await phone.getByRole('button', { name: 'Gå inn' }).click();
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText('Min dag');

  await page.reload();
  await page.getByRole('button', { name: 'Steng: Ingunn Vik' }).click();
  await dialog(page).getByLabel('Hvorfor?').fill('Telefonen er stjålet');
  await dialog(page).getByRole('button', { name: 'Steng' }).click();
  await said(page, 'Innloggingen til Ingunn Vik er stengt.');
  await expect(page.getByText('Terje Haugland stengte innloggingen til Ingunn Vik')).toBeVisible();
  await expectAccessible(page);
  await phone.getByRole('link', { name: 'Deltakere' }).first().click();
  await expect(dialog(phone)).toContainText('Du er logget ut');
  await phone.context().close();
});

test('Terje writes an organisation’s number, and Siren adds the place by the code she got there', async ({
  page,
  house,
}) => {
  await logIn(page, house, 'Terje');
  await page.getByRole('button', { name: 'Skriv nummeret: Jæren DPS' }).click();
  await dialog(page).getByLabel('Organisasjonsnummer').fill('983 974 733');
  await dialog(page).getByLabel('Hvorfor?').fill('Slik det står i Enhetsregisteret');
  await dialog(page).getByRole('button', { name: 'Lagre' }).click();
  await expect(dialog(page)).toContainText('Et siffer må være feil.');
  await dialog(page).getByLabel('Organisasjonsnummer').fill('983 974 732');
  await expectAccessible(page);
  await dialog(page).getByRole('button', { name: 'Lagre' }).click();
  await said(page, 'Lagret for Jæren DPS.');
  await page.getByText('Hvem som har skrevet det').click();
  await expect(page.getByText('983 974 732: Terje Haugland')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Inviter: Helga Aase' }).click();
  await dialog(page).getByRole('button', { name: 'Lag koden' }).click();
  const code = String(await dialog(page).locator('.mv-code').textContent());

  await logIn(page, house, 'Siren');
  await page.goto(`${house.address}/innlogginger`);
  await expect(page.getByText('Du jobber hos Ny Start Jæren.')).toBeVisible();
  await page.getByLabel('Koden').fill(code);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Legg til stedet' }).click();
  await said(page, 'Lagt til: Jæren DPS.');
  await expect(page.getByText('Du jobber hos Ny Start Jæren og Jæren DPS.')).toBeVisible();
});

test('before a login ends it is said, and one press on Enter keeps it', async ({ page, house }) => {
  await page.clock.install();
  await logIn(page, house, 'Siren');
  await house.clock('2024-03-14T08:48:30+01:00');
  await page.clock.fastForward('28:10');
  const warning = page.getByRole('dialog', { name: 'Er du her fortsatt?' });
  await expect(warning).toContainText('Klokka 08.50');
  await expectAccessible(page);
  await expect(warning.getByRole('button', { name: 'Ja, jeg er her' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(warning).toBeHidden();
  await house.clock('2024-03-14T09:10+01:00');
  const left = await page.request.get(`${house.address}/api/session/time-left`);
  expect(left.status()).toBe(200);
});
