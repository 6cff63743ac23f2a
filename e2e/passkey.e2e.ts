import type { Page } from '@playwright/test';
import { expect, expectAccessible, testIn } from './house.ts';
import { said, save } from './steps.ts';

/** A house that stands at an address known beforehand: what a device signs names it. */
const test = testIn({ issuer: true });

/** A phone with a screen lock. Answers with what sets whether its owner is the one who holds it. */
async function withScreenLock(page: Page): Promise<(isOwner: boolean) => Promise<void>> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return async (isUserVerified) =>
    void (await devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified }));
}

test('Rune adds his phone, comes in by it and keeps what he was writing, and takes it away', async ({
  page,
  house,
}) => {
  const held = await withScreenLock(page);
  await page.goto(house.address);
  await page.getByRole('button', { name: 'Logg inn med ID-porten' }).click();
  await page.getByRole('link', { name: 'Rune', exact: true }).click();
  await expect(page).toHaveURL(`${house.address}/min-plan`);
  await page.goto(`${house.address}/innlogginger`);
  await page.getByLabel('Hva kaller du enheten?').fill('Telefonen min');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Legg til denne enheten' }).click();
  await said(page, 'Lagt til. Neste gang kan du logge inn med denne enheten.');
  await expect(page.getByRole('button', { name: 'Ta bort: Telefonen min' })).toBeVisible();

  // Half an hour later, in the middle of a sentence: somebody else who holds the phone does not come in, he does.
  await page.goto(`${house.address}/min-plan`);
  await page.getByRole('button', { name: /Si det på en ny måte|Skriv hva som er viktig/ }).click();
  await page.getByLabel('Hva er viktig for deg?').fill('Å ha noen å gå med');
  await house.clock('2024-03-14T09:00+01:00');
  await save(page);
  const again = page.getByRole('dialog', { name: 'Du er logget ut' });
  await held(false);
  await again.getByRole('button', { name: 'Logg inn med denne enheten' }).click();
  await expect(again).toContainText('Det ble ikke gjort ferdig.');
  await held(true);
  await again.getByRole('button', { name: 'Logg inn med denne enheten' }).click();
  await expect(again).toBeHidden();
  await expect(page.getByLabel('Hva er viktig for deg?')).toHaveValue('Å ha noen å gå med');
  await expect(page.getByText('Du er logget ut')).toBeHidden();

  // Somebody came in by a device, and is told of it where they did not add it.
  await page.goto(`${house.address}/min-plan`);
  await expect(page.getByText('«Telefonen min» ble lagt til')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Se innlogginger og enheter' }).click();
  await page.getByRole('button', { name: 'Ta bort: Telefonen min' }).click();
  await said(page, 'Den slipper ingen inn mer.');
  await expectAccessible(page);
  await page.context().clearCookies();
  await page.goto(house.address);
  await page.getByRole('button', { name: 'Logg inn med denne enheten' }).click();
  await expect(page.getByText('Denne enheten slipper deg ikke inn her.')).toBeVisible();
  await expectAccessible(page);
});
