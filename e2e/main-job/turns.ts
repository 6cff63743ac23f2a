import { expect, expectAccessible, logIn } from '../house.ts';
import { dialog, logContact, openPerson, type Part, said, save, visit } from '../steps.ts';

/** What happens on the way: a slip told in two taps, a stay, and home again while the contact person is away. */
export const turns: Part[] = [
  {
    name: 'week 3: he tells of a slip in two taps, and the answer is who calls and when',
    walk: async (page, house) => {
      await house.clock('2024-04-02T21:10+02:00');
      await logIn(page, house, 'Trygve Tangen');
      await page.getByRole('button', { name: 'Si fra' }).click();
      await expectAccessible(page);
      await dialog(page).getByRole('button', { name: 'Jeg har hatt en sprekk' }).click();
      await expect(dialog(page)).toContainText('Godt at du sa det');
      await expect(dialog(page)).toContainText('Siren ringer deg, senest i morgen.');
      await expect(dialog(page)).toContainText('Plassen din står');
      await expectAccessible(page);
    },
  },
  {
    name: 'week 3: his contact person sees it first, and nobody else that there is anything to see',
    walk: async (page, house) => {
      await house.clock('2024-04-03T08:05+02:00');
      await logIn(page, house, 'Siren Bø');
      await visit(page, house, '/min-dag', 'Min dag');
      const row = page.getByRole('main').getByRole('listitem').filter({ hasText: 'Trygve Tangen' }).first();
      await expect(row).toContainText('Trygve');
      await expect(page.getByText(/Vi skylder Trygve en telefon/)).toBeVisible();
      await openPerson(page, house, 'Trygve');
      await logContact(page, 'Telefon', 'Ringte opp. Snakket lenge. Han vil videre.');
      await save(page);
      await said(page, 'Lagret');
      await visit(page, house, '/min-dag', 'Min dag');
      await expect(page.getByText(/Vi skylder Trygve en telefon/)).toBeHidden();
    },
  },
  {
    name: 'week 3: a discharge is written down ahead and moved twice, each time with the reason',
    walk: async (page, house) => {
      await logIn(page, house, 'Siren Bø');
      await openPerson(page, house, 'Trygve', 'Oppfølging');
      await page.getByRole('button', { name: 'Skriv en hendelse' }).first().click();
      await dialog(page).getByLabel('Hva?').selectOption({ label: 'Utskrevet' });
      await dialog(page).getByText('fra avrusing', { exact: true }).click();
      await dialog(page).getByLabel('Hvilken dag?').fill('2024-04-05');
      await expectAccessible(page);
      await save(page);
      await said(page, 'Lagret');
      for (const [day, why] of [
        ['2024-04-08', 'Legen vil vente'],
        ['2024-04-09', 'Ingen plass på bussen'],
      ] as const) {
        await page.getByRole('button', { name: 'Flytt eller rett' }).first().click();
        await dialog(page).getByLabel('Hvilken dag?').fill(day);
        await dialog(page).getByLabel('Hvorfor?').fill(why);
        await save(page);
        await said(page, 'Det som sto før, er tatt vare på');
      }
    },
  },
  {
    name: 'week 4: his contact person is away the day he comes home, and the substitute has it first on the day',
    walk: async (page, house) => {
      await logIn(page, house, 'Siren Bø');
      await openPerson(page, house, 'Trygve', 'Nettverk');
      await page.getByRole('button', { name: 'Legg til' }).first().click();
      await dialog(page).getByRole('combobox', { name: 'Hvem?' }).fill('Ola');
      await page.getByRole('option', { name: /Ola Hauge/ }).click();
      await dialog(page).getByLabel('Vikar for').selectOption({ label: 'Siren Bø, kontaktperson' });
      await dialog(page).getByLabel('Til og med').fill('2024-04-12');
      await dialog(page).locator('button[type=submit]').click();
      await said(page, 'Ola Hauge');

      await house.clock('2024-04-09T08:10+02:00');
      await logIn(page, house, 'Ola Hauge');
      await visit(page, house, '/min-dag', 'Min dag');
      await expect(page.getByText('Noen må møte Trygve ved døra')).toBeVisible();
      await openPerson(page, house, 'Trygve');
      await expect(page.getByText(/fra avrusing/).first()).toBeVisible();
      await logContact(page, 'Følge', 'Møtte Trygve ved døra. Handlet mat.');
      await save(page);
      await said(page, 'Lagret');
      await visit(page, house, '/min-dag', 'Min dag');
      await expect(page.getByText('Noen må møte Trygve ved døra')).toBeHidden();
    },
  },
];
