import { expect, expectAccessible, logIn } from '../house.ts';
import { dialog, type Part, said, save, visit } from '../steps.ts';

/** Before anything is signed: met outside, asked for, answered the same day. */
export const before: Part[] = [
  {
    name: 'outside: somebody is met without demands, known by what he is called',
    walk: async (page, house) => {
      await house.clock('2024-03-13T19:00+01:00');
      await logIn(page, house, 'Christer Tunheim');
      await visit(page, house, '/ute', 'Ute');
      await expectAccessible(page);
      await page.getByRole('button', { name: 'Møtt en ny person' }).click();
      const form = dialog(page);
      await form.getByLabel('Hva kalles personen?').fill('Trygve');
      await form.getByText('Time', { exact: true }).click();
      await form.getByLabel('Hvor?').fill('Bryne stasjon');
      await form.getByLabel('Noen få ord').fill('Kaffe. Ville ikke snakke om hjelp.');
      await form.getByRole('button', { name: 'Legg til hvordan de vil bli møtt' }).click();
      await form.getByLabel('Slik vil jeg bli møtt').fill('Send melding først. Ikke ring.');
      await expectAccessible(page);
      await save(page);
      await said(page, 'Trygve er skrevet ned');
      await expect(page.getByText('«Send melding først. Ikke ring.»')).toBeVisible();
    },
  },
  {
    name: 'outside: the next attempt is two taps, and when he wants it, it becomes an enquiry',
    walk: async (page, house) => {
      await house.clock('2024-03-14T08:20+01:00');
      await logIn(page, house, 'Siren Bø');
      await visit(page, house, '/ute', 'Ute');
      await page.getByRole('button', { name: 'Skriv et forsøk: Trygve' }).click();
      await dialog(page).getByText('La igjen beskjed', { exact: true }).click();
      await save(page);
      await said(page, 'La igjen beskjed');
      await expect(page.getByRole('article').filter({ hasText: 'Trygve' })).toContainText('2 forsøk');
      await page.getByRole('button', { name: 'Vil være med: Trygve' }).click();
      await dialog(page).getByLabel('Hva vil personen?').fill('Vil ikke hjem til det gamle.');
      await save(page);
      await said(page, 'Henvendelsen fra Trygve er tatt imot');
      await visit(page, house, '/min-dag', 'Min dag');
      await expect(page.getByText('Vi skylder Trygve et svar')).toBeVisible();
    },
  },
  {
    name: 'week 0: he is answered the same day, with tomorrow’s group',
    walk: async (page, house) => {
      await logIn(page, house, 'Siren Bø');
      await visit(page, house, '/henvendelser', 'Henvendelser');
      const enquiry = page.getByRole('article').filter({ hasText: 'Trygve' });
      await enquiry.getByRole('button', { name: 'Svar' }).click();
      await dialog(page).getByText('No Limitation spinning og felles lunsj').first().click();
      await expect(dialog(page).getByRole('textbox')).toHaveValue(/Håland/);
      await expectAccessible(page);
      await dialog(page).locator('button[type=submit]').click();
      await expect(enquiry).toContainText('har fått svar');
      await visit(page, house, '/min-dag', 'Min dag');
      await expect(page.getByText('Vi skylder Trygve et svar')).toBeHidden();
    },
  },
  {
    name: 'an enquiry about somebody one knows is held back, and says whom',
    walk: async (page, house) => {
      await logIn(page, house, 'Siren Bø');
      await visit(page, house, '/henvendelser', 'Henvendelser');
      await page.getByRole('button', { name: 'Ta imot en henvendelse' }).click();
      const form = dialog(page);
      await form.getByLabel('Fornavn').fill('Rune');
      await form.getByLabel('Telefon').fill('900 00 101');
      await form.getByLabel('Hva ble sagt?').fill('Moren ringer. Hun er urolig.');
      await form.getByLabel('Hvem tok kontakt?').selectOption({ label: 'familie eller venner' });
      await form.getByLabel('Hjemkommune').selectOption({ label: 'Time' });
      await expectAccessible(page);
      await save(page);
      await expect(form.getByText(/Rune Lende/).first()).toBeVisible();
      await expectAccessible(page);
    },
  },
];
