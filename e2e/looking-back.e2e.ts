import { expect, expectAccessible, logIn, test } from './house.ts';
import { openPerson, said } from './steps.ts';

test('Rune looks back on his weeks and writes what is different; Siren reads it with him', async ({
  page,
  house,
}) => {
  await logIn(page, house, 'Rune Lende');
  await page.getByRole('link', { name: /Seks uker: hva har endret seg/ }).click();
  await expect(page.getByText('Fra 3 til 6 av 10')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Dette skulle vi ha gjort' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Skriv om ukene' }).click();
  await page.getByRole('button', { name: 'Lagre' }).click();
  await expect(page.getByText('Skriv noe i minst ett av feltene.')).toBeVisible();
  await page.getByLabel('Hva er annerledes nå?').fill('Jeg ringer Sara selv');
  await page.getByRole('button', { name: 'Lagre' }).click();
  await said(page, 'Lagret');
  await expect(page.getByText('Jeg ringer Sara selv')).toBeVisible();

  await logIn(page, house, 'Siren Bø');
  await openPerson(page, house, 'Rune Lende', 'Forløp');
  await page.getByRole('link', { name: 'Se tilbake' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hva har endret seg for Rune');
  await expect(page.getByText('Jeg ringer Sara selv')).toBeVisible();
  await expectAccessible(page);
});

test('Anne reads the status of her service on a date, and how each figure is counted', async ({
  page,
  house,
}) => {
  await logIn(page, house, 'Anne Obrestad');
  await page.getByRole('link', { name: 'Status på en dato' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Status på en dato');
  const mapped = page.getByRole('region', { name: 'Kartlagt' });
  await expect(mapped.getByText(/i alt, til/)).toBeVisible();
  await mapped.getByText('Slik telles det').click();
  await expect(mapped.getByText(/telles én gang/)).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('Til og med').fill('2024-01-31');
  await expect(page.getByText('Ny Start, 1. januar 2024 til 31. januar 2024')).toBeVisible();
  await page.getByLabel('Fra og med').fill('2024-02-01');
  await expect(page.getByText('Velg en siste dag som ikke er før den første.')).toBeVisible();
});
