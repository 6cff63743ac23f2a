import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { personas } from '#db/demo/people.ts';
import { type FreshDatabase, freshDatabase } from '../db/test-server.ts';
import { keepHouse } from './housekeeping.ts';

let fresh: FreshDatabase;
let owner: pg.Client;
beforeAll(async () => {
  fresh = await freshDatabase('demo');
  owner = new pg.Client({ ...fresh.ownerConfig, options: '-c search_path=app' });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await fresh.drop();
});

const now = '2024-03-14T08:20+01:00';
const leftOf = async (table: string, column: string): Promise<unknown[]> =>
  (await owner.query(`select ${column} as kept from ${table} order by 1`)).rows.map((row) => row.kept);

test('a request’s key is kept for a day, in which it may be sent again', async () => {
  for (const [route, age] of [
    ['old', '24 hours 1 second'],
    ['young', '23 hours 59 minutes'],
  ]) {
    await owner.query(
      `insert into request_key (login_user_id, key, route, body_hash, result_id, created_at) values ($1, $2, $3, '', $2, $4::timestamptz - $5::interval)`,
      [personas.siren.loginId, randomUUID(), route, now, age],
    );
  }
  await keepHouse(fresh.ownerConfig);
  expect(await leftOf('request_key', 'route')).toEqual(['young']);
});

test('a session is forgotten a month after it has run out', async () => {
  for (const [secret, age] of [
    ['old', '31 days'],
    ['young', '29 days'],
  ]) {
    await owner.query(
      `insert into login_session (secret_hash, login_user_id, idle_until, expires_at) values ($1, $2, $3, $3::timestamptz - $4::interval)`,
      [Buffer.from(secret ?? ''), personas.siren.loginId, now, age],
    );
  }
  await keepHouse(fresh.ownerConfig);
  expect(await leftOf('login_session', `convert_from(secret_hash, 'UTF8')`)).toEqual(['young']);
});

test('a login never finished is forgotten when its time is over', async () => {
  for (const [name, left] of [
    ['old', '-1 second'],
    ['young', '1 minute'],
  ]) {
    await owner.query(
      `insert into login_attempt (browser_hash, state, provider, nonce, verifier, back, expires_at) values ('b', $1, 'p', 'n', 'v', '/', $2::timestamptz + $3::interval)`,
      [name, now, left],
    );
    await owner.query(
      `insert into login_newcomer (browser_hash, issuer, subject, provider, strength, expires_at) values ($1, 'i', $2, 'p', 'strong', $3::timestamptz + $4::interval)`,
      [Buffer.from(name ?? ''), name, now, left],
    );
    await owner.query(
      `insert into passkey_challenge (challenge_hash, browser_hash, expires_at) values ($1, 'b', $2::timestamptz + $3::interval)`,
      [Buffer.from(name ?? ''), now, left],
    );
  }
  await keepHouse(fresh.ownerConfig);
  expect(await leftOf('passkey_challenge', `convert_from(challenge_hash, 'UTF8')`)).toEqual(['young']);
  expect(await leftOf('login_attempt', 'state')).toEqual(['young']);
  expect(await leftOf('login_newcomer', 'subject')).toEqual(['young']);
});

test('the log has tables for the months to come, and making them again changes nothing', async () => {
  const months = () => leftOf('pg_inherits', 'inhrelid::regclass::text');
  await keepHouse(fresh.ownerConfig);
  const made = await months();
  const ahead = new Date(Date.now() + 80 * 86_400_000).toISOString().slice(0, 7).replace('-', '');
  expect(made).toContain(`audit_${ahead}`);
  await keepHouse(fresh.ownerConfig);
  expect(await months()).toEqual(made);
});

test('two servers may keep house at the same time', async () => {
  const both = await Promise.allSettled([keepHouse(fresh.ownerConfig), keepHouse(fresh.ownerConfig)]);
  expect(both.map((one) => one.status)).toEqual(['fulfilled', 'fulfilled']);
});

test('the timetable is there eight weeks ahead, also when two keep house at once', async () => {
  const lastWeek = () =>
    leftOf('group_session', `to_char(starts_at at time zone 'Europe/Oslo', 'IYYY-IW')`).then((weeks) =>
      weeks.at(-1),
    );
  expect(await lastWeek()).toBe('2024-19');
  await owner.query(`update installation set frozen_at = '2024-03-28T08:20+01:00'`);
  await Promise.all([keepHouse(fresh.ownerConfig), keepHouse(fresh.ownerConfig)]);
  expect(await lastWeek()).toBe('2024-21');
  const twice = await leftOf('group_session', `series_id::text || series_day`);
  expect(new Set(twice).size).toBe(twice.length);
});
