import type pg from 'pg';
import { asOwner } from '../db/owner.ts';
import { sealLog } from '../seal/seal.ts';
import { watchLookUps } from './watch-look-ups.ts';

const EVERY_MS = 15_000;
/** How often what has been logged is sealed; until then somebody who owns the database could change it unseen. */
const MINUTES_BETWEEN_SEALS = 5;

/**
 * What has to be done now and then and belongs to nobody's request: next month's log table, the samlinger of the
 * timetable eight weeks ahead, replay keys older than a day, logins never finished, sessions long over, the seal on the log. Safe to run in several servers at once.
 */
export function startHousekeeping(owner: pg.ClientConfig, failed: (error: unknown) => void): () => void {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  const round = async (): Promise<void> => {
    try {
      await keepHouse(owner);
    } catch (error) {
      failed(error);
    }
    if (!stopped) timer = setTimeout(() => void round(), EVERY_MS).unref();
  };
  timer = setTimeout(() => void round(), 5_000).unref();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}

export const keepHouse = (owner: pg.ClientConfig): Promise<void> =>
  asOwner(owner, 'housekeeping', async (client) => {
    await client.query('select app.ensure_audit_partitions(now())');
    await client.query('select app.extend_timetable()');
    await client.query('select app.sweep_here()');
    await client.query(`delete from app.request_key where created_at < app.now() - interval '24 hours'`);
    await client.query('delete from app.login_attempt where expires_at < app.now()');
    await client.query('delete from app.login_newcomer where expires_at < app.now()');
    await client.query('delete from app.passkey_challenge where expires_at < app.now()');
    await client.query(`delete from app.code_miss where at < app.now() - interval '1 day'`);
    await client.query(
      `update app.sent_code set sealed = null, sealed_with = null where sealed is not null and expires_at < app.now() - interval '10 minutes'`,
    );
    await client.query(`delete from app.sent_code where asked_at < app.now() - interval '31 days'`);
    await client.query(`delete from app.login_session where expires_at < app.now() - interval '30 days'`);
    await sealLog(client, { minutesBetween: MINUTES_BETWEEN_SEALS });
    await watchLookUps(client);
  });
