import { randomBytes } from 'node:crypto';
import type { Static } from 'typebox';
import type { AgreePhone, ChoosePhoneNotices, CodesOf, MakeLoginCode } from '#contract/code.ts';
import { isOpen } from '#domain/access/topics.ts';
import { agreedHow, codeParts, loginCode, mayGiveCode, phoneAsMeant } from '#domain/login/code.ts';
import type { Locale } from '#text/text.ts';
import type { Opening, Tx } from '../db/database.ts';
import { addFact, correctFact } from '../db/fact.ts';
import type { NumberKeys } from '../db/number-keys.ts';
import { raw, sql } from '../db/query.ts';
import { saying, sharedPlan, theirs } from '../db/saying.ts';
import { versionSeen, withdrawFact } from '../db/versions.ts';
import type { Shell } from '../http/shell.ts';
import { markOfCode } from '../outbox/sealed.ts';
import { accept, Refused } from '../refused.ts';
import { sendConfirming, takeConfirmation } from './confirming.ts';

interface PhoneRow {
  id: string;
  factId: string;
  version: number;
  phone: string;
  notices: boolean;
  since: string;
  how: 'self' | 'together';
}

/** The number that is agreed on now. */
export async function agreedPhone(tx: Tx, about: Opening): Promise<PhoneRow | undefined> {
  const [row] = await tx.rows(
    raw(sql<PhoneRow>`
      select id, fact_id as "factId", version, phone, notices, happened_at as since, agreed_how as how from login_phone_now
      where municipality_id = ${about.municipalityId} and participant_id = ${about.participantId}`),
  );
  return row;
}

interface GivenRow {
  madeAt: string;
  madeBy: string;
  organisation: string;
  expiresAt: string;
  usedAt: string | null;
  withdrawnAt: string | null;
  lostPhone: boolean;
  sessionsEnded: number;
}
interface StateRow {
  byWorker: boolean;
  bySms: boolean;
  loggedIn: number;
}

/** How somebody gets in by code, for themself and for those beside them. */
export async function codesOf(shell: Shell, tx: Tx, about: Opening): Promise<CodesOf> {
  // Who may read what is shared may read how one gets in, and nobody else.
  if (!isOpen(about.reads, 'sharing')) throw new Refused('not-found');
  const who = about.participantId;
  const [phone, given, [state]] = await Promise.all([
    agreedPhone(tx, about),
    tx.rows(
      raw(sql<GivenRow>`
        select made_at as "madeAt", made_by as "madeBy", organisation, expires_at as "expiresAt", used_at as "usedAt", withdrawn_at as "withdrawnAt",
          lost_phone as "lostPhone", sessions_ended as "sessionsEnded" from app.login_codes_of(${who})`),
    ),
    tx.rows(
      raw(
        sql<StateRow>`select code_way as "byWorker", sms_way as "bySms", logged_in as "loggedIn" from app.login_state_of(${who})`,
      ),
    ),
  ]);
  return {
    now: tx.now,
    participantId: who,
    ...(phone === undefined ? {} : { phone: shownPhone(phone) }),
    given: given.map(({ usedAt, withdrawnAt, ...row }) => ({
      ...row,
      ...(usedAt === null ? {} : { usedAt }),
      withdrawn: withdrawnAt !== null,
    })),
    loggedIn: state?.loggedIn ?? 0,
    mayGive: mayGiveCode(about.roles) && isOpen(about.writes, 'sharing'),
    mayAgree: agreedHow(about.roles).ok,
    byWorker: state?.byWorker ?? false,
    bySms: (state?.bySms ?? false) && shell.post !== undefined,
  };
}

const shownPhone = ({ id, factId, phone, notices, since, how }: PhoneRow): NonNullable<CodesOf['phone']> => ({
  id,
  factId,
  phone,
  notices,
  since,
  together: how === 'together',
});

/** A worker makes a code to say aloud. After a lost phone, what was open on it is closed in the same breath. */
export async function giveCode(
  keys: NumberKeys,
  tx: Tx,
  about: Opening,
  { because }: Static<typeof MakeLoginCode>,
): Promise<{ code: string; expiresAt: string; sessionsEnded: number }> {
  if (!mayGiveCode(about.roles) || !isOpen(about.writes, 'sharing')) throw new Refused('not-allowed');
  const lost = because === 'lost-phone';
  const code = loginCode(randomBytes(10));
  const { place, whole } = codeParts(code);
  const mark = (kind: string, part: string) => markOfCode(keys, kind, part);
  const [made] = await tx.rows(
    raw(
      sql<{
        outcome: 'made' | 'not-allowed' | 'code-way-off' | 'login-closed';
        expiresAt: string;
        sessionsEnded: number;
      }>`select outcome, expires_at as "expiresAt", sessions_ended as "sessionsEnded"
          from app.make_login_code(${about.participantId}, ${mark('place', place)}, ${mark('worker-code', whole)}, ${lost})`,
    ),
  );
  if (made?.outcome !== 'made') throw new Refused(made?.outcome ?? 'not-allowed');
  const phone = lost ? await agreedPhone(tx, about) : undefined;
  if (phone !== undefined)
    await withdrawFact(tx, 'login_phone', about, {
      supersedes: phone.id,
      reason: REASON.lost,
      factId: phone.factId,
    });
  return { code, expiresAt: made.expiresAt, sessionsEnded: made.sessionsEnded };
}

/** Why a version came, where nobody is asked to say it: the act itself says it. */
const REASON = { lost: 'Telefonen er borte', changed: 'Nytt nummer', notices: 'Annet valg om beskjeder' };

/** Sends a code to a number somebody wants to agree on: a wrong digit would let a stranger in. */
export async function sendToNewPhone(
  shell: Shell,
  tx: Tx,
  about: Opening,
  typed: string,
  language: Locale,
): Promise<string> {
  accept(agreedHow(about.roles));
  const phone = accept(phoneAsMeant(typed));
  return sendConfirming(shell, tx, about, { purpose: 'phone', phone, about: phone, language });
}

/** The number is agreed on, by whoever holds the phone; the one before is history from now on. */
export async function agreePhone(
  keys: NumberKeys,
  tx: Tx,
  about: Opening,
  { phone: typed, confirmed, notices }: Static<typeof AgreePhone>,
): Promise<string> {
  const how = accept(agreedHow(about.roles));
  const phone = accept(phoneAsMeant(typed));
  await takeConfirmation(keys, tx, about, { purpose: 'phone', about: phone, id: confirmed });
  const before = await agreedPhone(tx, about);
  const said = theirs(saying(tx, about, sharedPlan), about);
  const content = { phone, agreed_how: how, notices };
  const id =
    before === undefined
      ? await addFact(tx, 'login_phone', about, said, content)
      : await correctFact(tx, 'login_phone', about, said, content, {
          factId: before.factId,
          version: before.version,
          supersedes: before.id,
          reason: REASON.changed,
        });
  await tellOfIt(tx, about);
  return id;
}

/** Whether a word that there is something to read may come to the agreed number. */
export async function chooseNotices(
  tx: Tx,
  about: Opening,
  { supersedes, notices }: Static<typeof ChoosePhoneNotices>,
): Promise<string> {
  accept(agreedHow(about.roles));
  const seen = await versionSeen<{ phone: string; agreed_how: string }>(tx, 'login_phone', about, supersedes);
  const { phone, agreed_how } = seen;
  return correctFact(
    tx,
    'login_phone',
    about,
    theirs(saying(tx, about, sharedPlan, seen.happenedAt), about),
    { phone, agreed_how, notices },
    { ...seen, reason: REASON.notices },
  );
}

export async function endPhone(
  tx: Tx,
  about: Opening,
  withdrawal: { supersedes: string; reason: string; factId: string },
): Promise<string> {
  accept(agreedHow(about.roles));
  const id = await withdrawFact(tx, 'login_phone', about, withdrawal);
  await tellOfIt(tx, about);
  return id;
}

/** What the participant did themself they know. */
async function tellOfIt(tx: Tx, about: Opening): Promise<void> {
  if (tx.me.participantId !== about.participantId)
    await tx.rows(raw(sql`select app.tell_of_my_way_in(${about.participantId})`));
}
