import { participants } from '#db/demo/people.ts';
import { expect, expectAccessible, logIn, testIn } from './house.ts';
import { dialog, openPart, said, visit } from './steps.ts';

// In a house of its own: the clock is moved in it.
const test = testIn();

// Those who may open without a relation, and those who look into it afterwards.
test.describe.configure({ mode: 'serial' });

const reason = 'Kom inn alene og svarer ikke. Må vite hvem vi kan ringe.';
const found = 'Åpnet i rett situasjon, og mammaen ble ringt.';

test('Nora opens what helps Rune for an hour, with a reason, and can review nothing', async ({
  page,
  house,
}) => {
  await logIn(page, house, 'Nora Vold');
  await visit(page, house, '/nod', 'Nødsituasjon');
  await page.getByRole('button', { name: 'Finn' }).click();
  await expect(page.getByLabel('Fornavn')).toHaveAttribute('aria-invalid', 'true');
  const find = async (familyName: string) => {
    await page.getByLabel('Fornavn').fill('Rune');
    await page.getByLabel('Etternavn').fill(familyName);
    await page.getByLabel('Fødselsdag').fill('1992-08-19');
    await page.getByRole('button', { name: 'Finn' }).click();
  };
  await find('Lande');
  await expect(page.getByText('Vi finner ingen du kan åpne')).toBeVisible();
  await find('Lende');
  await expect(page.getByText('Én person passer')).toBeVisible();
  await page.getByText('1 time', { exact: true }).click();
  await page.getByLabel('Hvorfor må du åpne?').fill('Haster');
  await page.getByRole('button', { name: 'Åpne det som hjelper' }).click();
  await expect(page.getByLabel('Hvorfor må du åpne?')).toHaveAttribute('aria-invalid', 'true');
  await expectAccessible(page);
  await page.getByLabel('Hvorfor må du åpne?').fill(reason);
  await page.getByRole('button', { name: 'Åpne det som hjelper' }).click();
  await expect(page.getByText('Åpnet i en nødsituasjon, lukkes kl. 09.20.')).toBeVisible();
  await expect(page.getByText('Dette hjelper nå')).toBeVisible();
  await expectAccessible(page);
  // Nothing to write with, and nothing to review by: neither in the menu nor by the address.
  await expect(page.getByRole('button', { name: 'Skriv en kontakt' })).toHaveCount(0);
  await page.goto(`${house.address}/kontroll`);
  await expect(page.getByText('Vi finner det ikke')).toBeVisible();
});

test('Rune reads it on his plan at once, and that somebody else will look into it', async ({
  page,
  house,
}) => {
  await logIn(page, house, 'Rune Lende');
  await expect(page.getByText('Nora Vold åpnet det som hjelper deg i en nødsituasjon')).toBeVisible();
  await page.getByRole('link', { name: 'Les hvorfor' }).click();
  await expect(page.getByText(`«${reason}»`)).toBeVisible();
  await expect(page.getByText('En kontrollør skal se på om det var riktig.')).toBeVisible();
  await expectAccessible(page);
});

test('Randi says what it was, and Rune reads that; for Nora it closes by itself', async ({ page, house }) => {
  await logIn(page, house, 'Randi Undheim');
  await visit(page, house, '/kontroll', 'Logg og kontroll');
  await expectAccessible(page);
  const opening = page.getByRole('listitem').filter({ hasText: reason });
  await opening.getByRole('button', { name: 'Si hva du fant' }).click();
  await dialog(page).getByRole('button', { name: 'Lagre' }).click();
  await expect(dialog(page).getByRole('alert')).toHaveCount(2);
  await expectAccessible(page);
  await dialog(page).getByText('det var riktig å åpne').click();
  await dialog(page).getByLabel('Forklar med egne ord').fill(found);
  await dialog(page).getByRole('button', { name: 'Lagre' }).click();
  await expect(opening.getByRole('button')).toHaveCount(0);

  await logIn(page, house, 'Rune Lende');
  await openPart(page, /nødsituasjon/i);
  await expect(page.getByText(`«${found}»`)).toBeVisible();

  await house.clock('2024-03-14T09:21+01:00');
  await logIn(page, house, 'Nora Vold');
  await page.goto(`${house.address}/deltaker/${participants.rune.participantId}`);
  await expect(page.getByText('Vi finner ikke')).toBeVisible();
});

test('what is unusual becomes a case: Nora tried three she has nothing to do with, and Randi finds out why', async ({
  page,
  house,
}) => {
  await logIn(page, house, 'Nora Vold');
  for (const { participantId } of [participants.tone, participants.amir, participants.marit]) {
    await page.goto(`${house.address}/deltaker/${participantId}`);
    await expect(page.getByText('Vi finner ikke')).toBeVisible();
  }
  await house.round('2024-03-14T09:40+01:00');
  await logIn(page, house, 'Randi Undheim');
  await visit(page, house, '/kontroll', 'Logg og kontroll');
  const unusual = page.getByRole('listitem').filter({ hasText: 'Prøver å åpne flere uten å ha lov' });
  await unusual.getByRole('button', { name: /Nora Vold/ }).click();
  await dialog(page)
    .getByLabel('Hva fant du ut, og av hvem?')
    .fill('Nora lette etter den som satt på venterommet.');
  await expectAccessible(page);
  await dialog(page).getByRole('button', { name: 'Skriv hva som er funnet ut' }).click();
  await said(page, 'Saken er avsluttet.');
  await page.getByText('Avsluttet den siste måneden').click();
  await expect(page.getByText(/Randi Undheim.*Nora lette etter/)).toBeVisible();
});

test('Randi searches the log by account and by person, and the participant reads that she did', async ({
  page,
  house,
}) => {
  await logIn(page, house, 'Randi Undheim');
  await visit(page, house, '/kontroll', 'Logg og kontroll');
  await page.getByRole('button', { name: 'Vis loggen' }).click();
  await expect(page.getByText('Velg hvem sin konto først.')).toBeVisible();
  await page.getByLabel('Til klokka').fill('25.00');
  await expect(page.getByRole('alert').first()).toContainText('skriv klokka som 08.20');
  await page.getByLabel('Til klokka').fill('23.59');
  await expect(page.getByText('til torsdag 14. mars kl. 23.59')).toBeVisible();
  await page.getByLabel('Hvem sin konto?').selectOption({ label: 'Nora Vold, Time legevakt' });
  await page.getByRole('button', { name: 'Vis loggen' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Rune Lende' }).first()).toBeVisible();
  await page.getByRole('button', { name: 'Hvem ble åpnet?' }).click();
  await expect(page.getByText('1 personer var åpne for Nora Vold')).toBeVisible();
  await expectAccessible(page);

  await page.getByText('En deltaker', { exact: true }).click();
  await page.getByLabel('Fornavn').fill('Rune');
  await page.getByLabel('Etternavn', { exact: true }).fill('Lende');
  await page.getByLabel('Fødselsdag').fill('1992-08-19');
  await page.getByRole('button', { name: 'Hvem hadde lov til å se?' }).click();
  await expect(page.getByText('Hvem hadde lov til å se Rune Lende')).toBeVisible();
  await expect(page.getByText(/Ola Hauge/).first()).toBeVisible();
  await expectAccessible(page);

  await logIn(page, house, 'Rune Lende');
  await visit(page, house, '/oppslag', /sett/);
  await expect(page.getByText(/Randi Undheim/).first()).toBeVisible();
});
