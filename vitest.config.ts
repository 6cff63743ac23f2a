import { defineConfig } from 'vitest/config';

const DATABASE_TESTS = ['**/*.{db,api}.test.ts'];
// It starts the packaged PostgreSQL, whichever one the other tests run on: once is enough.
const PACKAGED_ONLY = process.env['TEST_POSTGRES'] === '15' ? ['src/server/crash.db.test.ts'] : [];
const NEVER = ['node_modules/**', '.build/**', '.data/**', 'e2e/**'];

export default defineConfig({
  test: {
    // two cores, and every worker of the database tests has its own database on the same server
    maxWorkers: 2,
    // ceilings for a machine that is busy with something else; no test waits for them to pass
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{src,scripts,db,bench}/**/*.test.{ts,tsx}'],
          exclude: [...NEVER, ...DATABASE_TESTS],
        },
      },
      {
        extends: true,
        test: {
          name: 'db',
          include: DATABASE_TESTS,
          exclude: [...NEVER, ...PACKAGED_ONLY],
          globalSetup: ['src/server/db/test-server.ts'],
        },
      },
    ],
  },
});
