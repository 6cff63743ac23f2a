import { expect, expectAccessible, logIn, testIn } from './house.ts';
import { around } from './main-job/around.ts';
import { before } from './main-job/before.ts';
import { firstWeeks } from './main-job/first-weeks.ts';
import { lastWeeks } from './main-job/last-weeks.ts';
import { turns } from './main-job/turns.ts';

// In a house of its own: the clock is moved in it.
const test = testIn();

// One person's way, from the street to the review after six weeks, as everyone around him sees it.
test.describe.configure({ mode: 'serial' });

for (const { name, walk } of [...before, ...firstWeeks, ...turns, ...lastWeeks, ...around]) {
  test(name, ({ page, house }) => walk(page, house));
}

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
