import type { Page } from '@playwright/test';
import { expect, expectAccessible, type House, logIn, test } from './house.ts';

// One person's way from the first enquiry to the meeting in week six, as everyone around him sees it.
test.describe.configure({ mode: 'serial' });

const said = (page: Page, words: string) => expect(page.getByRole('status')).toContainText(words);
/** A step of the six weeks, by its name. */
const step = (page: Page, name: string) =>
  page.getByRole('listitem').filter({ has: page.locator('strong', { hasText: name }) });
const dialog = (page: Page) => page.getByRole('dialog');

async function visit(page: Page, house: House, path: string, heading: string | RegExp): Promise<void> {
  await page.goto(`${house.address}${path}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
}

async function openJonas(page: Page, house: House, tab?: string): Promise<void> {
  await visit(page, house, '/deltakere', 'Deltakere');
  await page
    .getByRole('link', { name: /Jonas Tangen/ })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Jonas Tangen');
  if (tab !== undefined) await page.getByRole('tab', { name: tab }).click();
}

async function logContact(page: Page, kind: string, line: string): Promise<void> {
  await page.getByRole('button', { name: 'Skriv en kontakt' }).first().click();
  await dialog(page).getByText(kind, { exact: true }).click();
  await dialog(page).getByLabel('Én linje').fill(line);
}

test('week 0: an enquiry comes in and is answered the same day, with tomorrow’s group', async ({
  page,
  house,
}) => {
  await house.clock('2024-03-14T08:20+01:00');
  await logIn(page, house, 'Siren Bø');
  await visit(page, house, '/henvendelser', 'Henvendelser');
  await page.getByRole('button', { name: 'Ta imot en henvendelse' }).click();
  const form = dialog(page);
  await form.getByLabel('Fornavn').fill('Jonas');
  await form.getByLabel('Etternavn').fill('Tangen');
  await form.getByLabel('Telefon').fill('900 00 199');
  await form.getByLabel('Hva ble sagt?').fill('Slipper ut fredag. Vil ikke hjem til det gamle.');
  await form.getByLabel('Hvem tok kontakt?').selectOption({ label: 'fengsel' });
  await form.getByLabel('Hjemkommune').selectOption({ label: 'Time' });
  await expectAccessible(page);
  await form.getByRole('button', { name: 'Lagre' }).click();
  await said(page, 'Jonas');

  await visit(page, house, '/min-dag', 'Min dag');
  await expect(page.getByText('Vi skylder Jonas et svar')).toBeVisible();
  await visit(page, house, '/henvendelser', 'Henvendelser');
  const enquiry = page.getByRole('article').filter({ hasText: 'Jonas Tangen' });
  await enquiry.getByRole('button', { name: 'Svar' }).click();
  await dialog(page).getByText('No Limitation spinning og felles lunsj').first().click();
  await expect(dialog(page).getByRole('textbox')).toHaveValue(/Håland/);
  await expectAccessible(page);
  await dialog(page).locator('button[type=submit]').click();
  await expect(enquiry).toContainText('har fått svar');

  await visit(page, house, '/min-dag', 'Min dag');
  await expect(page.getByText('Vi skylder Jonas et svar')).toBeHidden();
});

test('week 1: he is taken in, says what matters, and the first goal has somebody who does something', async ({
  page,
  house,
}) => {
  await house.clock('2024-03-15T10:00+01:00');
  await logIn(page, house, 'Siren Bø');
  await visit(page, house, '/henvendelser', 'Henvendelser');
  await page
    .getByRole('article')
    .filter({ hasText: 'Jonas Tangen' })
    .getByRole('button', { name: 'Ta inn' })
    .click();
  await dialog(page).getByLabel('Første dag').fill('2024-03-18');
  await expectAccessible(page);
  await dialog(page).getByRole('button', { name: 'Ta inn' }).click();
  await said(page, 'Siren Bø er kontaktperson');

  await house.clock('2024-03-18T10:00+01:00');
  await logIn(page, house, 'Siren Bø');
  await visit(page, house, '/min-dag', 'Min dag');
  await expect(page.getByText('Kartlegging').first()).toBeVisible();

  await openJonas(page, house);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Skriv det som er viktig' }).click();
  await dialog(page).getByLabel('Det Jonas sier').fill('Jeg vil ha et sted der ingen banker på om natta');
  await dialog(page).getByRole('button', { name: 'Lagre' }).click();
  await expect(page.getByText('«Jeg vil ha et sted der ingen banker på om natta»').first()).toBeVisible();

  await page.getByRole('button', { name: 'Nytt mål' }).click();
  await dialog(page).getByLabel('Hva vil Jonas få til?').fill('Et eget sted å bo');
  await dialog(page).getByLabel('Slik er det nå').fill('sofaen hos en kamerat');
  await dialog(page).getByRole('button', { name: 'Lagre' }).click();
  await said(page, 'Et eget sted å bo');
  await page.getByRole('button', { name: /Legg til noe å gjøre for målet: Et eget sted å bo/ }).click();
  await dialog(page).getByLabel('Hva skal gjøres?').fill('Ringe boligkontoret');
  await dialog(page).getByText('Jonas', { exact: true }).click();
  await dialog(page).getByRole('button', { name: 'Lagre' }).click();
  await said(page, 'Ringe boligkontoret');

  await page.getByRole('tab', { name: 'Forløp' }).click();
  const mapping = step(page, 'Kartlegging');
  await expect(mapping).toContainText('gjort');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Forklar reglene' }).click();
  await dialog(page).getByLabel('Jonas skriver under med navnet sitt her').fill('Jonas');
  await dialog(page).getByRole('button', { name: 'Skriv under' }).click();
  await said(page, 'Det er skrevet ned');
});

test('week 2: he comes to the group, and a contact is logged, undone and kept as a draft', async ({
  page,
  house,
}) => {
  await house.clock('2024-03-25T09:40+01:00');
  await logIn(page, house, 'Siren Bø');
  await visit(page, house, '/grupper', 'Grupper');
  await page
    .getByRole('link', { name: /No Limitation spinning og felles lunsj/ })
    .first()
    .click();
  const row = page.getByRole('listitem').filter({ hasText: 'Jonas Tangen' });
  await row.getByText('kom', { exact: true }).click();
  await expect(row.getByRole('radio', { name: 'kom', exact: true })).toBeChecked();
  await page.reload();
  await expect(row.getByRole('radio', { name: 'kom', exact: true })).toBeChecked();
  await expectAccessible(page);

  await openJonas(page, house);
  await logContact(page, 'Samtale', 'Planla uka og bussen');
  await page.waitForTimeout(800);
  await page.reload();
  await expect(dialog(page).getByLabel('Én linje')).toHaveValue('Planla uka og bussen');
  await dialog(page).getByRole('button', { name: 'Lagre' }).click();
  await said(page, 'Lagret');
  await page.getByRole('tab', { name: 'Oppfølging' }).click();
  await expect(page.getByText('Planla uka og bussen')).toBeVisible();
  await page.getByRole('tab', { name: 'Forløp' }).click();
  const talk = step(page, 'Oppfølgingssamtale');
  await expect(talk).toContainText('gjort');

  await page.getByRole('button', { name: 'Angre' }).click();
  await said(page, 'trukket tilbake');
  await expect(talk).not.toContainText('gjort');
});

test('week 4: the meeting is called, and he writes himself what is to come first', async ({
  page,
  house,
}) => {
  await house.clock('2024-04-09T10:00+02:00');
  await logIn(page, house, 'Siren Bø');
  await openJonas(page, house, 'Nettverk');
  await page.getByRole('button', { name: 'Legg til' }).first().click();
  await expectAccessible(page);
  await dialog(page).getByRole('combobox', { name: 'Hvem?' }).fill('Kari');
  await page.getByRole('option', { name: /Kari Moi/ }).click();
  await dialog(page).getByLabel('Rolle').selectOption({ label: 'NAV' });
  await dialog(page).locator('button[type=submit]').click();
  await said(page, 'Kari Moi');

  await page.getByRole('tab', { name: 'Forløp' }).click();
  await page.getByRole('button', { name: 'Kall inn' }).first().click();
  await dialog(page).getByLabel('Dag').fill('2024-04-24');
  await dialog(page).getByLabel('Klokka').fill('10:00');
  await dialog(page).getByLabel('Sted').fill('Biblioteket på Bryne');
  await dialog(page).getByRole('button', { name: 'Kall inn' }).click();
  await said(page, 'kalt inn');

  await logIn(page, house, 'Jonas Tangen');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Jonas');
  await expect(page.getByText('Jeg vil ha et sted der ingen banker på om natta')).toBeVisible();
  await page.getByLabel('Hva vil du ta opp?').fill('Bolig først. Så jobb.');
  await page
    .getByLabel('Hva vil du ta opp?')
    .locator('xpath=ancestor::form')
    .getByRole('button', { name: 'Lagre' })
    .click();
  await expectAccessible(page);
  await page.getByRole('checkbox', { name: /Ringe boligkontoret/ }).check();
  await said(page, 'Krysset av');
});

test('week 6: the meeting is held, and a promise has a name and a date', async ({ page, house }) => {
  await house.clock('2024-04-24T10:05+02:00');
  await logIn(page, house, 'Siren Bø');
  await visit(page, house, '/min-dag', 'Min dag');
  await openJonas(page, house, 'Forløp');
  await page.getByRole('link', { name: 'Gå til møtet' }).click();
  await expect(page.getByText('Bolig først. Så jobb.')).toBeVisible();
  await page.getByRole('button', { name: 'Vi er i gang' }).click();
  await page.getByLabel('Hva skal gjøres?').fill('Søke om depositum sammen med Jonas');
  await page.getByLabel('Hvem lover det?').selectOption({ label: 'Kari Moi, NAV Time' });
  await page.getByText('om én uke').click();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Legg til avtalen' }).click();
  await expect(
    page.getByRole('button', { name: 'Ta bort: Søke om depositum sammen med Jonas' }),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Les opp og avslutt' }).click();
  await expect(page.getByText('Søke om depositum sammen med Jonas')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Avslutt møtet' }).click();
  await page.getByRole('link', { name: 'Les referatet' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Referat fra møtet med Jonas');
  await expectAccessible(page);
});

test('the participant follows all of it, decides what NAV sees, and sees who looked', async ({
  page,
  house,
}) => {
  await logIn(page, house, 'Kari Moi');
  const shared = page.getByRole('listitem').filter({ hasText: 'Jonas Tangen' });
  await expect(shared).toContainText('Du kan se navnet');
  await expect(page.getByText('Søke om depositum sammen med Jonas')).toHaveCount(0);

  await logIn(page, house, 'Jonas Tangen');
  await expect(page.getByText('Søke om depositum sammen med Jonas').first()).toBeVisible();
  await page.getByRole('link', { name: /Hvem kan se planen min/ }).click();
  await page.getByRole('button', { name: 'Del med noen' }).click();
  await dialog(page).getByLabel('Hvem vil du dele med?').selectOption({ label: 'NAV Time' });
  await dialog(page)
    .getByText(/avtaler/i)
    .first()
    .click();
  await expectAccessible(page);
  await dialog(page).locator('button[type=submit]').click();
  await expect(page.getByText(/NAV Time/).first()).toBeVisible();

  await logIn(page, house, 'Kari Moi');
  await expect(page.getByText('Søke om depositum sammen med Jonas')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: /Gjort/ }).first().click();

  await logIn(page, house, 'Jonas Tangen');
  await visit(page, house, '/oppslag', /sett/);
  await expect(page.getByText(/Siren Bø/).first()).toBeVisible();
  await expect(page.getByText(/Kari Moi/).first()).toBeVisible();
  await expectAccessible(page);
});

test('the leader sees figures and no names; the outsider sees nothing', async ({ page, house }) => {
  await logIn(page, house, 'Anne Obrestad');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Oversikten');
  await expect(page.getByText('med i tjenesten nå')).toBeVisible();
  await expect(page.getByText('Jonas')).toHaveCount(0);
  await expectAccessible(page);

  await logIn(page, house, 'Siren Bø');
  await openJonas(page, house);
  const address = page.url();
  await logIn(page, house, 'Per Nygård');
  await page.goto(address);
  await expect(page.getByText('Vi finner ikke')).toBeVisible();
  await expect(page.getByText('Jonas')).toHaveCount(0);
  await expectAccessible(page);
});

for (const [language, heading] of [
  ['Nynorsk', 'Dagen min'],
  ['English', 'My day'],
] as const) {
  test(`a worker may read it in ${language}`, async ({ page, house }) => {
    await logIn(page, house, 'Siren Bø');
    await page.getByRole('button', { name: 'Meny' }).click();
    await page.getByText(language, { exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
    await expect(page.getByRole('main').getByRole('listitem').first()).toBeVisible();
    await expectAccessible(page);
  });
}
