import { expect, expectAccessible, logIn } from '../house.ts';
import { backToPlan, dialog, openPart, openPerson, type Part, said, save, visit } from '../steps.ts';

export const lastWeeks: Part[] = [
  {
    name: 'week 4: the meeting is called, and he writes himself what is to come first',
    walk: async (page, house) => {
      await house.clock('2024-04-09T10:00+02:00');
      await logIn(page, house, 'Siren Bø');
      await openPerson(page, house, 'Trygve', 'Nettverk');
      await page.getByRole('button', { name: 'Legg til' }).first().click();
      await expectAccessible(page);
      await dialog(page).getByRole('combobox', { name: 'Hvem?' }).fill('Kari');
      await page.getByRole('option', { name: /Kari Moi/ }).click();
      await dialog(page).getByLabel('Rolle').selectOption({ label: 'NAV' });
      await dialog(page).locator('button[type=submit]').click();
      await said(page, 'Kari Moi');

      await page.getByRole('tab', { name: 'Forløp' }).click();
      await page.getByRole('button', { name: 'Kall inn' }).first().click();
      await dialog(page).getByLabel('Dag').fill('2024-04-24');
      await dialog(page).getByLabel('Klokka').fill('10:00');
      await dialog(page).getByLabel('Sted').fill('Biblioteket på Bryne');
      await dialog(page).getByRole('button', { name: 'Kall inn' }).click();
      await said(page, 'kalt inn');

      await logIn(page, house, 'Trygve Tangen');
      await expect(page.getByRole('heading', { level: 1 })).toContainText('Trygve');
      await expect(page.getByText('Jeg vil ha et sted der ingen banker på om natta')).toBeVisible();
      await page.getByLabel('Hva vil du ta opp?').fill('Bolig først. Så jobb.');
      await page
        .getByLabel('Hva vil du ta opp?')
        .locator('xpath=ancestor::form')
        .getByRole('button', { name: 'Lagre' })
        .click();
      await expectAccessible(page);
      await page.getByRole('checkbox', { name: /Ringe boligkontoret/ }).check();
      await said(page, 'Krysset av');
    },
  },
  {
    name: 'week 5: he looks back on the weeks in his own words',
    walk: async (page, house) => {
      await house.clock('2024-04-17T18:00+02:00');
      await logIn(page, house, 'Trygve Tangen');
      await openPart(page, /Hvordan har du det på ulike områder/);
      await page.getByRole('button', { name: 'Hvordan er det nå?' }).click();
      await dialog(page).getByText('Bolig', { exact: true }).click();
      await dialog(page).getByRole('region', { name: 'Bolig' }).getByText('6', { exact: true }).click();
      await save(page);
      await said(page, 'Takk for at du sa hvordan det er');
      await backToPlan(page);
      await openPart(page, /Se tilbake/);
      await expect(page.getByText('Bolig').first()).toBeVisible();
      await page.getByRole('button', { name: 'Skriv om ukene' }).click();
      await page.getByLabel('Hva er annerledes nå?').fill('Jeg har noen som ringer. Jeg sover.');
      await page.getByLabel('Hvordan går veien videre?').fill('Rommet på Kleppe, og torsdagene.');
      await expectAccessible(page);
      await page.getByRole('button', { name: 'Lagre' }).click();
      await said(page, 'Det blir med inn i møtet');
      await expectAccessible(page);
    },
  },
  {
    name: 'week 6: the meeting is held, and a promise has a name and a date',
    walk: async (page, house) => {
      await house.clock('2024-04-24T10:05+02:00');
      await logIn(page, house, 'Siren Bø');
      await visit(page, house, '/min-dag', 'Min dag');
      await openPerson(page, house, 'Trygve', 'Forløp');
      await page.getByRole('link', { name: 'Gå til møtet' }).click();
      await expect(page.getByText('Bolig først. Så jobb.')).toBeVisible();
      await expect(page.getByText('Jeg har noen som ringer. Jeg sover.')).toBeVisible();
      await page.getByRole('button', { name: 'Vi er i gang' }).click();
      await page.getByLabel('Hva skal gjøres?').fill('Søke om depositum sammen med Trygve');
      await page.getByLabel('Hvem lover det?').selectOption({ label: 'Kari Moi, NAV Time' });
      await page.getByText('om én uke').click();
      await expectAccessible(page);
      await page.getByRole('button', { name: 'Legg til avtalen' }).click();
      await expect(
        page.getByRole('button', { name: 'Ta bort: Søke om depositum sammen med Trygve' }),
      ).toBeVisible();
      await page.getByRole('button', { name: 'Les opp og avslutt' }).click();
      await expect(page.getByText('Søke om depositum sammen med Trygve')).toBeVisible();
      await expectAccessible(page);
      await page.getByRole('button', { name: 'Avslutt møtet' }).click();
      await page.getByRole('link', { name: 'Les referatet' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Referat fra møtet med Trygve');
      await expectAccessible(page);
    },
  },
];
