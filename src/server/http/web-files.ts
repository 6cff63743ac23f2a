import statics from '@fastify/static';
import type { FastifyRequest } from 'fastify';
import { baseLocale, isLocale, type Locale } from '#text/text.ts';
import { Refused } from '../refused.ts';
import type { App } from './shell.ts';

/** The screens write it when somebody chooses a language (src/web/app/language.ts). */
const LANGUAGE = 'medvandrer-language';

/** The built screens, one page in each language; every address of the app itself gets the page of the reader's. */
export async function serveWeb(app: App, webDir: string | undefined): Promise<void> {
  if (webDir === undefined) return;
  await app.register(statics, {
    root: webDir,
    wildcard: false,
    index: false,
    preCompressed: true,
    cacheControl: false,
    // Only what carries its content's hash in its name may be kept for good.
    setHeaders: (reply, file) =>
      void reply.header(
        'cache-control',
        file.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      ),
  });
  // The page decides, in the browser, what it shows.
  app.get('/*', { schema: { hide: true } }, (request, reply) => {
    const [address = ''] = request.url.split('?');
    if (/^\/api(\/|$)|\.[a-z0-9]+$/.test(address)) throw new Refused('not-found');
    // One address, several pages of one size and often one time: a validator made of those would keep the old language.
    return reply
      .header('vary', 'cookie')
      .sendFile(`${languageOf(request)}.html`, { etag: false, lastModified: false });
  });
}

function languageOf(request: FastifyRequest): Locale {
  const chosen = request.cookies[LANGUAGE];
  return isLocale(chosen) ? chosen : baseLocale;
}
