import type { Page } from '@playwright/test';
import { expect, expectAccessible, type House, logIn, testIn } from './house.ts';
import { openPerson } from './steps.ts';

// In a house of its own: the clock is moved in it.
const test = testIn();

// Rune's responsibility group on 27 March: at the table, without a network, and two who write at once.
test.describe.configure({ mode: 'serial' });

const promises = (page: Page) => page.locator('.mv-meeting-promises > li');
const promise = (page: Page, words: string) => promises(page).filter({ hasText: words });

async function decide(page: Page, words: string, who = 'Kari Moi, NAV Time'): Promise<void> {
  await page.getByLabel('Hva skal gjøres?').fill(words);
  await page.getByLabel('Hvem lover det?').selectOption({ label: who });
  await page.getByText('om én uke').click();
  await page.getByRole('button', { name: 'Legg til avtalen' }).click();
}

async function openMeeting(page: Page, house: House, name: string): Promise<void> {
  await logIn(page, house, name);
  await openPerson(page, house, 'Rune Lende', 'Forløp');
  await page.getByRole('link', { name: 'Gå til møtet' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Møte med Rune');
}

test('the participant says no to a time, and the meeting gets another, with the reason', async ({
  page,
  house,
}) => {
  await house.clock('2024-03-26T10:00+01:00');
  await logIn(page, house, 'Rune Lende');
  await page.getByRole('button', { name: 'Jeg kan ikke da' }).click();
  await expect(page.getByText('Du har sagt at du ikke kan da.')).toBeVisible();

  await openMeeting(page, house, 'Ingunn Vik');
  await expect(page.getByText('Rune har sagt at dette tidspunktet ikke passer.')).toBeVisible();
  await page.getByRole('button', { name: 'Flytt møtet' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Klokka').fill('12:00');
  await dialog.getByLabel(/Hvorfor/).fill('Rune har lege om formiddagen');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Flytt møtet' }).click();
  await expect(page.getByText(/Flyttet fra .*: Rune har lege om formiddagen/)).toBeVisible();
  await expectAccessible(page);

  await logIn(page, house, 'Rune Lende');
  await expect(page.getByText('Møtet er flyttet.').first()).toBeVisible();
  await expect(page.getByText('Rune har lege om formiddagen').first()).toBeVisible();
});

test('what one writes is on the other’s screen within seconds; the same promise twice is asked about', async ({
  page,
  house,
  browser,
}) => {
  await house.clock('2024-03-27T12:02+01:00');
  await openMeeting(page, house, 'Ingunn Vik');
  const { viewport = null } = test.info().project.use;
  const other = await (
    await browser.newContext({ viewport, locale: 'nb-NO', timezoneId: 'Europe/Oslo' })
  ).newPage();
  await openMeeting(other, house, 'Ola Hauge');
  await page.getByRole('button', { name: 'Vi er i gang' }).click();
  await expect(page.getByLabel('Hva skal gjøres?')).toBeVisible();
  await expect(other.getByLabel('Hva skal gjøres?')).toBeVisible({ timeout: 10_000 });

  await Promise.all([decide(page, 'Ringe boligkontoret'), decide(other, 'Søke om bostøtte')]);
  for (const screen of [page, other]) {
    await expect(promise(screen, 'Ringe boligkontoret')).toHaveCount(1, { timeout: 10_000 });
    await expect(promise(screen, 'Søke om bostøtte')).toHaveCount(1, { timeout: 10_000 });
  }
  await expect(promise(page, 'Søke om bostøtte')).toContainText('skrevet av Ola Hauge');

  await decide(other, 'ringe boligkontoret.');
  const asked = promise(other, 'ringe boligkontoret.');
  await expect(asked).toContainText('Det samme løftet står her allerede');
  await expectAccessible(other);
  await asked.getByRole('button', { name: 'Det er den samme' }).click();
  await expect(promises(other)).toHaveCount(2);
  await other.context().close();
});

/** That the network is gone is said once, however much waits and whatever is asked for again. */
async function expectOneNotice(page: Page): Promise<void> {
  await expect(page.getByText('Nettet er borte. Bare fortsett')).toBeVisible();
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect(page.locator('.mv-notice')).toHaveCount(1);
}

test('without a network the table goes on and ends; nothing is lost, nothing is twice', async ({
  page,
  house,
}) => {
  await house.clock('2024-03-27T12:10+01:00');
  await openMeeting(page, house, 'Ingunn Vik');
  const rune = page.locator('.mv-presences > li').filter({ hasText: 'Rune' });
  await rune.getByText('er her', { exact: true }).click();
  await expect(rune.getByRole('radio', { name: 'er her' })).toBeChecked();

  await page.context().setOffline(true);
  await decide(page, 'Følge til legen', 'Rune');
  await decide(page, 'Skaffe nøkkel');
  await page.getByLabel('En til som er her').fill('Mor til Rune');
  await page.getByRole('button', { name: 'Legg til', exact: true }).click();
  await expect(promise(page, 'Skaffe nøkkel')).toContainText('sendes når nettet er tilbake');
  await expectOneNotice(page);
  await expectAccessible(page);
  await page.getByLabel('Hva skal gjøres?').fill('Halvskrevet');
  await page.getByRole('button', { name: 'Les opp og avslutt' }).click();
  await page.getByRole('button', { name: 'Avslutt møtet' }).click();
  await expect(page.getByText('Møtet er avsluttet')).toBeVisible();

  // The first answers get lost on the way, as they do when the network comes and goes.
  let lost = 0;
  await page.route('**/api/people/**', async (route) => {
    if (route.request().method() !== 'POST' || lost >= 2) return route.continue();
    lost += 1;
    await route.fetch();
    return route.abort('connectionreset');
  });
  await house.clock('2024-03-27T12:30+01:00');
  await page.context().setOffline(false);
  await expect(page.getByText('sendes når nettet er tilbake')).toHaveCount(0, { timeout: 30_000 });
  expect(lost).toBe(2);
  await page.unroute('**/api/people/**');

  await page.reload();
  await expect(page.getByText('Møtet er avsluttet')).toBeVisible();
  for (const words of ['Ringe boligkontoret', 'Søke om bostøtte', 'Følge til legen', 'Skaffe nøkkel'])
    await expect(promise(page, words)).toHaveCount(1);
  await expect(page.getByLabel('Hva skal gjøres?')).toHaveValue('Halvskrevet');
  await expect(page.locator('.mv-presences > li').filter({ hasText: 'Mor til Rune' })).toHaveCount(1);

  await page.getByRole('link', { name: 'Les referatet' }).click();
  await expect(page.getByText(/Med i møtet: Rune.*Mor til Rune/)).toBeVisible();
  await expect(page.getByText(/kl\. 12\.02–12\.1/)).toBeVisible();
  await expectAccessible(page);
});

test('the participant reads the minutes in their own plan', async ({ page, house }) => {
  await logIn(page, house, 'Rune Lende');
  await page.getByRole('link', { name: /Møter og referater/ }).click();
  await page.getByRole('link', { name: /Les referatet/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Referat fra møtet ditt');
  await expect(page.getByText('Skaffe nøkkel')).toBeVisible();
  await expectAccessible(page);
});

test('who came is written without a network, one tap each, and sent when it is back', async ({
  page,
  house,
}) => {
  await house.clock('2024-03-27T09:40+01:00');
  await logIn(page, house, 'Siren Bø');
  await page.goto(`${house.address}/grupper`);
  await page
    .getByRole('link', { name: /Arbeidsforberedende gruppe, tema/ })
    .first()
    .click();
  const rows = page.locator('.mv-attendance');
  await expect(rows.first()).toBeVisible();
  await page.context().setOffline(true);
  await rows.nth(0).getByText('kom', { exact: true }).click();
  await rows.nth(1).getByText('kom ikke', { exact: true }).click();
  await rows.nth(1).getByText('sa fra', { exact: true }).click();
  await expect(rows.nth(1)).toContainText('sendes når nettet er tilbake');
  await expectOneNotice(page);
  await expectAccessible(page);
  await page.context().setOffline(false);
  await expect(page.getByText('sendes når nettet er tilbake')).toHaveCount(0, { timeout: 30_000 });
  await page.reload();
  await expect(rows.nth(0).getByRole('radio', { name: 'kom', exact: true })).toBeChecked();
  await expect(rows.nth(1).getByRole('radio', { name: 'sa fra' })).toBeChecked();
  await rows.nth(0).getByRole('button', { name: /Angre/ }).click();
  await expect(rows.nth(0).getByRole('radio', { name: 'kom', exact: true })).not.toBeChecked();
});
