import { defineConfig } from '@playwright/test';
import { findBrowser } from './scripts/browser.ts';

const shared = {
  launchOptions: await findBrowser(),
  locale: 'nb-NO',
  timezoneId: 'Europe/Oslo',
  // A recording of every test costs a third of the time; ask for one with --trace=on when a test fails.
  trace: 'off',
  contextOptions: { reducedMotion: 'reduce' },
  screenshot: 'only-on-failure',
} as const;

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.e2e.ts',
  globalSetup: './e2e/global-setup.ts',
  outputDir: '.build/e2e',
  fullyParallel: false,
  forbidOnly: Boolean(process.env['CI']),
  retries: 0,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  projects: [
    // What is the same at any width is asked at one: `*.once.e2e.ts`.
    {
      name: 'phone',
      testIgnore: '**/*.once.e2e.ts',
      use: { ...shared, viewport: { width: 390, height: 844 }, hasTouch: true },
    },
    { name: 'desk', use: { ...shared, viewport: { width: 1280, height: 900 } } },
  ],
});
