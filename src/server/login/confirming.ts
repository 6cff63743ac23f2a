import type { FastifyRequest } from 'fastify';
import type { Static, TObject } from 'typebox';
import { Created, ParticipantPath } from '#contract/shapes.ts';
import { digitsAsMeant } from '#domain/login/code.ts';
import type { Purpose } from '#text/purposes.ts';
import { type Locale, localeFrom } from '#text/text.ts';
import type { Opening, Tx } from '../db/database.ts';
import type { NumberKeys } from '../db/number-keys.ts';
import { raw, sql } from '../db/query.ts';
import { refuseForgery, secretOf } from '../http/session-cookie.ts';
import { type App, problems, type Shell } from '../http/shell.ts';
import { markOfCode, sealContent } from '../outbox/sealed.ts';
import { found, Refused } from '../refused.ts';
import { newDigits } from './code-commands.ts';

/** What a code to a phone confirms: that the number is somebody's, or that a sentence is what they say. */
interface Confirming {
  purpose: 'phone' | 'consent';
  /** Exactly what: another number, or another sentence, is not confirmed by it. */
  about: string;
}

const markOfAbout = (keys: NumberKeys, { purpose, about }: Confirming): Buffer =>
  keys.digest(`confirms ${purpose}\n${about}`);

/** Sends six digits to a phone. Answers with which code it is, and never with the code. */
export async function sendConfirming(
  shell: Shell,
  tx: Tx,
  about: Opening,
  what: Confirming & { phone: string; language: Locale },
): Promise<string> {
  const { post, numbers } = shell;
  if (post === undefined) throw new Refused('code-way-off');
  const [on] = await tx.rows(
    raw(sql<{ is: boolean }>`select app.code_way_is_on(${about.municipalityId}, 'sms-code') as is`),
  );
  if (on?.is !== true) throw new Refused('code-way-off');
  const code = newDigits();
  const { phone, language } = what;
  const { sealed, sealed_with, phone_mark } = sealContent(numbers, { phone, code, language });
  const mark = markOfCode(numbers, 'sent-code', code);
  const [row] = await tx.rows(
    raw(
      sql<{
        id: string | null;
      }>`select app.send_confirming_code(${about.participantId}, ${what.purpose}, ${markOfAbout(numbers, what)}, ${phone_mark}, ${mark}, ${sealed}, ${sealed_with}) as id`,
    ),
  );
  if (row?.id == null) throw new Refused('too-many-codes');
  return row.id;
}

/** A route that sends one: it goes out when the transaction is over, and not at the next round. */
export function sendingRoute<Body extends TObject>(
  app: App,
  shell: Shell,
  { path, purpose, ...route }: { path: string; purpose: Purpose; summary: string; body: Body },
  send: (tx: Tx, about: Opening, body: Static<Body>, locale: Locale) => Promise<string>,
): void {
  app.route({
    method: 'POST',
    url: `/api/people/:participantId/${path}`,
    schema: { ...route, params: ParticipantPath, response: { 201: Created, ...problems } },
    handler: async (request: FastifyRequest, reply) => {
      refuseForgery(request);
      const { participantId } = request.params as Static<typeof ParticipantPath>;
      const id = await shell.database.asActor(
        secretOf(request),
        { change: purpose, ids: [participantId] },
        (tx) =>
          send(
            tx,
            found(tx.openings[0]),
            request.body as Static<Body>,
            localeFrom(request.headers['accept-language']),
          ),
      );
      shell.post?.soon();
      return reply.status(201).send({ id } as never);
    },
  });
}

/** Whether what was typed is the code. A no is an answer, not a refusal: the try has to stay counted. */
export async function confirm(
  keys: NumberKeys,
  tx: Tx,
  about: Opening,
  sent: { id: string; typed: string },
): Promise<'confirmed' | 'no' | 'gone'> {
  const mark = markOfCode(keys, 'sent-code', digitsAsMeant(sent.typed));
  const [row] = await tx.rows(
    raw(
      sql<{
        came: 'confirmed' | 'no' | 'gone';
      }>`select app.confirm_by_code(${about.participantId}, ${sent.id}, ${mark}) as came`,
    ),
  );
  return row?.came ?? 'gone';
}

/** Uses what was confirmed, once and for exactly that. */
export async function takeConfirmation(
  keys: NumberKeys,
  tx: Tx,
  about: Opening,
  what: Confirming & { id: string },
): Promise<void> {
  const [row] = await tx.rows(
    raw(
      sql<{
        taken: boolean;
      }>`select app.take_confirmation(${about.participantId}, ${what.id}, ${what.purpose}, ${markOfAbout(keys, what)}) as taken`,
    ),
  );
  if (row?.taken !== true) throw new Refused('not-confirmed');
}
