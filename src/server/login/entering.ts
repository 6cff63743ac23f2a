import type { FastifyRequest } from 'fastify';
import { deviceOf } from '#domain/login/device.ts';
import type { Tx } from '../db/database.ts';
import { raw, sql } from '../db/query.ts';
import { secretIn } from '../http/session-cookie.ts';

/** The device somebody logs in on, for their own list of them; as JSON for the database. */
export const deviceIn = (request: FastifyRequest): string =>
  JSON.stringify(deviceOf(request.headers['user-agent'] ?? ''));

/** A browser holds one session: what it held before opens nothing once somebody logs in anew. */
export async function leaveBefore(rows: Tx['rows'], request: FastifyRequest): Promise<void> {
  const before = secretIn(request);
  if (before !== undefined) await rows(raw(sql`select app.leave_session(${before})`));
}
