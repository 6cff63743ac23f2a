import type { Page } from '@playwright/test';
import { expect, type House } from './house.ts';

/** One part of the way, by what happens in it. */
export interface Part {
  name: string;
  walk: (page: Page, house: House) => Promise<void>;
}

export const said = (page: Page, words: string) => expect(page.getByRole('status')).toContainText(words);
/** A step of the six weeks, by its name. */
export const step = (page: Page, name: string) =>
  page.getByRole('listitem').filter({ has: page.locator('strong', { hasText: name }) });
export const dialog = (page: Page) => page.getByRole('dialog');

export async function visit(page: Page, house: House, path: string, heading: string | RegExp): Promise<void> {
  await page.goto(`${house.address}${path}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
}

/** The way a worker goes to somebody’s page: found by name among those one may see. */
export async function openPerson(page: Page, house: House, name: string, tab?: string): Promise<void> {
  await visit(page, house, '/deltakere', 'Deltakere');
  const people = page.getByRole('main');
  await people.getByLabel('Finn en person').fill(name);
  await people
    .getByRole('link', { name: new RegExp(name) })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name);
  if (tab !== undefined) await page.getByRole('tab', { name: tab }).click();
}

export async function logContact(page: Page, kind: string, line: string): Promise<void> {
  await page.getByRole('button', { name: 'Skriv en kontakt' }).first().click();
  await dialog(page).getByText(kind, { exact: true }).click();
  await dialog(page).getByLabel('Én linje').fill(line);
}

/** A part of the participant's plan, from the home. */
export async function openPart(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('link', { name }).click();
  await expect(page.getByRole('link', { name: 'Tilbake til planen' })).toBeVisible();
  // It has arrived when the start of it is in focus; until then the page may still be moved to its top under a press.
  await expect(page.getByRole('main')).toBeFocused();
}

export const backToPlan = (page: Page) => page.getByRole('link', { name: 'Tilbake til planen' }).click();
export const save = (page: Page) => dialog(page).getByRole('button', { name: 'Lagre' }).click();
