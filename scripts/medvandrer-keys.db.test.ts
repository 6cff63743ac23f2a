import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { numberKeys, readKeyRing } from '#server/db/number-keys.ts';
import { asSuperuser } from '#server/db/test-raw-session.ts';
import { type FreshDatabase, freshDatabase } from '#server/db/test-server.ts';
import { addressOf, medvandrer } from './test-medvandrer.ts';

const directory = mkdtempSync(path.join(tmpdir(), 'medvandrer-keys-'));
let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(async () => {
  await fresh.drop();
  rmSync(directory, { recursive: true, force: true });
});

interface Keys {
  seal: { id: string; key: string }[];
  mark: { id: string; key: string }[];
}
const fileOf = (name: string, ...rings: Keys[]): string => {
  const file = path.join(directory, name);
  const all = { seal: rings.flatMap(({ seal }) => seal), mark: rings.flatMap(({ mark }) => mark) };
  writeFileSync(file, JSON.stringify(all));
  return file;
};
const named = (keys: Keys, id: string): Keys => ({
  seal: keys.seal.map((key) => ({ ...key, id })),
  mark: keys.mark.map((key) => ({ ...key, id })),
});
const run = (file: string, ...words: string[]) =>
  medvandrer({ DATABASE_URL: addressOf(fresh.ownerConfig), NUMBER_KEYS_FILE: file }, ...words);
const newKeys = async (id: string) => named(JSON.parse((await medvandrer({}, 'new-keys', '--json')).out), id);
const kept = () =>
  asSuperuser(fresh, async (client) => (await client.query('select * from person_number order by id')).rows);

test('a key is changed while both are there, and the old one can be taken out', async () => {
  const [old, next] = [await newKeys('old'), await newKeys('next')];
  expect((await run(fileOf('old', old), 'demo')).code).toBe(0);
  const before = await kept();
  expect(before.length).toBeGreaterThan(0);
  expect(before.map(({ sealed_with }) => sealed_with)).toEqual(before.map(() => 'old'));

  // Without the old key nothing can be sealed anew, and it is said.
  const alone = await run(fileOf('next', next), 'rotate-keys');
  expect([alone.code, alone.out]).toEqual([1, '']);
  expect(alone.err).toMatch(/sealed with “old” does not open .* put the missing key back/);
  expect(await kept()).toEqual(before);

  const both = fileOf('both', next, old);
  expect(JSON.parse((await run(both, 'rotate-keys', '--json')).out)).toEqual({
    sealed: before.length,
    seal: 'next',
    mark: 'next',
  });
  expect((await run(both, 'rotate-keys')).out).toContain('already');
  const ring = readKeyRing(readFileSync(fileOf('next', next), 'utf8'));
  if ('wrong' in ring) throw new Error(ring.wrong);
  const [row] = await kept();
  const number = numberKeys(ring).open(row, row.participant_id);
  expect(row.mark).toEqual(numberKeys(ring).marksOf(number)[0]);
  expect(number).toMatch(/^\d{11}$/);
});

test('nothing of a number or a key is told', async () => {
  const keys = await newKeys('third');
  const ran = await run(fileOf('third', keys), 'rotate-keys');
  expect(ran.code).toBe(1);
  for (const { key } of [...keys.seal, ...keys.mark]) expect(ran.err + ran.out).not.toContain(key);
  expect(ran.err + ran.out).not.toMatch(/\d{11}/);
});
