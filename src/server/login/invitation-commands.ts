import type { FastifyReply, FastifyRequest } from 'fastify';
import { mayJoin } from '#domain/login/admit.ts';
import { codeAsMeant } from '#domain/login/invitation-code.ts';
import type { Strength } from '#domain/login/proof.ts';
import { raw, sql } from '../db/query.ts';
import { browserOf, clearBrowserCookie, newSecret, setSessionCookie } from '../http/session-cookie.ts';
import type { Shell } from '../http/shell.ts';
import { accept, Refused } from '../refused.ts';
import { deviceIn, leaveBefore } from './entering.ts';
import { providerNamed } from './openid-commands.ts';

interface Tried {
  provider: string;
  strength: Strength;
  actsFor: string[] | null;
  triesLeft: number;
  municipality: string | null;
  invitation: string | null;
  forWorker: boolean;
  organisation: string | null;
}

/** Somebody an issuer vouches for types an invitation's code. The try is counted whatever comes of it. */
export async function useInvitation(
  shell: Shell,
  request: FastifyRequest,
  reply: FastifyReply,
  typed: string,
): Promise<void> {
  const browser = browserOf(request);
  if (browser === undefined) throw new Refused('login-attempt-gone');
  const [tried] = await shell.database.asNobody((send) =>
    send(
      raw(sql<Tried>`
        select provider, strength, acts_for as "actsFor", tries_left as "triesLeft", invitation_municipality as municipality, invitation,
          for_worker as "forWorker", organisation_number as organisation from app.try_invitation(${browser}, ${codeAsMeant(typed)})`),
    ),
  );
  if (tried === undefined) throw new Refused('login-attempt-gone');
  if (tried.invitation === null)
    throw new Refused(tried.triesLeft === 0 ? 'no-tries-left' : 'invitation-unknown');
  const { strength, actsFor, organisation } = tried;
  const provider = providerNamed(shell, tried.provider);
  accept(
    mayJoin(
      { for: provider.for, strength, ...(actsFor === null ? {} : { actsFor }) },
      { for: tried.forWorker ? 'workers' : 'participants', organisation: organisation ?? '' },
    ),
  );
  // The issuer's token was sealed with what this browser has held since it was answered for, and nobody before.
  const held = { key: browser, secret: newSecret() };
  await shell.database.asNobody(async (send) => {
    await leaveBefore(send, request);
    const [row] = await send(
      raw(sql<{ id: string | null }>`
        select app.use_invitation(${browser}, ${tried.municipality}, ${tried.invitation}, ${held.secret}, ${deviceIn(request)}) as id`),
    );
    if (row?.id == null) throw new Refused('invitation-unknown');
  });
  setSessionCookie(reply, held);
  clearBrowserCookie(reply);
}
