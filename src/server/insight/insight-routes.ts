import type { FastifyReply, FastifyRequest } from 'fastify';
import { InLanguage, WholeFile } from '#contract/insight.ts';
import { baseLocale, isLocale } from '#text/text.ts';
import type { Opening, Tx } from '../db/database.ts';
import { inOrder } from '../db/same-person.ts';
import { refuseOtherSites } from '../http/session-cookie.ts';
import { type App, asReader, problems, type Shell } from '../http/shell.ts';
import { Refused } from '../refused.ts';
import { gathered, inTurn, unpacked } from './gathered.ts';
import { insightData } from './insight-data.ts';
import { insightPage } from './insight-page.ts';
import { pagePolicy } from './insight-style.ts';

/** «Alt om meg»: a complete copy, for the participant alone and with a strong login. Nobody makes it of somebody else. */
export function insightRoutes(app: App, shell: Shell): void {
  app.get(
    '/api/my-copy',
    { schema: { summary: 'Everything about me, as data', response: { 200: WholeFile, ...problems } } },
    (request, reply) =>
      send(reply, 'alt-om-meg.json', 'application/json; charset=utf-8', () =>
        copied(shell, request, (tx, about) => insightData(tx, shell, about)),
      ),
  );
  app.get(
    '/api/my-copy/page',
    {
      schema: {
        summary: 'Everything about me, as a page to read and print',
        querystring: InLanguage,
        response: { 200: WholeFile, ...problems },
      },
    },
    (request, reply) => {
      const { language } = request.query;
      const locale = isLocale(language) ? language : baseLocale;
      return send(reply, 'alt-om-meg.html', 'text/html; charset=utf-8', () =>
        copied(shell, request, (tx, about) => insightPage(tx, shell, about, locale)),
      );
    },
  );
}

function copied(
  shell: Shell,
  request: FastifyRequest,
  pieces: (tx: Tx, about: readonly Opening[]) => AsyncIterable<string>,
): Promise<Buffer[]> {
  refuseOtherSites(request);
  return inTurn(() =>
    asReader(shell, request, { list: 'rights.copy', as: ['participant'] }, async (tx) => {
      const own = tx.openings.filter(({ roles }) => roles.includes('participant'));
      // Somebody who has come in by a code is told what it takes; to everybody else there is no such thing.
      if (own.length === 0)
        throw new Refused(tx.me.participantId === null ? 'not-found' : 'needs-stronger-login');
      return gathered(pieces(tx, await inOrder(tx, own)));
    }),
  );
}

async function send(
  reply: FastifyReply,
  name: string,
  type: string,
  make: () => Promise<Buffer[]>,
): Promise<unknown> {
  const kept = await make();
  return (
    reply
      .header('content-type', type)
      // Not the policy of our screens: this one is read away from us, and has what it needs in itself.
      .header('content-security-policy', `${pagePolicy}; frame-ancestors 'none'`)
      .header('content-disposition', `attachment; filename="${name}"`)
      .send(unpacked(kept))
  );
}
