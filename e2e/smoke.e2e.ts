import { expect, expectAccessible, logIn, test } from './house.ts';

test('the front page says who one may be', async ({ page, house }) => {
  await page.goto(house.address);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Velkommen til Medvandrer');
  await expectAccessible(page);
});

test('Rune’s plan is his own page', async ({ page, house }) => {
  await logIn(page, house, 'Rune Lende');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('God morgen, Rune');
  await expectAccessible(page);
});
