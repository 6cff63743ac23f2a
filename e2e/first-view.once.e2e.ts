import type { Page } from '@playwright/test';
import { firstViews } from '../scripts/first-view.ts';
import { expect, logIn, test } from './house.ts';

const homes = [
  { who: 'Rune', home: '/min-plan', data: '/api/my-plan', screen: 'participant-home' },
  { who: 'Siren', home: '/min-dag', data: '/api/my-day', screen: 'worker-home' },
  { who: 'Anne', home: '/oversikten', data: '/api/overview', screen: 'overview-page' },
  { who: 'Kari', home: '/delt', data: '/api/shared', screen: 'shared-page' },
  { who: 'Berit Lende', home: '/delt-med-meg', data: '/api/close-to-me', screen: 'close-page' },
];

for (const { who, home, data, screen } of homes) {
  test(`${home} fetches no more than what its weight is counted from, and asks for its data at once`, async ({
    page,
    house,
  }) => {
    await logIn(page, house, who);
    const fetched: string[] = [];
    page.on('request', (request) => {
      if (request.resourceType() === 'script') fetched.push(new URL(request.url()).pathname.slice(1));
    });
    // The screen is held back until the data has been asked for: a home that waits with asking never comes.
    const asked = page.waitForRequest((request) => new URL(request.url()).pathname === data);
    await page.route(`**/assets/${screen}-*.js`, async (route) => {
      await asked;
      await route.continue();
    });
    await page.goto(house.address + home);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.waitForLoadState('networkidle');
    const counted = firstViews().find((view) => view.home === home && view.language === 'nb');
    expect(fetched.length).toBeGreaterThan(0);
    expect(fetched.filter((file) => !counted?.files.includes(file))).toEqual([]);
  });
}

test('choosing a language fetches the page in it, also the next time, and what is typed stays', async ({
  page,
  house,
}) => {
  await logIn(page, house, 'Kari');
  await page.goto(`${house.address}/ny-henvendelse`);
  // Pressed at once: the language does not wait for the pause in which a draft is otherwise kept.
  await page.getByLabel('Fornavn').fill('Oddvar');
  await choose(page, 'Nynorsk');
  await expect(page.locator('html')).toHaveAttribute('lang', 'nn');
  await expect(page.getByLabel('Fornamn')).toHaveValue('Oddvar');
  await page.goto(`${house.address}/delt`);
  await expect(page.locator('html')).toHaveAttribute('lang', 'nn');
});

test('without a network nothing is lost for wanting another language', async ({ page, house }) => {
  await logIn(page, house, 'Kari');
  await page.goto(`${house.address}/ny-henvendelse`);
  await page.getByLabel('Fornavn').fill('Oddvar');
  await page.context().setOffline(true);
  await choose(page, 'English');
  await expect(page.getByRole('status')).toContainText('Vi får ikke kontakt');
  await expect(page.getByRole('radio', { name: 'Bokmål' })).toBeChecked();
  await expect(page.getByLabel('Fornavn')).toHaveValue('Oddvar');
});

test('a device that keeps no drafts asks before the text goes', async ({ page, house }) => {
  await logIn(page, house, 'Kari');
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('no store', 'SecurityError');
    };
  });
  await page.goto(`${house.address}/ny-henvendelse`);
  await page.getByLabel('Fornavn').fill('Oddvar');
  const asked = new Promise<string>((resolve) =>
    page.once('dialog', async (question) => {
      await question.dismiss();
      resolve(question.type());
    }),
  );
  await choose(page, 'English');
  expect(await asked).toBe('beforeunload');
  await expect(page.getByLabel('Fornavn')).toHaveValue('Oddvar');
});

async function choose(page: Page, language: string): Promise<void> {
  await page.getByRole('button', { name: 'Meny' }).click();
  await page.getByText(language, { exact: true }).click();
}
