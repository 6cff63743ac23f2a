import { defineConfig } from 'vitest/config';

const DATABASE_TESTS = ['**/*.{db,api}.test.ts'];
// The full product, which takes minutes: asked for by the bench.
const FULL_TESTS = ['**/*.full.test.ts'];
// They start the packaged PostgreSQL or none, whichever one the other tests run on: once is enough.
const PACKAGED = ['src/server/crash.db.test.ts', 'scripts/medvandrer-alone.db.test.ts'];
const PACKAGED_ONLY = process.env['TEST_POSTGRES'] === '15' ? PACKAGED : [];
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
          exclude: [...NEVER, ...DATABASE_TESTS, ...FULL_TESTS],
        },
      },
      {
        extends: true,
        test: {
          name: 'db',
          include: DATABASE_TESTS,
          exclude: [...NEVER, ...PACKAGED_ONLY],
          // Each file has a database of its own and no module of ours remembers anything: to load the server anew for
          // every file would be a third of the time.
          isolate: false,
          globalSetup: ['src/server/db/test-server.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'full',
          include: FULL_TESTS,
          exclude: NEVER,
          isolate: false,
          globalSetup: ['src/server/db/test-server.ts'],
        },
      },
    ],
  },
});
