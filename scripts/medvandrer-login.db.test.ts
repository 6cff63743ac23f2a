import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '#server/db/database.ts';
import { raw, sql } from '#server/db/query.ts';
import { type FreshDatabase, freshDatabase } from '#server/db/test-server.ts';
import { addressOf, medvandrer } from './test-medvandrer.ts';

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.drop());
const invite = (...options: string[]) =>
  medvandrer({ DATABASE_URL: addressOf(fresh.ownerConfig) }, 'first-administrator', ...options);
const time = ['--municipality', '1121 Time', '--organisation', 'Time kommune', '--name', 'Kari Dale'];

test('the first administrator of an empty installation gets a code, and is invited by it', async () => {
  const { code, out } = await invite(...time, '--json');
  expect(code).toBe(0);
  const said = JSON.parse(out) as { code: string };
  expect(said.code).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){2}$/);
  const database = openDatabase(fresh.loginConfig);
  const browser = 'b'.repeat(43);
  const [invited] = await database.asNobody(async (rows) => {
    await rows(
      raw(
        sql`select app.remember_newcomer(${browser}, 'kommunen', 'https://i', 's', 'strong', null, null, null)`,
      ),
    );
    return rows(
      raw(
        sql<{
          worker: boolean;
        }>`select for_worker as worker from app.try_invitation(${browser}, ${said.code.replaceAll('-', '')})`,
      ),
    );
  });
  expect(invited).toEqual({ worker: true });
  await database.close();
});

test('a second one is invited on the screen, and not here', async () => {
  expect(await invite(...time)).toEqual({
    code: 1,
    out: '',
    err: 'Time has a system administrator already, who invites others.\n',
  });
});

test.each([
  [['--municipality', 'Time', '--organisation', 'x', '--name', 'x']],
  [['--municipality', '1121 Time', '--name', 'x']],
])('what cannot be understood is said: %j', async (options) => {
  expect((await invite(...options)).code).toBe(2);
});
