import { expect, expectAccessible, logIn } from '../house.ts';
import { dialog, openPerson, type Part, visit } from '../steps.ts';

export const around: Part[] = [
  {
    name: 'the participant follows all of it, decides what NAV sees, and sees who looked',
    walk: async (page, house) => {
      await logIn(page, house, 'Kari Moi');
      const shared = page.getByRole('listitem').filter({ hasText: 'Trygve Tangen' });
      await expect(shared).toContainText('Du kan se navnet');
      await expect(page.getByText('Søke om depositum sammen med Trygve')).toHaveCount(0);

      await logIn(page, house, 'Trygve Tangen');
      await expect(page.getByText('Søke om depositum sammen med Trygve').first()).toBeVisible();
      await page.getByRole('link', { name: /Hvem kan se planen min/ }).click();
      await page.getByRole('link', { name: /Se hvem som ser hva/ }).click();
      await expect(page.getByText('Ser det meste').first()).toBeVisible();
      await expectAccessible(page);
      await page.getByRole('button', { name: 'Del med noen' }).click();
      await dialog(page).getByLabel('Hvem vil du dele med?').selectOption({ label: 'NAV Time' });
      await dialog(page)
        .getByText(/avtaler/i)
        .first()
        .click();
      await expectAccessible(page);
      // What they would see, before it is decided; what was chosen still stands afterwards.
      await dialog(page).getByRole('button', { name: 'Se det NAV Time får se' }).click();
      await expect(page.getByText('Slik vil det se ut for NAV Time hvis du sier ja.')).toBeVisible();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Trygve Tangen');
      await expectAccessible(page);
      await page.getByRole('button', { name: 'Tilbake til hvem som ser hva' }).click();
      await dialog(page).locator('button[type=submit]').click();
      await expect(page.getByText(/NAV Time/).first()).toBeVisible();

      await logIn(page, house, 'Kari Moi');
      await expect(page.getByText('Søke om depositum sammen med Trygve')).toBeVisible();
      await expectAccessible(page);
      await page.getByRole('button', { name: /Gjort/ }).first().click();

      await logIn(page, house, 'Trygve Tangen');
      await visit(page, house, '/deling', /Hvem ser hva/);
      await page.getByRole('button', { name: 'Steng for NAV Time' }).click();
      await dialog(page).getByText('Alt om meg').click();
      await expectAccessible(page);
      await dialog(page).getByRole('button', { name: 'Ja, steng' }).click();
      await page.getByRole('button', { name: 'Åpne igjen for NAV Time' }).click();
      await expect(page.getByRole('button', { name: 'Steng for NAV Time' })).toBeVisible();
      await visit(page, house, '/oppslag', /sett/);
      await expect(page.getByText(/Siren Bø/).first()).toBeVisible();
      await expect(page.getByText(/Kari Moi/).first()).toBeVisible();
      await expectAccessible(page);
    },
  },
  {
    name: 'the leader sees figures and no names; the outsider sees nothing',
    walk: async (page, house) => {
      await logIn(page, house, 'Anne Obrestad');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Oversikten');
      await expect(page.getByText('med i tjenesten nå')).toBeVisible();
      await expect(page.getByText('Trygve')).toHaveCount(0);
      await expectAccessible(page);

      await logIn(page, house, 'Siren Bø');
      await openPerson(page, house, 'Trygve');
      const address = page.url();
      await logIn(page, house, 'Per Nygård');
      await page.goto(address);
      await expect(page.getByText('Vi finner ikke')).toBeVisible();
      await expect(page.getByText('Trygve')).toHaveCount(0);
      await expectAccessible(page);
    },
  },
];
