import type { Page } from '@playwright/test';
import { expect, expectAccessible, type House, houseAt, logIn, test } from './house.ts';
import { openHouse } from './houses.ts';
import { dialog, visit } from './steps.ts';

const title = 'Hva vi tar vare på';
const keep = (page: Page, house: House) => visit(page, house, '/oppbevaring', title);

// In a house of its own: what goes here is gone.
test('what is kept too long is found by one, agreed to by another, and goes; what is held stays', async ({
  page,
}) => {
  const house = houseAt(await openHouse());
  await logIn(page, house, 'Terje Haugland');
  await keep(page, house);
  await page.getByRole('button', { name: 'Bestem: Journal' }).click();
  await dialog(page).getByRole('button', { name: 'Lagre' }).click();
  await expect(dialog(page).getByRole('alert')).toHaveCount(2);
  await dialog(page).getByLabel('Måneder etter siste innføring').fill('3');
  await dialog(page).getByLabel('Hva bygger det på?').fill('Avtalt med arkivet');
  await dialog(page).getByRole('button', { name: 'Lagre' }).click();
  await expect(page.getByText('Slettes 3 måneder etter siste innføring')).toBeVisible();
  await page.getByRole('button', { name: 'Be om en prøvekjøring' }).click();
  await expect(page.getByText('Ingenting er slettet ennå.')).toBeVisible();
  await expect(page.getByText(/^Ville gått: \d+ innføringer, fra 1 person\.$/)).toBeVisible();
  // Whoever asked does not say yes.
  await expect(page.getByText('En annen person må si ja.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Si ja til å slette' })).toHaveCount(0);
  await expectAccessible(page);

  await logIn(page, house, 'Randi Undheim');
  await keep(page, house);
  await page.getByRole('button', { name: 'Hold noen tilbake' }).click();
  await dialog(page).getByLabel('Fornavn').fill('Rune');
  await dialog(page).getByLabel('Etternavn').fill('Lende');
  await dialog(page).getByLabel('Fødselsdag').fill('1992-08-19');
  await dialog(page).getByLabel('Hvorfor?').fill('Klagesak');
  await dialog(page).getByRole('button', { name: 'Hold noen tilbake' }).click();
  await expect(page.getByText('1 person er holdt tilbake')).toBeVisible();
  await page.getByText('Se lista').click();
  await expect(page.getByText('Rune Lende')).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Si ja til å slette' }).click();
  await dialog(page).getByRole('button', { name: 'Ja, slett dette' }).click();
  await expect(page.getByText(/^\d+ innføringer ble slettet, fra 1 person\.$/)).toBeVisible();
  await expect(page.getByText(/^Ja fra Randi Undheim/)).toBeVisible();
  await page.getByRole('button', { name: 'Be om en prøvekjøring' }).click();
  await expect(page.getByText('Det var ingenting å slette')).toBeVisible();
});
