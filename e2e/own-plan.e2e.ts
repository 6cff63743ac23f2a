import { expect, expectAccessible, logIn, test } from './house.ts';
import { said } from './steps.ts';

test('the front page says who one may be, and one press is enough', async ({ page, house }) => {
  await page.goto(house.address);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Velkommen til Medvandrer');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Rune Lende' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('God morgen, Rune');
});

test('Rune’s plan is his own page', async ({ page, house }) => {
  await logIn(page, house, 'Rune Lende');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('God morgen, Rune');
  await expectAccessible(page);
});

test('Tone says what matters, sets a goal and what she will do, reaches it and takes it back', async ({
  page,
  house,
}) => {
  await logIn(page, house, 'Tone Skår');
  await page.getByRole('button', { name: /Si det på en ny måte|Skriv hva som er viktig/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Hva er viktig for deg?').fill('Å beholde leiligheten og ha noen på døra');
  await dialog.getByRole('button', { name: 'Lagre' }).click();
  await expect(page.getByText('«Å beholde leiligheten og ha noen på døra»')).toBeVisible();

  const goals = () => page.getByRole('link', { name: /Målene mine/ }).click();
  await goals();
  await page.getByRole('button', { name: 'Nytt mål' }).click();
  await dialog.getByRole('button', { name: 'Lagre' }).click();
  await expect(dialog.getByLabel('Hva vil du få til?')).toHaveAttribute('aria-invalid', 'true');
  await dialog.getByLabel('Hva vil du få til?').fill('Ha folk på middag');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Lagre' }).click();
  await page.getByRole('link', { name: 'Tilbake til planen' }).click();
  await page.getByRole('button', { name: 'Noe jeg vil gjøre' }).click();
  await dialog.getByLabel('Hva vil du gjøre?').fill('Spørre Liv om søndag');
  await dialog.getByLabel('Hvilket mål hører det til?').selectOption({ label: 'Ha folk på middag' });
  await dialog.getByRole('button', { name: 'Lagre' }).click();
  await page.getByRole('checkbox', { name: /Spørre Liv om søndag/ }).check();
  await said(page, 'Krysset av');

  await goals();
  await page.getByRole('button', { name: 'Jeg kom dit: Ha folk på middag' }).click();
  await said(page, 'Du kom dit');
  await page.getByRole('button', { name: 'Ta det opp igjen: Ha folk på middag' }).click();
  await expect(page.getByRole('button', { name: 'Jeg kom dit: Ha folk på middag' })).toBeVisible();
});
