import type { Page } from '@playwright/test';
import { idOf } from '#db/demo/ids.ts';
import { expect, expectAccessible, type House, logIn, test } from './house.ts';
import { said, visit } from './steps.ts';

// Torleif stands twice: whoever sees both says that he is one person, and takes it back.
test.describe.configure({ mode: 'serial' });

const torleif = idOf('participant', 'torleif');
const fromNav = idOf('participant', 'torleif-nav');
const ward = (at: Page) => at.getByText('Var innom avrusningen i helga');
const nav = (at: Page) => at.getByText('Søker arbeid, men trenger støtte');
const open = (at: Page, house: House, id: string) => at.goto(`${house.address}/deltaker/${id}`);

test('Siren says that two rows are one; who sees both sees one person, and who sees one sees that one', async ({
  page,
  house,
}) => {
  await logIn(page, house, 'Siren Bø');
  await visit(page, house, '/deltakere', 'Deltakere');
  await page.getByRole('link', { name: 'Se de to: Torleif Mauland' }).click();
  await expect(page.getByText('Legges inn under den')).toBeVisible();
  await page.getByText('Vi som jobber her', { exact: true }).click();
  await page.getByLabel('Hvordan vet dere det?').fill('Han kom på kaffe, og fortalte om begge.');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Ja, det er samme person' }).click();
  await said(page, 'De står som én nå.');

  await logIn(page, house, 'Ola Hauge');
  await open(page, house, fromNav);
  await expect(page.getByRole('heading', { name: 'Registrert to ganger' })).toBeVisible();
  await expect(ward(page)).toBeVisible();
  await expect(nav(page)).toBeVisible();

  // The coordinating unit of Time has him there, and nobody in Gjesdal.
  await logIn(page, house, 'Randi Undheim');
  await open(page, house, torleif);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Torleif Mauland');
  await expect(page.getByText('Registrert to ganger')).toHaveCount(0);
  await open(page, house, fromNav);
  await expect(page.getByText('Vi finner ikke denne siden')).toBeVisible();
});

test('split again each is as it was, and both pages say so until somebody has been through it', async ({
  page,
  house,
}) => {
  await logIn(page, house, 'Siren Bø');
  await open(page, house, torleif);
  await page.getByRole('link', { name: 'Se begge, eller del igjen' }).click();
  await page.getByLabel('Hvorfor er det to personer?').fill('Fetteren heter det samme.');
  await page.getByRole('button', { name: 'Del igjen' }).click();
  await said(page, 'Delt igjen. Alt står som før.');

  await open(page, house, torleif);
  await expect(ward(page)).toBeVisible();
  await expect(nav(page)).toHaveCount(0);
  await expect(page.getByText(/Siren Bø delte dem igjen .*Fetteren heter det samme/)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Se gjennom det' }).click();
  await expect(page.getByText('Ingenting ble skrevet mens de var én.')).toBeVisible();
  await page.getByRole('button', { name: 'Alt er sett gjennom' }).click();
  await said(page, 'Påminningen er borte.');
  await open(page, house, fromNav);
  await expect(nav(page)).toBeVisible();
  await expect(page.getByText('Sto som én med en annen')).toHaveCount(0);
});
