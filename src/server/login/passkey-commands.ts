import { randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AddPasskey, MyPasskeys, NewPasskey, PasskeyAnswer, PasskeyAsked } from '#contract/passkey.ts';
import { admit, type LoginFacts } from '#domain/login/admit.ts';
import { type AddingFacts, mayAddPasskey } from '#domain/login/passkey.ts';
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
import { asReader, type Shell } from '../http/shell.ts';
import { accept, found, Refused } from '../refused.ts';
import { deviceIn, leaveBefore } from './entering.ts';
import {
  askForKey,
  askForProof,
  challengeIn,
  madeKey,
  NotProved,
  provedBy,
  type Site,
} from './passkey-device.ts';

const siteOf = ({ relyingParty }: Shell): Site => {
  const { origin, hostname } = new URL(relyingParty.publicAddress);
  return { origin, id: hostname };
};

/** A device's own word on its owner: as random as a secret, and as long as there is room for. */
const HANDLE_BYTES = 32;

async function addingFacts(tx: Tx): Promise<AddingFacts> {
  const [facts] = await tx.rows(
    raw(
      sql<AddingFacts>`select works, strength, method, started_at as "startedAt", passkeys from app.passkey_facts()`,
    ),
  );
  return found(facts);
}

/** My own devices; nothing at all for those who come in another way. */
export async function myPasskeys(tx: Tx): Promise<MyPasskeys> {
  const [facts, rows] = await Promise.all([
    addingFacts(tx),
    tx.rows(
      raw(sql<{
        id: string;
        name: string;
        addedAt: string;
        usedAt: string | null;
        here: boolean;
        endedAt: string | null;
        endedBecause: string | null;
      }>`
        select id, name, added_at as "addedAt", used_at as "usedAt", here, ended_at as "endedAt", ended_because as "endedBecause" from app.my_passkeys()`),
    ),
  ]);
  const may = mayAddPasskey(facts, tx.now);
  return {
    now: tx.now,
    passkeys: rows.map(({ usedAt, endedAt, endedBecause, ...passkey }) => ({
      ...passkey,
      ...(usedAt === null ? {} : { usedAt }),
      ...(endedAt === null ? {} : { endedAt }),
      ...(endedBecause === null ? {} : { endedBecause }),
    })),
    ...(may.ok ? {} : { because: may.refusal }),
  };
}

/** Asks the device that somebody sits with to make a key for them. */
export async function beginPasskey(shell: Shell, tx: Tx, name: string): Promise<NewPasskey> {
  accept(mayAddPasskey(await addingFacts(tx), tx.now));
  const challenge = newSecret();
  const [mine] = await tx.rows(
    raw(sql<{ handle: Buffer; known: Buffer[] }>`
      select handle, known from app.begin_passkey(${challenge}, ${name.trim()}, ${randomBytes(HANDLE_BYTES)})`),
  );
  return askForKey(siteOf(shell), { ...found(mine), challenge, name: name.trim() });
}

/** Takes the key that the device made. What it was asked is taken whatever comes of it. */
export async function addPasskey(
  shell: Shell,
  request: FastifyRequest,
  answer: AddPasskey,
): Promise<MyPasskeys> {
  const challenge = challengeIn(answer.clientDataJSON);
  const [asked] = await asReader(shell, request, 'nobody', (tx) =>
    tx.rows(raw(sql<{ name: string }>`select name from app.take_my_passkey_challenge(${challenge ?? ''})`)),
  );
  if (challenge === undefined || asked === undefined) throw new Refused('login-attempt-gone');
  const key = await madeKey(siteOf(shell), answer, challenge).catch(refusedBy(request));
  return asReader(shell, request, 'nobody', async (tx) => {
    accept(mayAddPasskey(await addingFacts(tx), tx.now));
    const [row] = await tx.rows(
      raw(sql<{ id: string | null }>`
        select app.add_passkey(${key.credential}, ${key.publicKey}, ${key.uses}, ${asked.name}) as id`),
    );
    if (row?.id == null) throw new Refused('passkey-known');
    return myPasskeys(tx);
  });
}

/** Says in words for people, and by its name in our log, why a device's answer is not taken. */
const refusedBy =
  (request: FastifyRequest) =>
  (error: unknown): never => {
    if (!(error instanceof NotProved)) throw error;
    request.log.warn({ reason: error.reason }, 'passkey refused');
    throw new Refused('passkey-not-proved', { cause: error });
  };

/** Asks whatever device somebody has, before anyone is known; the answer must come from the same browser. */
export async function beginPasskeyLogin(
  shell: Shell,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<PasskeyAsked> {
  const browser = browserOf(request) ?? newSecret();
  const challenge = newSecret();
  await shell.database.asNobody((send) =>
    send(raw(sql`select app.begin_passkey_login(${browser}, ${challenge})`)),
  );
  setBrowserCookie(reply, browser);
  return askForProof(siteOf(shell), challenge);
}

interface Kept extends LoginFacts {
  id: string;
  publicKey: Buffer;
  handle: Buffer;
}

/** Lets somebody in by their device, or says why not. */
export async function logInByPasskey(
  shell: Shell,
  request: FastifyRequest,
  reply: FastifyReply,
  answer: PasskeyAnswer,
): Promise<void> {
  const challenge = challengeIn(answer.clientDataJSON);
  const kept = await keptFor(shell, browserOf(request), challenge, answer.id);
  const uses = await provedBy(siteOf(shell), answer, kept, challenge ?? '').catch(refusedBy(request));
  accept(admit({ for: ['participants'], strength: 'strong' }, kept));
  const held = newHeld();
  const outcome = await shell.database.asNobody(async (send) => {
    await leaveBefore(send, request);
    const [row] = await send(
      raw(sql<{ outcome: 'open' | 'gone' | 'copied' | 'closed' }>`
        select app.log_in_by_passkey(${kept.id}, ${uses}, ${held.secret}, ${deviceIn(request)}) as outcome`),
    );
    return row?.outcome ?? 'gone';
  });
  // A copy is written down before it is refused; a refusal inside would undo that.
  if (outcome === 'copied') throw new Refused('passkey-copied');
  if (outcome === 'closed') throw new Refused('login-closed');
  if (outcome === 'gone') throw new Refused('passkey-unknown');
  setSessionCookie(reply, held);
  clearBrowserCookie(reply);
}

/** The key to verify with. What was asked is taken first, and whatever comes of it: the same answer again finds none. */
async function keptFor(
  shell: Shell,
  browser: string | undefined,
  challenge: string | undefined,
  credential: string,
): Promise<Kept> {
  const [kept] = await shell.database.asNobody(async (send) => {
    const [taken] = await send(
      raw(
        sql<{
          asked: boolean;
        }>`select app.take_passkey_challenge(${browser ?? ''}, ${challenge ?? ''}) as asked`,
      ),
    );
    if (taken?.asked !== true) throw new Refused('login-attempt-gone');
    return send(
      raw(sql<Kept>`
        select passkey_id as id, public_key as "publicKey", handle, works, takes_part as "takesPart", organisations, closed
        from app.passkey_by(${Buffer.from(credential, 'base64url')})`),
    );
  });
  if (kept === undefined) throw new Refused('passkey-unknown');
  return kept;
}
