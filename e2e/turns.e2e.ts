import type { Page } from '@playwright/test';
import { participants } from '#db/demo/people.ts';
import { expect, expectAccessible, logIn, test } from './house.ts';
import { openPerson } from './steps.ts';

const thursday = '2024-03-14T08:20+01:00';
test.beforeEach(({ house }) => house.clock(thursday));
test.afterAll(({ house }) => house.clock(thursday));

/** Six times by hand would test the form, and this is about the page. */
const writeMessage = (page: Page, note: string): Promise<void> =>
  page.evaluate(
    async ({ path, body }) => {
      const { csrf } = await (await fetch('/api/session')).json();
      const headers = { 'content-type': 'application/json', 'x-csrf-token': csrf };
      const { status } = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) });
      if (status !== 201) throw new Error(`${status}`);
    },
    { path: `/api/people/${participants.rune.participantId}/contacts`, body: { kind: 'message', note } },
  );

test('two taps tell it: who calls, by when, that the place stands; and it can be taken back', async ({
  page,
  house,
}) => {
  await logIn(page, house, 'Rune Lende');
  await page.getByRole('button', { name: 'Si fra', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('Bare du og Ola og Siren kan lese det');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Jeg har hatt en sprekk' }).click();
  await expect(dialog.getByRole('heading', { level: 2 })).toHaveText('Godt at du sa det');
  await expect(dialog).toContainText('Siren ringer deg, senest i morgen.');
  await expect(dialog).toContainText('Plassen din står');
  await expect(dialog.getByRole('link', { name: 'Ring Siren nå' })).toHaveAttribute('href', 'tel:90000012');
  await expect(dialog.getByRole('link', { name: 'Ring 113' })).toBeVisible();
  await expectAccessible(page);
  await dialog.getByLabel('Vil du si mer?').fill('Det var i går kveld');
  await dialog.getByRole('button', { name: 'Send' }).click();
  await expect(dialog).toContainText('Du skrev: «Det var i går kveld»');
  await dialog.getByRole('button', { name: 'Lukk' }).click();
  await expect(page.getByText('Du sa fra i dag kl. 08.20. Siren ringer deg, senest i morgen.')).toBeVisible();

  await logIn(page, house, 'Siren Bø');
  const first = page.getByRole('listitem').filter({ hasText: 'Rune Lende' }).first();
  await expect(first).toContainText('Vi skylder Rune en telefon');
  await expectAccessible(page);

  await logIn(page, house, 'Ingunn Vik');
  await expect(page.getByText('Rune sa fra')).toHaveCount(0);
  await expect(page.getByText('Vi skylder Rune et møte ved døra')).toBeVisible();

  await logIn(page, house, 'Rune Lende');
  await page.getByRole('button', { name: 'Se hva som skjer nå' }).click();
  await dialog.getByRole('button', { name: 'Ta det tilbake' }).click();
  await expect(page.getByText('Du sa fra i dag')).toHaveCount(0);
});

test('somebody who came home is met: the row has one button, and is gone when it is done', async ({
  page,
  house,
}) => {
  await logIn(page, house, 'Siren Bø');
  // However much else happens, it stays in sight: six messages are more than «Siste dager» holds.
  for (const note of ['En', 'To', 'Tre', 'Fire', 'Fem', 'Seks']) await writeMessage(page, note);
  const row = page.getByRole('listitem').filter({ hasText: 'Vi skylder Rune et møte ved døra' });
  await expect(row).toContainText('Utskrevet fra avrusing i går');
  await row.getByRole('link', { name: 'Rune Lende' }).click();
  await expect(page.getByText('Utskrevet fra avrusing i går, ikke møtt')).toBeVisible();
  await expect(page.getByText('På vent 4.–12. mars. Stegene er flyttet, ingenting er mistet.')).toBeVisible();
  await expectAccessible(page);
  for (const tab of ['Nettverk', 'Tilgang', 'Forløp', 'Oppfølging', 'Plan']) {
    await page.getByRole('tab', { name: tab }).click();
    await expect(page.getByRole('button', { name: 'Møt i dag' })).toHaveCount(1);
  }
  await page.getByRole('button', { name: 'Møt i dag' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Hjemme', { exact: true }).click();
  await dialog.getByLabel('Én linje').fill('Møttes ved døra og drakk kaffe');
  await dialog.getByRole('button', { name: 'Lagre' }).click();
  await expect(page.getByText('Utskrevet fra avrusing i går, ikke møtt')).toHaveCount(0);
  await page.getByRole('button', { name: 'Angre' }).click();
  await expect(page.getByText('Utskrevet fra avrusing i går, ikke møtt')).toBeVisible();
});

test('what happens is told in three taps: which day, and whether one wants to be met; and it can be told anew', async ({
  page,
  house,
}) => {
  await logIn(page, house, 'Tone Skår');
  await page.getByRole('link', { name: /Det som skjer rundt deg/ }).click();
  await page.getByRole('button', { name: 'Si hva som skjer' }).click();
  const dialog = page.getByRole('dialog');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Jeg skrives ut' }).click();
  await dialog.getByText('I morgen', { exact: true }).click();
  await dialog.getByText('Nei takk', { exact: true }).click();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Send' }).click();
  const told = page.getByRole('listitem').filter({ hasText: 'Skrives ut i morgen' });
  await expect(told).toContainText('Du har sagt nei takk til å bli møtt');
  await told.getByRole('button', { name: 'Endre: Skrives ut i morgen' }).click();
  await dialog.getByText('Ja, møt meg', { exact: true }).click();
  await dialog.getByRole('button', { name: 'Send' }).click();
  await expect(told).toContainText('Siren møter deg.');

  await logIn(page, house, 'Siren Bø');
  const row = page.getByRole('listitem').filter({ hasText: 'Tone Skår' }).filter({ hasText: 'Skrives ut' });
  await row.getByRole('link', { name: 'Åpne: Tone Skår' }).click();
  await page.getByRole('tab', { name: 'Oppfølging' }).click();
  await expect(page.getByText('Tone vil gjerne bli møtt.')).toBeVisible();

  await logIn(page, house, 'Tone Skår');
  await page.getByRole('button', { name: 'Ta bort: Skrives ut i morgen' }).click();
  await expect(page.getByText('Skrives ut i morgen')).toHaveCount(0);
});

test('on hold and back again: the place stands on the plan, and a welcome is read there', async ({
  page,
  house,
}) => {
  await logIn(page, house, 'Siren Bø');
  await openPerson(page, house, 'Tone Skår', 'Forløp');
  await page.getByRole('button', { name: 'Avslutt', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('er aldri en grunn til å avslutte');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Sett på vent i stedet' }).click();
  await dialog.getByLabel('Hvorfor?').fill('Noen dager hos søsteren');
  await dialog.getByRole('button', { name: 'Sett på vent' }).click();
  await expect(page.getByText('Ny Start: satt på vent')).toBeVisible();

  await house.clock('2024-03-14T08:40+01:00');
  await logIn(page, house, 'Tone Skår');
  await expect(page.getByText('Plassen din står, og stegene venter på deg').first()).toBeVisible();

  await house.clock('2024-03-19T08:20+01:00');
  await logIn(page, house, 'Siren Bø');
  await openPerson(page, house, 'Tone Skår', 'Forløp');
  await page.getByRole('button', { name: 'Ta opp igjen' }).click();
  await dialog.getByRole('button', { name: 'Ta opp igjen' }).click();
  await expect(
    page.getByText('På vent 14.–18. mars. Stegene er flyttet, ingenting er mistet.'),
  ).toBeVisible();

  await logIn(page, house, 'Tone Skår');
  await expect(page.getByText('Godt å ha deg tilbake, Tone')).toBeVisible();
  await expectAccessible(page);
});
