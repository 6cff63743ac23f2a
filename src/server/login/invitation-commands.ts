import type { FastifyReply, FastifyRequest } from 'fastify';
import { type LoginFacts, mayJoin, type Proved } from '#domain/login/admit.ts';
import { codeAsMeant } from '#domain/login/invitation-code.ts';
import type { Strength } from '#domain/login/proof.ts';
import type { Tx } from '../db/database.ts';
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

interface Invitation extends LoginFacts {
  municipality: string;
  invitation: string;
  forWorker: boolean;
  organisation: string | null;
  organisationNumber: string | null;
  provider: string | null;
  actsFor: string[] | null;
}

/** Somebody who is logged in types the code of one more place of work. Answers with what the place is called. */
export async function joinByInvitation(shell: Shell, tx: Tx, typed: string): Promise<string> {
  const [given] = await tx.rows(
    raw(sql<Invitation>`
      select invitation_municipality as municipality, invitation, for_worker as "forWorker", organisation, organisation_number as "organisationNumber",
        provider, acts_for as "actsFor", works, takes_part as "takesPart", organisations, closed from app.my_invitation(${codeAsMeant(typed)})`),
  );
  if (given === undefined) throw new Refused('invitation-unknown');
  // A participant's own way in begins at the issuer: this is for those who work.
  if (!given.forWorker) throw new Refused('way-in-not-for-you');
  const place = { for: 'workers', organisation: given.organisationNumber ?? '' } as const;
  accept(mayJoin(provedHere(shell, given), place, given));
  const [row] = await tx.rows(
    raw(sql<{ outcome: 'joined' | 'mine' | 'taken' | 'gone' }>`
      select app.join_by_invitation(${given.municipality}, ${given.invitation}) as outcome`),
  );
  if (row?.outcome === 'mine') throw new Refused('already-done');
  if (row?.outcome === 'taken') throw new Refused('worker-has-login');
  if (row?.outcome !== 'joined') throw new Refused('invitation-unknown');
  return given.organisation ?? '';
}

/** What the login one is in has proved. One of the demonstration's has proved everything; the database asks for two factors itself. */
function provedHere(shell: Shell, { provider, actsFor }: Invitation): Proved {
  const way = provider === null ? undefined : providerNamed(shell, provider);
  return {
    for: way?.for ?? ['participants', 'workers'],
    strength: 'strong',
    ...(actsFor === null ? {} : { actsFor }),
  };
}
