// What a browser is told about every answer of ours: what it may fetch and run, and what a page of ours may never ask a device for.
import { createHash } from 'node:crypto';
import helmet from '@fastify/helmet';
import type { App } from './shell.ts';

/**
 * Nothing by default, and from this host alone. No inline script, style or handler, and no text becomes script on the
 * way (trusted types, of which there are none): what somebody writes can at worst be read.
 */
const contentPolicy = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  fontSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  connectSrc: ["'self'"],
  manifestSrc: ["'self'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
  requireTrustedTypesFor: ["'script'"],
  trustedTypes: ["'none'"],
};

/** We ask a device for none of it; a page that was tampered with cannot either. */
const NEVER_ASKED_FOR = [
  'camera',
  'microphone',
  'geolocation',
  'display-capture',
  'payment',
  'usb',
  'serial',
  'hid',
  'midi',
  'browsing-topics',
];
const permissions = NEVER_ASKED_FOR.map((feature) => `${feature}=()`).join(', ');

export async function tellBrowsers(app: App): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: contentPolicy },
    hsts: { maxAge: 31_536_000 },
    referrerPolicy: { policy: 'no-referrer' },
    frameguard: { action: 'deny' },
  });
  app.addHook('onRequest', async (_request, reply) => void reply.header('permissions-policy', permissions));
  // People's data stays in no cache, neither the browser's nor one on the way.
  app.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store');
  });
}

/** For a page that is taken along: it runs nothing and fetches nothing, and knows its few rules of style by their hash. */
export function policyOfKeptPage(style: string): string {
  const hash = createHash('sha256').update(style).digest('base64');
  return `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
}
