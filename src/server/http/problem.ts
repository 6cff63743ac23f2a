import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { type RefusalCode, refusals } from '#contract/refusals.ts';
import type { Problem } from '#contract/shapes.ts';
import { refusalText } from '#text/refusals.ts';
import { type Locale, localeFrom } from '#text/text.ts';
import { Refused } from '../refused.ts';

/** Every error leaves as RFC 9457 problem details in the reader's language; a fault of ours tells nothing of its inside. */
export function sendProblem(
  error: FastifyError | Refused,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const code = codeOf(error);
  const { status } = refusals[code];
  logFault(error, request);
  const problem = problemOf(code, localeFrom(request.headers['accept-language']));
  const fields = fieldsOf(error);
  return reply
    .status(status)
    .type('application/problem+json; charset=utf-8')
    .send(
      JSON.stringify({
        ...problem,
        ...(fields.length === 0 ? {} : { fields }),
        ...(error instanceof Refused && error.known !== undefined ? { known: error.known } : {}),
      }),
    );
}

/** A fault of ours, by the route's pattern and codes only: never addresses, parameters or bodies. */
export function logFault(error: FastifyError | Refused, request: FastifyRequest): void {
  const code = codeOf(error);
  if (refusals[code].status >= 500)
    request.log.error({ code, route: request.routeOptions.url, fault: faultOf(error) }, 'request failed');
}

const problemOf = (code: RefusalCode, locale: Locale): Problem => ({
  type: `https://medvandrer.no/problem/${code}`,
  title: refusalText(code, locale),
  status: refusals[code].status,
  code,
});

export function codeOf(error: FastifyError | Refused): RefusalCode {
  if (error instanceof Refused) return error.code;
  if (error.validation !== undefined) return 'bad-request';
  if (error.statusCode === 413) return 'too-large';
  if (error.statusCode === 429) return 'too-many-requests';
  if (error.statusCode === 404) return 'not-found';
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500)
    return 'bad-request';
  return 'something-broke';
}

const fieldsOf = (error: FastifyError | Refused): { path: string; code: string }[] =>
  error instanceof Refused
    ? []
    : (error.validation ?? []).map((fault) => ({ path: fault.instancePath, code: fault.keyword }));

/** Enough to find a fault in the code, and nothing a person wrote: a database error's message can quote a row. */
function faultOf(error: Error): { name: string; code?: string; at?: string } {
  const cause = (error.cause instanceof Error ? error.cause : error) as Error & { code?: string };
  const at = cause.stack
    ?.split('\n')
    .find((line) => line.includes('/src/'))
    ?.trim();
  return {
    name: cause.name,
    ...(cause.code === undefined ? {} : { code: cause.code }),
    ...(at === undefined ? {} : { at }),
  };
}
