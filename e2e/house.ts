import { AxeBuilder } from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';
import { keepHouse, openHouse, setClock } from './houses.ts';

export { expect } from '@playwright/test';

export interface House {
  address: string;
  /** Moves the one clock; those who were logged in have to log in again after half an hour of it. */
  clock(at: string): Promise<void>;
  /** A round of housekeeping at that time. */
  round(at: string): Promise<void>;
}

export function houseAt(address: string): House {
  const clock = async (at: string) => void (await setClock(address, at));
  const round = async (at: string) => {
    await clock(at);
    await keepHouse(address);
  };
  return { address, clock, round };
}

/** Tests in a house of their own for each worker of the test run, so that two widths never meet in one database. */
export const testIn = (wanted: { issuer?: boolean } = {}) =>
  base.extend<object, { house: House }>({
    house: [
      // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from its first parameter.
      async ({}, use) => {
        await use(houseAt(await openHouse(wanted)));
      },
      { scope: 'worker', timeout: 60_000 },
    ],
  });

export const test = testIn();

/** Comes home as somebody. How one chooses on the front page has a test of its own. */
export async function logIn(page: Page, house: House, name: string): Promise<void> {
  await page.context().clearCookies();
  const offered = await page.request.get(`${house.address}/api/demo/personas`);
  const personas: { id: string; name: string }[] = await offered.json();
  const persona = personas.find((one) => one.name.startsWith(name))?.id;
  const answer = await page.request.post(`${house.address}/api/demo/session`, { data: { persona } });
  expect(answer.status(), `${name} logs in`).toBe(204);
  await page.goto(house.address);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page).not.toHaveURL(`${house.address}/`);
}

/** No violation of WCAG 2.2 A or AA on the page as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  // At the end of the page the button that follows the thumb covers nothing, and so no target is called too small.
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    // Judged in the page itself: there are no frames, for which it would open a page beside it every time.
    .setLegacyMode()
    .analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`),
  ).toEqual([]);
}
