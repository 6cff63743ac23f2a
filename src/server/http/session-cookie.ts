import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refused } from '../refused.ts';

/** The prefix makes the browser keep the cookie to this host, over TLS or on localhost only. */
const COOKIE = '__Host-medvandrer';

export const newSecret = (): string => randomBytes(32).toString('base64url');

export function setSessionCookie(reply: FastifyReply, secret: string): void {
  reply.setCookie(COOKIE, secret, {
    path: '/',
    httpOnly: true,
    secure: true,
    sameSite: 'lax',
    maxAge: 12 * 3600,
  });
}

export const clearSessionCookie = (reply: FastifyReply): void =>
  void reply.clearCookie(COOKIE, { path: '/', secure: true });

/** The session's secret, or a refusal: nobody is logged in. */
export function secretOf(request: FastifyRequest): string {
  const secret = request.cookies[COOKIE];
  if (secret === undefined || !/^[\w-]{43}$/.test(secret)) throw new Refused('not-logged-in');
  return secret;
}

/** What a page of ours sends back with every change. Follows from the secret, which a foreign page cannot read. */
export const csrfOf = (secret: string): string =>
  createHash('sha256').update(`csrf:${secret}`).digest('base64url');

export function refuseForgery(request: FastifyRequest): void {
  const sent = Buffer.from(String(request.headers['x-csrf-token'] ?? ''));
  const wanted = Buffer.from(csrfOf(secretOf(request)));
  if (sent.length !== wanted.length || !timingSafeEqual(sent, wanted)) throw new Refused('forged-request');
}

/** Before there is a session there is no secret: then the browser's own word on where a request comes from decides. */
export function refuseOtherSites(request: FastifyRequest): void {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new Refused('forged-request');
}
