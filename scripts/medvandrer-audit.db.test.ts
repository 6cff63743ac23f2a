import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { idOf } from '#db/demo/ids.ts';
import { participants, personas } from '#db/demo/people.ts';
import { openDatabase } from '#server/db/database.ts';
import { buildWalls, type Walls } from '#server/db/test-walls.ts';
import { addressOf, medvandrer } from './test-medvandrer.ts';

let walls: Walls;
const dir = mkdtempSync(path.join(tmpdir(), 'medvandrer-audit-'));
const kept = path.join(dir, 'kept.json');
const own = () => ({ DATABASE_URL: addressOf(walls.database.ownerConfig) });
const tamper = async (statement: string) => {
  const client = new pg.Client({ ...walls.database.ownerConfig, options: '-c search_path=app' });
  await client.connect();
  await client.query(`set session_replication_role = replica; ${statement}`);
  await client.end();
};

beforeAll(async () => {
  walls = await buildWalls();
  await tamper('truncate audit, audit_scope, audit_batch');
  const database = openDatabase(walls.database.loginConfig);
  for (const persona of ['siren', 'ola'])
    await database.asActor(
      walls.secretOf(persona),
      { look: 'person-page', ids: [participants.rune.participantId] },
      async () => 0,
    );
  await database.close();
});
afterAll(async () => {
  await walls.database.drop();
  rmSync(dir, { recursive: true, force: true });
});

describe('the log of look-ups', () => {
  test('that nobody has sealed says so', async () => {
    const ran = await medvandrer(own(), 'verify-audit');
    expect([ran.code, ran.err]).toEqual([0, '']);
    expect(ran.out).toMatch(/0 look-ups in 0 batches\.\n2 look-ups wait to be sealed/);
  });

  test('is written down to be kept outside, and says plainly that it is not signed', async () => {
    const ran = await medvandrer(own(), 'checkpoint-audit', '--file', kept);
    expect([ran.code, ran.err]).toEqual([0, '']);
    expect(ran.out).toContain('It is NOT signed');
    expect(JSON.parse(readFileSync(kept, 'utf8'))).toMatchObject({ batch: 1, head: expect.any(String) });
    const verified = await medvandrer(own(), 'verify-audit', '--checkpoint', kept);
    expect([verified.code, verified.err]).toEqual([0, '']);
    expect(verified.out).toContain('2 look-ups in 1 batches');
    expect(verified.out).toContain('which is not signed');
  });

  test('is signed with a key of one’s own', async () => {
    const key = path.join(dir, 'key.pem');
    const { privateKey } = generateKeyPairSync('ed25519');
    writeFileSync(key, privateKey.export({ type: 'pkcs8', format: 'pem' }));
    const signed = await medvandrer({ ...own(), AUDIT_SIGNING_KEY: key }, 'checkpoint-audit', '--json');
    expect([signed.code, signed.err]).toEqual([0, '']);
    writeFileSync(path.join(dir, 'signed.json'), signed.out);
    const verified = await medvandrer(own(), 'verify-audit', '--checkpoint', path.join(dir, 'signed.json'));
    expect(verified.out).toMatch(/signed with the key [0-9a-f]{16}\./);

    writeFileSync(path.join(dir, 'forged.json'), signed.out.replace('"batch":1', '"batch":0'));
    const forged = await medvandrer(own(), 'verify-audit', '--checkpoint', path.join(dir, 'forged.json'));
    expect(forged).toMatchObject({
      code: 1,
      out: expect.stringContaining('signature on the checkpoint does not fit'),
    });
  });

  test.each([
    [['verify-audit', '--checkpoint', '/nowhere'], 'The checkpoint cannot be read'],
    [['verify-audit', '--checkpoint', import.meta.filename], 'is no checkpoint of the log'],
    [['checkpoint-audit', '--file', '/nowhere/at/all'], 'The checkpoint cannot be written'],
  ])('%j says in one line why it cannot', async (words, reason) => {
    const ran = await medvandrer(own(), ...words);
    expect(ran).toMatchObject({ code: 1, out: '' });
    expect(ran.err.trim().split('\n')).toEqual([expect.stringContaining(reason)]);
  });

  test('is not signed with something that is no key', async () => {
    const ran = await medvandrer({ ...own(), AUDIT_SIGNING_KEY: kept }, 'checkpoint-audit');
    expect(ran).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('holds no Ed25519 private key'),
    });
  });

  test('that has been changed ends with 1 and names the first look-up, in words and for programs', async () => {
    await tamper(`update audit set purpose = 'my-day' where number = (select min(number) from audit)`);
    const ran = await medvandrer(own(), 'verify-audit', '--checkpoint', kept);
    expect([ran.code, ran.err]).toEqual([1, '']);
    expect(ran.out).toMatch(
      /THE LOG IS NOT AS IT WAS SEALED\.\n {2}Look-up \d+, in batch 1, is not what was sealed\./,
    );
    const json = await medvandrer(own(), 'verify-audit', '--json');
    expect([json.code, JSON.parse(json.out).faults]).toEqual([
      1,
      [{ kind: 'look-up-changed', batch: 1, number: expect.any(String) }],
    ]);
  });

  test('that was emptied agrees with itself, and not with what was kept outside', async () => {
    await tamper('truncate audit, audit_scope, audit_batch');
    expect(await medvandrer(own(), 'verify-audit')).toMatchObject({ code: 0 });
    const ran = await medvandrer(own(), 'verify-audit', '--checkpoint', kept);
    expect(ran).toMatchObject({
      code: 1,
      out: expect.stringContaining('the end was cut off, or the database was set back'),
    });
    expect(await medvandrer(own(), 'checkpoint-audit')).toMatchObject({
      code: 1,
      err: expect.stringContaining('Nobody has looked at anything yet'),
    });
  });
});

describe('a breach report', () => {
  const period = ['--from', '2024-03-14T00:00+01:00', '--to', '2024-03-15T00:00+01:00'];

  test('lists exactly those who were open to the account, as CSV and for programs, and names nobody', async () => {
    const database = openDatabase(walls.database.loginConfig);
    for (const who of ['rune', 'tone', 'oddny'] as const) {
      const ids = who === 'oddny' ? [idOf('participant', 'oddny')] : [participants[who].participantId];
      await database
        .asActor(walls.secretOf('siren'), { look: 'person-page', ids }, async () => 0)
        .catch(() => 0);
    }
    await database.close();
    const csv = await medvandrer(own(), 'breach-report', '--account', 'siren bø', ...period);
    expect([csv.code, csv.err]).toEqual([0, '']);
    const [header, ...lines] = csv.out.trim().split('\n');
    expect(header).toBe(
      'municipality,participant,first open at,last open at,look-ups,topics read,topics that could be added to,kinds of look-up',
    );
    expect(lines.map((line) => line.split(',')[1]).toSorted()).toEqual(
      [participants.rune.participantId, participants.tone.participantId].toSorted(),
    );
    expect(csv.out).not.toMatch(/Rune|Tone|Lende|Skår/);
    const json = await medvandrer(
      own(),
      'breach-report',
      '--account',
      personas.siren.loginId,
      ...period,
      '--json',
    );
    expect(JSON.parse(json.out).people).toContainEqual({
      municipality: '1121 Time',
      participantId: participants.rune.participantId,
      firstAt: '2024-03-14T07:20:00.000Z',
      lastAt: '2024-03-14T07:20:00.000Z',
      lookUps: 1,
      read: expect.arrayContaining(['identity', 'goals']),
      couldAdd: [],
      actions: ['read'],
    });
  });

  test.each([
    [['--account', 'nobody', ...period], 1, 'There is no account'],
    [['--account', 'siren bø'], 2, 'needs --account, --from and --to'],
    [
      ['--account', 'siren bø', '--from', '2024-03-14T10:00', '--to', '2024-03-14T11:00Z'],
      2,
      '--from is no moment',
    ],
    [
      ['--account', 'siren bø', '--from', '2024-03-14T12:00Z', '--to', '2024-03-14T11:00Z'],
      2,
      '--from is not before --to',
    ],
  ])('%j says what is wrong', async (words, code, reason) => {
    const ran = await medvandrer(own(), 'breach-report', ...words);
    expect(ran).toMatchObject({ code, out: '', err: expect.stringContaining(reason) });
  });
});
