import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Static } from 'typebox';
import type { BeginLogin } from '#contract/login.ts';
import { admit, type LoginFacts, type Proved } from '#domain/login/admit.ts';
import { provedBy } from '#domain/login/proof.ts';
import { organisationsActedFor } from '#domain/login/represented.ts';
import type { Tx } from '../db/database.ts';
import { raw, sql } from '../db/query.ts';
import {
  browserOf,
  clearBrowserCookie,
  newHeld,
  newSecret,
  secretOf,
  setBrowserCookie,
  setSessionCookie,
} from '../http/session-cookie.ts';
import type { Shell } from '../http/shell.ts';
import { accept, found, Refused } from '../refused.ts';
import { deviceIn, leaveBefore } from './entering.ts';
import { sealFor } from './logout-hint.ts';
import { bindByPersonNumber } from './person-number.ts';
import type { Provider } from './provider.ts';
import { NotVouched, type Vouched } from './relying-party.ts';

export const providerNamed = ({ relyingParty }: Shell, name: string): Provider =>
  found(relyingParty.providers.find(({ id }) => id === name));

/** Sends a browser to an issuer, and remembers what its answer must fit. Answers with where to go. */
export async function beginLogin(
  shell: Shell,
  request: FastifyRequest,
  reply: FastifyReply,
  body: Static<typeof BeginLogin>,
): Promise<string> {
  const provider = providerNamed(shell, body.provider);
  const browser = browserOf(request) ?? newSecret();
  const expected = { state: newSecret(), nonce: newSecret(), verifier: newSecret() };
  const address = await shell.relyingParty.send(provider, expected).catch(refusedBy(request, provider));
  const { state, nonce, verifier } = expected;
  const secret = body.linking === true ? secretOf(request) : null;
  await shell.database.asNobody((send) =>
    send(
      raw(
        sql`select app.begin_login(${browser}, ${provider.id}, ${state}, ${nonce}, ${verifier}, ${body.back ?? '/'}, ${secret})`,
      ),
    ),
  );
  setBrowserCookie(reply, browser);
  return address;
}

/** Says in words for people, and by its name in our log, why an issuer's answer is not taken. */
const refusedBy =
  (request: FastifyRequest, provider: Provider) =>
  (error: unknown): never => {
    if (!(error instanceof NotVouched)) throw error;
    request.log.warn({ provider: provider.id, reason: error.fault.reason }, 'login refused');
    throw new Refused(error.fault.refusal, { cause: error });
  };

interface Attempt {
  nonce: string;
  verifier: string;
  back: string;
  linkingTo: string | null;
}

/** An issuer's answer: somebody is logged in, is asked for an invitation, or is refused. Answers with where to land. */
export async function finishLogin(
  shell: Shell,
  request: FastifyRequest,
  reply: FastifyReply,
  name: string,
): Promise<string> {
  const provider = providerNamed(shell, name);
  const browser = browserOf(request);
  const query = request.raw.url?.split('?')[1] ?? '';
  const state = new URLSearchParams(query).get('state') ?? '';
  const attempt = browser === undefined ? undefined : await takeAttempt(shell, browser, state, provider);
  if (attempt === undefined) throw new Refused('login-attempt-gone');
  const { nonce, verifier, linkingTo } = attempt;
  const answered = async () => {
    const vouched = await shell.relyingParty
      .receive(provider, query, { state, nonce, verifier })
      .catch(refusedBy(request, provider));
    return { vouched, proved: provedIn(provider, vouched) };
  };
  if (linkingTo !== null)
    return linkedOrSaid(provider.id, async () =>
      linkTo(shell, request, provider, await answered(), linkingTo),
    );
  const { vouched, proved } = await answered();
  return (await enterAs(shell, request, reply, provider, vouched, proved))
    ? attempt.back
    : welcomeNewcomer(shell, reply, provider, vouched, proved);
}

/** Whoever adds a way in is in already: they land where they came from, also when it is refused. */
async function linkedOrSaid(provider: string, link: () => Promise<void>): Promise<string> {
  try {
    await link();
    return `${MY_LOGINS_PAGE}?lagt-til=${provider}`;
  } catch (error) {
    if (error instanceof Refused) return `${MY_LOGINS_PAGE}?feil=${error.code}`;
    throw error;
  }
}

async function takeAttempt(
  shell: Shell,
  browser: string,
  state: string,
  provider: Provider,
): Promise<Attempt | undefined> {
  const [attempt] = await shell.database.asNobody((send) =>
    send(
      raw(sql<Attempt>`
        select nonce, verifier, back, linking_to as "linkingTo" from app.take_login(${browser}, ${state}, ${provider.id})`),
    ),
  );
  return attempt;
}

/** What a token proves here; or a refusal, since the issuer may have answered less than it was asked for. */
function provedIn(provider: Provider, { claims }: Vouched): Proved {
  const { representation } = provider;
  return {
    for: provider.for,
    strength: accept(provedBy(claims, provider.proof)),
    ...(representation === undefined
      ? {}
      : { actsFor: organisationsActedFor(claims, representation.type, representation.resource) }),
  };
}

/** The issuer's own name for its session, when it tells it. */
const issuerSessionOf = ({ claims }: Vouched): string | null =>
  typeof claims['sid'] === 'string' ? claims['sid'] : null;

interface BoundIdentity extends LoginFacts {
  identityId: string;
}

/** The login an identity is bound to, as far as deciding needs it. */
async function boundTo(rows: Tx['rows'], { issuer, subject }: Vouched): Promise<BoundIdentity | undefined> {
  const [bound] = await rows(
    raw(sql<BoundIdentity>`
      select identity_id as "identityId", works, takes_part as "takesPart", organisations, closed from app.login_of_identity(${issuer}, ${subject})`),
  );
  return bound;
}

/** Lets somebody in whose identity is known here; false when it is not. */
async function enterAs(
  shell: Shell,
  request: FastifyRequest,
  reply: FastifyReply,
  provider: Provider,
  vouched: Vouched,
  proved: Proved,
): Promise<boolean> {
  const held = newHeld();
  const entered = await shell.database.asNobody(async (send) => {
    let facts = await boundTo(send, vouched);
    if (facts === undefined && proved.strength === 'strong') {
      await bindByPersonNumber(send, shell, provider, vouched);
      facts = await boundTo(send, vouched);
    }
    if (facts === undefined) return false;
    accept(admit(proved, facts));
    await leaveBefore(send, request);
    const hint = sealFor(held.key, vouched.token);
    const [row] = await send(
      raw(sql<{ id: string | null }>`
        select app.log_in_by_identity(${facts.identityId}, ${held.secret}, ${proved.strength}, ${proved.actsFor ?? null}, ${deviceIn(request)}, ${issuerSessionOf(vouched)}, ${hint}) as id`),
    );
    if (row?.id == null) throw new Refused('login-closed');
    return true;
  });
  if (!entered) return false;
  setSessionCookie(reply, held);
  clearBrowserCookie(reply);
  return true;
}

/** Where somebody types the code that says whose login this is. */
const INVITATION_PAGE = '/invitasjon';
/** Where one sees one's own logins, and so also what came of adding a way in. */
const MY_LOGINS_PAGE = '/innlogginger';

/** Nobody here has met this identity: a browser of its own from now on, and nothing but a place for a code. */
async function welcomeNewcomer(
  shell: Shell,
  reply: FastifyReply,
  provider: Provider,
  vouched: Vouched,
  proved: Proved,
): Promise<string> {
  const browser = newSecret();
  await shell.database.asNobody((send) =>
    send(
      raw(sql`
        select app.remember_newcomer(${browser}, ${provider.id}, ${vouched.issuer}, ${vouched.subject}, ${proved.strength},
          ${proved.actsFor ?? null}, ${issuerSessionOf(vouched)}, ${sealFor(browser, vouched.token)})`),
    ),
  );
  setBrowserCookie(reply, browser);
  return INVITATION_PAGE;
}

async function linkTo(
  shell: Shell,
  request: FastifyRequest,
  provider: Provider,
  { vouched, proved }: { vouched: Vouched; proved: Proved },
  linkingTo: string,
): Promise<void> {
  const secret = secretOf(request);
  const outcome = await shell.database.asNobody(async (send) => {
    const [facts] = await send(
      raw(
        sql<LoginFacts>`select works, takes_part as "takesPart", organisations, closed from app.login_facts(${linkingTo})`,
      ),
    );
    accept(admit(proved, found(facts)));
    const [row] = await send(
      raw(sql<{ outcome: 'linked' | 'taken' | 'not-logged-in' }>`
        select app.link_identity(${secret}, ${linkingTo}, ${provider.id}, ${vouched.issuer}, ${vouched.subject}) as outcome`),
    );
    return row?.outcome;
  });
  if (outcome === 'not-logged-in') throw new Refused('not-logged-in');
  if (outcome !== 'linked') throw new Refused('identity-taken');
}
