import { randomInt } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { codeParts, digitsAsMeant, phoneAsMeant } from '#domain/login/code.ts';
import { localeFrom } from '#text/text.ts';
import type { Tx } from '../db/database.ts';
import { raw, sql } from '../db/query.ts';
import {
  browserOf,
  clearBrowserCookie,
  newHeld,
  newSecret,
  setBrowserCookie,
  setSessionCookie,
} from '../http/session-cookie.ts';
import type { Shell } from '../http/shell.ts';
import { markOfCode, sealContent } from '../outbox/sealed.ts';
import { Refused } from '../refused.ts';
import { deviceIn, leaveBefore } from './entering.ts';

/** No number anybody has: asked about, it costs what every number costs. */
const NOBODYS = '+4790000000000';

/** Six digits, each as likely as another. */
export const newDigits = (): string => String(randomInt(1_000_000)).padStart(6, '0');

type Came = 'in' | 'no' | 'gone' | 'too-many';

/** The try is counted whatever comes of it, so the transaction ends well and the answer may still be no. */
async function enter(
  shell: Shell,
  request: FastifyRequest,
  reply: FastifyReply,
  come: (rows: Tx['rows'], secret: string) => Promise<{ came: Came }[]>,
): Promise<void> {
  const held = newHeld();
  const came = await shell.database.asNobody(async (send) => {
    const [row] = await come(send, held.secret);
    if (row?.came === 'in') await leaveBefore(send, request);
    return row?.came;
  });
  if (came === 'too-many') throw new Refused('too-many-codes');
  if (came === 'gone') throw new Refused('code-gone');
  if (came !== 'in') throw new Refused('code-wrong');
  setSessionCookie(reply, held);
  clearBrowserCookie(reply);
}

/** Somebody types a code that a worker has given them. */
export const logInByWorkerCode = (
  shell: Shell,
  request: FastifyRequest,
  reply: FastifyReply,
  typed: string,
): Promise<void> => {
  const { place, whole } = codeParts(typed);
  const mark = (kind: string, code: string) => markOfCode(shell.numbers, kind, code);
  return enter(shell, request, reply, (send, secret) =>
    send(
      raw(
        sql<{
          came: Came;
        }>`select app.log_in_by_worker_code(${mark('place', place)}, ${mark('worker-code', whole)}, ${secret}, ${deviceIn(request)}) as came`,
      ),
    ),
  );
};

/** A browser asks for a code to a number. Whether anybody is known by it decides nothing of what is done or answered here. */
export async function askPhoneCode(
  shell: Shell,
  request: FastifyRequest,
  reply: FastifyReply,
  typed: string,
): Promise<void> {
  const { post, numbers } = shell;
  if (post === undefined) throw new Refused('not-found');
  const meant = phoneAsMeant(typed);
  const phone = meant.ok ? meant.value : NOBODYS;
  const browser = browserOf(request) ?? newSecret();
  const code = newDigits();
  const content = sealContent(numbers, {
    phone,
    code,
    language: localeFrom(request.headers['accept-language']),
  });
  const mark = markOfCode(numbers, 'sent-code', code);
  const [row] = await shell.database.asNobody((send) =>
    send(
      raw(
        sql<{
          asked: boolean;
        }>`select app.ask_login_code(${browser}, ${content.phone_mark}, ${mark}, ${content.sealed}, ${content.sealed_with}) as asked`,
      ),
    ),
  );
  if (row?.asked !== true) throw new Refused('too-many-codes');
  setBrowserCookie(reply, browser);
  post.soon();
}

/** Somebody types the code that came to their phone, in the browser that asked for it. */
export const logInBySentCode = (
  shell: Shell,
  request: FastifyRequest,
  reply: FastifyReply,
  typed: string,
): Promise<void> => {
  const browser = browserOf(request) ?? newSecret();
  const mark = markOfCode(shell.numbers, 'sent-code', digitsAsMeant(typed));
  return enter(shell, request, reply, (send, secret) =>
    send(
      raw(
        sql<{
          came: Came;
        }>`select app.log_in_by_sent_code(${browser}, ${mark}, ${secret}, ${deviceIn(request)}) as came`,
      ),
    ),
  );
};
