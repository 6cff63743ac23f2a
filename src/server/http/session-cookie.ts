import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refused } from '../refused.ts';

/** The prefix makes the browser keep the cookie to this host, over TLS or on localhost only. */
const COOKIE = '__Host-medvandrer';
/** Before anyone is known: which browser was sent to an issuer. Never becomes a session's. */
const BROWSER_COOKIE = '__Host-medvandrer-login';
const BROWSER_LIVES_S = 20 * 60;

/**
 * What a browser holds of a session. The secret opens it and is changed now and then; the key stays as long as the
 * session does, is never stored, and opens nothing: forgery tokens and what is encrypted for the session follow from it.
 */
export interface Held {
  key: string;
  secret: string;
}

export const newSecret = (): string => randomBytes(32).toString('base64url');
export const newHeld = (): Held => ({ key: newSecret(), secret: newSecret() });

const kept = { path: '/', httpOnly: true, secure: true, sameSite: 'lax' } as const;

export const setSessionCookie = (reply: FastifyReply, { key, secret }: Held): void =>
  void reply.setCookie(COOKIE, `${key}.${secret}`, { ...kept, maxAge: 12 * 3600 });

export const clearSessionCookie = (reply: FastifyReply): void =>
  void reply.clearCookie(COOKIE, { path: '/', secure: true });

function heldIn(request: FastifyRequest): Held | undefined {
  const [, key, secret] = /^([\w-]{43})\.([\w-]{43})$/.exec(request.cookies[COOKIE] ?? '') ?? [];
  return key === undefined || secret === undefined ? undefined : { key, secret };
}

/** What the browser holds, or a refusal: nobody is logged in. */
export function heldBy(request: FastifyRequest): Held {
  const held = heldIn(request);
  if (held === undefined) throw new Refused('not-logged-in');
  return held;
}

export const secretOf = (request: FastifyRequest): string => heldBy(request).secret;
export const secretIn = (request: FastifyRequest): string | undefined => heldIn(request)?.secret;

/** What a page of ours sends back with every change. Follows from the cookie's key, which a foreign page cannot read. */
export const csrfOf = (key: string): string => createHash('sha256').update(`csrf:${key}`).digest('base64url');

export function refuseForgery(request: FastifyRequest): void {
  const sent = Buffer.from(String(request.headers['x-csrf-token'] ?? ''));
  const wanted = Buffer.from(csrfOf(heldBy(request).key));
  if (sent.length !== wanted.length || !timingSafeEqual(sent, wanted)) throw new Refused('forged-request');
}

/** Before there is a session there is no secret: then the browser's own word on where a request comes from decides. */
export function refuseOtherSites(request: FastifyRequest): void {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new Refused('forged-request');
}

/** Which browser this is, if it was sent to an issuer a while ago. */
export function browserOf(request: FastifyRequest): string | undefined {
  const browser = request.cookies[BROWSER_COOKIE];
  return browser !== undefined && /^[\w-]{43}$/.test(browser) ? browser : undefined;
}

export const setBrowserCookie = (reply: FastifyReply, browser: string): void =>
  void reply.setCookie(BROWSER_COOKIE, browser, { ...kept, maxAge: BROWSER_LIVES_S });

export const clearBrowserCookie = (reply: FastifyReply): void =>
  void reply.clearCookie(BROWSER_COOKIE, { path: '/', secure: true });
