import { expect, expectAccessible, logIn, test } from './house.ts';
import { dialog, openPart, openPerson, said, save, visit } from './steps.ts';

// Those who are close: a letter, help for oneself, and a card for a child.
test.describe.configure({ mode: 'serial' });

test('somebody who is worried writes without a login, and learns nothing by it', async ({ page, house }) => {
  await page.goto(house.address);
  await page.getByRole('link', { name: /Er du pårørende/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('For deg som er pårørende');
  await expect(page.getByRole('link', { name: 'Ring 116 111' })).toHaveAttribute('href', 'tel:116111');
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Skriv et brev' }).click();
  const answers: string[] = [];
  for (const who of ['Tone Skår på Klepp', 'Ingen Kjenner']) {
    await page.getByLabel('Hvem vil du skrive til?').selectOption({ label: 'Ny Start, Gjesdal' });
    await page.getByLabel('Hvem er du bekymret for?').fill(who);
    await page.getByLabel('Hva ser du, og hva er du redd for?').fill('Hun svarer ikke på telefonen.');
    await page.getByRole('button', { name: 'Send brevet' }).click();
    // Whether it is kept is asked, and nothing is chosen beforehand.
    await expect(page.getByRole('alert')).toHaveText('Velg noe her først.');
    await page.getByText('Nei, hold det for dere selv').click();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Send brevet' }).click();
    const answer = page.getByRole('status').filter({ hasText: 'Takk for at du skrev' });
    await expect(answer).toBeVisible();
    answers.push((await answer.textContent()) ?? '');
    await page.getByRole('button', { name: 'Skriv et brev til' }).click();
    await expect(page.getByLabel('Hvem er du bekymret for?')).toHaveValue('');
  }
  expect(answers[0]).toBe(answers[1]);
  // Nothing of it lies on the device for the next one who looks.
  await page.reload();
  await expect(page.getByLabel('Hva ser du, og hva er du redd for?')).toHaveValue('');
});

test('somebody close asks for help for themself', async ({ page, house }) => {
  await page.goto(`${house.address}/parorende/snakke`);
  await page.getByLabel('Hvem vil du skrive til?').selectOption({ label: 'Ny Start, Gjesdal' });
  await page.getByLabel('Hvordan har du det?').fill('Jeg sover ikke.');
  await page.getByLabel('Hva kan vi kalle deg?').fill('Wenche');
  await page.getByRole('button', { name: 'Be om noen å snakke med' }).click();
  await expect(page.getByLabel('Telefon vi kan ringe deg på')).toBeFocused();
  await page.getByLabel('Telefon vi kan ringe deg på').fill('900 00 777');
  await page.getByRole('button', { name: 'Be om noen å snakke med' }).click();
  await expect(page.getByText('ringer deg for å høre hvordan du har det')).toBeVisible();
});

test('Siren opens the box, puts one letter with Tone and receives Wenche; Tone reads nothing of it', async ({
  page,
  house,
}) => {
  await logIn(page, house, 'Siren Bø');
  await page.getByRole('link', { name: 'Åpne postkassen' }).click();
  const box = page.getByRole('region', { name: 'Brev i postkassen' });
  const about = box.getByRole('listitem').filter({ hasText: 'Tone Skår på Klepp' });
  await expect(about).toContainText('ber om at dette holdes fra personen');
  await expectAccessible(page);
  await about.getByRole('button', { name: 'Legg hos en deltaker' }).click();
  await dialog(page).getByRole('combobox', { name: 'Finn personen' }).fill('Tone');
  await dialog(page)
    .getByRole('option', { name: /Tone Skår/ })
    .click();
  await dialog(page).getByRole('button', { name: 'Legg brevet hos Tone Skår' }).click();
  await said(page, 'Brevet ligger hos Tone Skår');
  await expect(about).toHaveCount(0);

  const wenche = box.getByRole('listitem').filter({ hasText: 'Wenche' });
  await wenche.getByRole('button', { name: 'Ta imot som henvendelse' }).click();
  await expect(dialog(page).getByLabel('Fornavn')).toHaveValue('Wenche');
  await dialog(page).getByLabel('Hjemkommune').selectOption({ label: 'Time' });
  await save(page);
  await expect(page.getByRole('region', { name: 'Venter på svar' })).toContainText('Wenche');
  await expect(wenche).toHaveCount(0);

  await openPerson(page, house, 'Tone Skår', 'Nettverk');
  await expect(page.getByText('«Hun svarer ikke på telefonen.»')).toBeVisible();
  await expect(page.getByText('Holdes fra Tone')).toBeVisible();
  await expectAccessible(page);

  await logIn(page, house, 'Tone Skår');
  await expect(page.getByRole('main')).not.toContainText('svarer ikke på telefonen');
  await visit(page, house, '/oppslag', /.+/);
  await expect(page.getByRole('main')).toContainText('tjenestens egne papirer');
  await expect(page.getByRole('main')).not.toContainText('brev');
});

test('Tone answers the question about children, and writes a card that Siren reads', async ({
  page,
  house,
}) => {
  await logIn(page, house, 'Tone Skår');
  await openPart(page, /Mine barn/);
  await expect(page.getByText('Det blir ikke sendt noe sted')).toBeVisible();
  await page.getByRole('button', { name: /Svar på/ }).click();
  for (const answer of await dialog(page).getByRole('radio').all()) await expect(answer).not.toBeChecked();
  await save(page);
  await expect(dialog(page).getByRole('alert')).toHaveCount(2);
  for (const question of ['Har du barn under 18 år?', 'Har du søsken under 18 år?'])
    await dialog(page).getByRole('group', { name: question }).getByText('Vil ikke si det nå').click();
  await save(page);
  await said(page, 'Takk. Svaret er lagret.');
  await page.getByRole('button', { name: 'Legg til et barn' }).click();
  await dialog(page).getByLabel('Hva kaller du barnet?').fill('Vesla');
  await dialog(page).getByText('Et annet barn').click();
  await dialog(page).getByLabel('En trygg voksen for barnet').fill('Farmor');
  await expectAccessible(page);
  await save(page);
  const card = page.getByRole('article', { name: 'Vesla' });
  await expect(card).toContainText('Trygg voksen: Farmor');
  await card.getByRole('button', { name: 'Skriv noe om Vesla' }).click();
  await dialog(page).getByText('Noe barnet har fått vite').click();
  await dialog(page).getByLabel('Med egne ord').fill('Tante er sliten, og får hjelp.');
  await save(page);
  await expect(card).toContainText('«Tante er sliten, og får hjelp.»');
  await expectAccessible(page);

  await logIn(page, house, 'Siren Bø');
  await openPerson(page, house, 'Tone Skår', 'Nettverk');
  await expect(page.getByRole('article', { name: 'Vesla' })).toContainText('Tante er sliten, og får hjelp.');
});
