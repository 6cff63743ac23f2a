import { expect, expectAccessible, logIn, test } from './house.ts';
import { dialog, openPart, openPerson, said, save } from './steps.ts';

// What is one's own: what one builds on, how it is in each part of life, and what one wishes for.
test.describe.configure({ mode: 'serial' });

test('Tone writes what she builds on, says it in other words, and finds it beside a new goal', async ({
  page,
  house,
}) => {
  await logIn(page, house, 'Tone Skår');
  await openPart(page, /Det jeg er god på/);
  await page.getByRole('button', { name: 'Legg til noe' }).click();
  await dialog(page).getByText('Dette har hjulpet før').click();
  await dialog(page).getByLabel('Med dine ord').fill('Å synge');
  await save(page);
  await said(page, 'Dette bygger vi på');
  await page.getByRole('button', { name: 'Endre: Å synge' }).click();
  await dialog(page).getByLabel('Med dine ord').fill('Å synge i koret');
  await save(page);
  await expect(page.getByText('Å synge i koret')).toBeVisible();
  await page.getByRole('button', { name: 'Endre: Å synge i koret' }).click();
  await dialog(page).getByText('Slik sto det før').click();
  await expect(dialog(page).getByText('«Å synge»')).toBeVisible();
  await expectAccessible(page);
  await dialog(page).getByRole('button', { name: 'Lukk' }).click();

  await page.getByRole('link', { name: 'Tilbake til planen' }).click();
  await openPart(page, /Målene mine/);
  await page.getByRole('button', { name: 'Nytt mål' }).click();
  await expect(dialog(page).getByText('«Å synge i koret»')).toBeVisible();
});

test('Tone talks over the wheel about what she chooses, and can undo it whole', async ({ page, house }) => {
  await logIn(page, house, 'Tone Skår');
  await openPart(page, /Hvordan har du det/);
  await page.getByRole('button', { name: 'Hvordan er det nå?' }).click();
  // What is missing is said where it is missing, and one goes on there: also where one chooses and does not write.
  await save(page);
  await expect(dialog(page).getByRole('alert')).toHaveText('Velg minst ett område.');
  await expect(dialog(page).getByRole('checkbox').first()).toBeFocused();
  await dialog(page).getByLabel('Venner').check();
  await dialog(page).getByLabel('Fritid').check();
  await dialog(page)
    .getByRole('group', { name: 'Venner, fra 0 til 10' })
    .getByLabel('5', { exact: true })
    .check();
  await save(page);
  await expect(dialog(page).getByLabel('Fritid: med dine ord')).toHaveAttribute('aria-invalid', 'true');
  await dialog(page).getByLabel('Fritid: med dine ord').fill('Koret på torsdager');
  await expectAccessible(page);
  await save(page);
  const friends = page.getByRole('listitem').filter({ hasText: 'Venner' });
  await expect(friends).toContainText('2 av 10');
  await expect(friends).toContainText('5 av 10');
  await expect(page.getByText('«Koret på torsdager»')).toBeVisible();
  await page.getByRole('button', { name: 'Angre' }).click();
  await said(page, 'Det står som før');
  await expect(page.getByText('«Koret på torsdager»')).toBeHidden();
  await expect(friends).not.toContainText('5 av 10');
});

test('Tone’s wish is owed an answer: it stands on «Min dag», is put off with a reason, and she reads why', async ({
  page,
  house,
}) => {
  await logIn(page, house, 'Siren Bø');
  await page.getByRole('button', { name: /Vis \d+ til/ }).click();
  await page.getByRole('link', { name: 'Svar: Tone Skår' }).click();
  await expect(dialog(page).getByText('«Noen å gå tur med på søndager»')).toBeVisible();
  await dialog(page).getByText('Noe annet i stedet').click();
  await save(page);
  await expect(dialog(page).getByLabel('Hva kommer i stedet?')).toBeFocused();
  await dialog(page).getByLabel('Hva kommer i stedet?').fill('Tur med gruppa på lørdager');
  await dialog(page).getByText('det finnes ikke her').click();
  await expectAccessible(page);
  await save(page);
  await said(page, 'Svaret er lagret');
  await openPerson(page, house, 'Tone Skår');
  const notGiven = page.getByRole('region', { name: 'Det Tone ønsker seg' }).getByRole('listitem');
  await expect(notGiven).toContainText('Grunnen: det finnes ikke her');

  await logIn(page, house, 'Tone Skår');
  await openPart(page, /Dette ønsker jeg meg/);
  await expect(page.getByText('I stedet: Tur med gruppa på lørdager')).toBeVisible();
  await page.getByLabel('Delvis').check();
  await said(page, 'Det er bra å vite');
  await expectAccessible(page);
});

test('Tone wishes for another contact person, in «Mine folk»', async ({ page, house }) => {
  await logIn(page, house, 'Tone Skår');
  await page.getByRole('button', { name: 'Ønsker du en annen kontaktperson?' }).click();
  await dialog(page).getByLabel('Ola Hauge').check();
  await save(page);
  await expect(page.getByText(/Ønsket kontaktperson: Ola Hauge/)).toBeVisible();
});
