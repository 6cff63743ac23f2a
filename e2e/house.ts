import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';

export { expect } from '@playwright/test';

export interface House {
  address: string;
  /** Moves the one clock; those who were logged in have to log in again after half an hour of it. */
  clock(at: string): Promise<void>;
}

/** A house of its own for each worker of the test run, so that two widths never meet in one database. */
export const test = base.extend<object, { house: House }>({
  house: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from its first parameter.
    async ({}, use) => {
      const child = spawn(process.execPath, [path.resolve(import.meta.dirname, 'house-process.ts')], {
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      });
      const { address } = await answer<{ address: string }>(child);
      await use({
        address,
        clock: async (at) => {
          child.send({ clock: at });
          await answer(child);
        },
      });
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
    { scope: 'worker', timeout: 60_000 },
  ],
});

async function answer<T>(child: ChildProcess): Promise<T> {
  // Whichever comes first, the other is listened for no longer.
  const heard = new AbortController();
  const { signal } = heard;
  const ended = once(child, 'exit', { signal }).then(() =>
    Promise.reject(new Error('the house did not start')),
  );
  try {
    const [message] = await Promise.race([once(child, 'message', { signal }), ended]);
    return message as T;
  } finally {
    ended.catch(() => undefined);
    heard.abort();
  }
}

/** Logs in the way somebody does: on the front page, by choosing who to be. */
export async function logIn(page: Page, house: House, name: string): Promise<void> {
  await page.context().clearCookies();
  await page.goto(house.address);
  await page.getByRole('button', { name }).click();
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
