import { expect, expectAccessible, logIn } from '../house.ts';
import {
  backToPlan,
  dialog,
  logContact,
  openPart,
  openPerson,
  type Part,
  said,
  save,
  step,
  visit,
} from '../steps.ts';

export const firstWeeks: Part[] = [
  {
    name: 'week 1: he is taken in, says what matters, and the first goal has somebody who does something',
    walk: async (page, house) => {
      await house.clock('2024-03-15T10:00+01:00');
      await logIn(page, house, 'Siren Bø');
      // What he is called was enough until now.
      await openPerson(page, house, 'Trygve');
      await page.getByRole('button', { name: 'Endre: Navn og telefon: Trygve' }).click();
      await dialog(page).getByLabel('Etternavn').fill('Tangen');
      await dialog(page).getByLabel('Telefon').fill('900 00 199');
      await expectAccessible(page);
      await save(page);
      await expect(page.getByRole('heading', { level: 1 })).toContainText('Trygve Tangen');
      await visit(page, house, '/henvendelser', 'Henvendelser');
      await page
        .getByRole('article')
        .filter({ hasText: 'Trygve Tangen' })
        .getByRole('button', { name: 'Ta inn' })
        .click();
      await dialog(page).getByLabel('Første dag').fill('2024-03-18');
      await expectAccessible(page);
      await dialog(page).getByRole('button', { name: 'Ta inn' }).click();
      // Whoever takes him in goes on with him.
      await expect(page.getByRole('heading', { level: 1 })).toContainText('Trygve Tangen');
      await said(page, 'Siren Bø er kontaktperson');

      await house.clock('2024-03-18T10:00+01:00');
      await logIn(page, house, 'Siren Bø');
      await visit(page, house, '/min-dag', 'Min dag');
      await expect(page.getByText('Kartlegging').first()).toBeVisible();

      await openPerson(page, house, 'Trygve');
      await expectAccessible(page);
      await page.getByRole('button', { name: 'Skriv det som er viktig' }).click();
      await dialog(page)
        .getByLabel('Det Trygve sier')
        .fill('Jeg vil ha et sted der ingen banker på om natta');
      await dialog(page).getByRole('button', { name: 'Lagre' }).click();
      await expect(page.getByText('«Jeg vil ha et sted der ingen banker på om natta»').first()).toBeVisible();

      await page.getByRole('button', { name: 'Nytt mål' }).click();
      await dialog(page).getByLabel('Hva vil Trygve få til?').fill('Et eget sted å bo');
      await dialog(page).getByLabel('Slik er det nå').fill('sofaen hos en kamerat');
      await dialog(page).getByRole('button', { name: 'Lagre' }).click();
      await said(page, 'Et eget sted å bo');
      await page.getByRole('button', { name: /Legg til noe å gjøre for målet: Et eget sted å bo/ }).click();
      await dialog(page).getByLabel('Hva skal gjøres?').fill('Ringe boligkontoret');
      await dialog(page).getByText('Trygve', { exact: true }).click();
      await dialog(page).getByRole('button', { name: 'Lagre' }).click();
      await said(page, 'Ringe boligkontoret');

      await page.getByRole('tab', { name: 'Forløp' }).click();
      const mapping = step(page, 'Kartlegging');
      await expect(mapping).toContainText('gjort');
      await expectAccessible(page);
      await page.getByRole('button', { name: 'Forklar reglene' }).click();
      await dialog(page).getByLabel('Trygve skriver under med navnet sitt her').fill('Trygve');
      await dialog(page).getByRole('button', { name: 'Skriv under' }).click();
      await said(page, 'Det er skrevet ned');
    },
  },
  {
    name: 'week 1, on his own phone: what he builds on, how it is, what he wishes for',
    walk: async (page, house) => {
      await logIn(page, house, 'Trygve Tangen');
      await openPart(page, /Det jeg er god på/);
      await page.getByRole('button', { name: 'Legg til noe' }).click();
      await dialog(page).getByText('Dette har hjulpet før', { exact: true }).click();
      await dialog(page).getByLabel('Med dine ord').fill('Å stå opp tidlig og gå en tur');
      await expectAccessible(page);
      await save(page);
      await expect(page.getByText('Å stå opp tidlig og gå en tur').first()).toBeVisible();
      await expectAccessible(page);
      await backToPlan(page);

      await openPart(page, /Hvordan har du det på ulike områder/);
      await page.getByRole('button', { name: 'Velg områder' }).click();
      await dialog(page).getByText('Bolig', { exact: true }).click();
      const housing = dialog(page).getByRole('region', { name: 'Bolig' });
      await housing.getByText('2', { exact: true }).click();
      await housing.getByRole('textbox').fill('أنام على أريكة صديق');
      await expectAccessible(page);
      await save(page);
      await said(page, 'Takk for at du sa hvordan det er');
      await expect(page.getByText('أنام على أريكة صديق').first()).toBeVisible();
      await expectAccessible(page);
      await backToPlan(page);

      await openPart(page, /Dette ønsker jeg meg/);
      await page.getByRole('button', { name: 'Noe jeg ønsker meg' }).click();
      await dialog(page).getByLabel('Hva ønsker du deg?').fill('En hybel i Bryne');
      await expectAccessible(page);
      await save(page);
      await said(page, 'Vi skylder deg et svar');
      await expectAccessible(page);
    },
  },
  {
    name: 'week 1: the wish is answered with the reason and what comes instead, and he says what he thinks of it',
    walk: async (page, house) => {
      await logIn(page, house, 'Siren Bø');
      await openPerson(page, house, 'Trygve');
      await expect(page.getByText('Å stå opp tidlig og gå en tur').first()).toBeVisible();
      await page.getByRole('button', { name: 'Svar på ønsket: En hybel i Bryne' }).click();
      await dialog(page).getByText('Noe annet i stedet', { exact: true }).click();
      await dialog(page).getByLabel('Hva kommer i stedet?').fill('Rom på Kleppe fra april');
      await dialog(page).getByText('det er fullt', { exact: true }).click();
      await expectAccessible(page);
      await save(page);
      await said(page, 'Svaret er lagret');

      await logIn(page, house, 'Trygve Tangen');
      await openPart(page, /Dette ønsker jeg meg/);
      await expect(page.getByText('Rom på Kleppe fra april').first()).toBeVisible();
      await page.getByText('Delvis', { exact: true }).click();
      await said(page, 'Takk');
    },
  },
  {
    name: 'week 2: he comes to the group, and a contact is logged, undone and kept as a draft',
    walk: async (page, house) => {
      await house.clock('2024-03-25T09:40+01:00');
      await logIn(page, house, 'Siren Bø');
      await visit(page, house, '/grupper', 'Grupper');
      await page
        .getByRole('link', { name: /No Limitation spinning og felles lunsj/ })
        .first()
        .click();
      const row = page.getByRole('listitem').filter({ hasText: 'Trygve Tangen' });
      await row.getByText('kom', { exact: true }).click();
      await expect(row.getByRole('radio', { name: 'kom', exact: true })).toBeChecked();
      await page.reload();
      await expect(row.getByRole('radio', { name: 'kom', exact: true })).toBeChecked();
      await expectAccessible(page);

      await openPerson(page, house, 'Trygve');
      await logContact(page, 'Samtale', 'Planla uka og bussen');
      await page.waitForTimeout(800);
      await page.reload();
      await expect(dialog(page).getByLabel('Én linje')).toHaveValue('Planla uka og bussen');
      await dialog(page).getByRole('button', { name: 'Lagre' }).click();
      await said(page, 'Lagret');
      await page.getByRole('tab', { name: 'Oppfølging' }).click();
      await expect(page.getByText('Planla uka og bussen')).toBeVisible();
      await page.getByRole('tab', { name: 'Forløp' }).click();
      const talk = step(page, 'Oppfølgingssamtale');
      await expect(talk).toContainText('gjort');

      await page.getByRole('button', { name: 'Angre' }).click();
      await said(page, 'trukket tilbake');
      await expect(talk).not.toContainText('gjort');
    },
  },
];
