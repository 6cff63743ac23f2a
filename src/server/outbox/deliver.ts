import type pg from 'pg';
import { waitAfter, whatOfNotice } from '#domain/told/message.ts';
import { smsText } from '#text/sms.ts';
import type { NumberKeys } from '../db/number-keys.ts';
import type { Gateway } from './gateway.ts';
import { type Content, openContent, type SealedContent } from './sealed.ts';

const AT_ONCE = 50;
/** How long a message is one server's: longer than the gateway is waited for. */
const HELD_S = 30;

export interface Sending {
  numbers: NumberKeys;
  gateway: Gateway;
}

/** One round: whose the numbers are that codes were asked for, and what is to be sent now. Safe in several servers at once. */
export async function deliverMessages(client: pg.ClientBase, sending: Sending): Promise<void> {
  await findPhones(client, sending.numbers);
  const { rows } = await client.query<Waiting>(CLAIM, [AT_ONCE, HELD_S]);
  for (const row of rows) await deliverOne(client, sending, row);
}

async function findPhones(client: pg.ClientBase, numbers: NumberKeys): Promise<void> {
  const { rows } = await client.query<SealedContent & { id: string }>(
    `select id, sealed, sealed_with, phone_mark from app.sent_code where looked_up_at is null and purpose = 'login' and sealed is not null order by asked_at limit $1`,
    [AT_ONCE],
  );
  for (const row of rows)
    await client.query('select app.find_agreed_phone($1, $2)', [
      row.id,
      contentOf(numbers, row)?.phone ?? 'nobody',
    ]);
}

/** Nothing for what was sealed with a key that has been changed since: whoever asked asks again. */
function contentOf(numbers: NumberKeys, row: SealedContent): Content | undefined {
  try {
    return openContent(numbers, row);
  } catch {
    return undefined;
  }
}

interface Waiting {
  municipality_id: string;
  id: string;
  code: string;
  tries: number;
  since: Date;
  now: Date;
  sent_code_id: string | null;
  expired: boolean | null;
  sealed: Buffer | null;
  sealed_with: string | null;
  phone_mark: Buffer | null;
  /** The agreed number as it is now, looked up at each sending. */
  phone: string | null;
  notices: boolean | null;
}

// Taken by one server at a time, and counted before it is sent: what happens in between is not forgotten.
const CLAIM = `
  with due as (
    select o.municipality_id, o.id from app.outbox o
    where o.channel = 'sms' and o.delivered_at is null and o.ended_at is null and o.not_before <= app.now() and (o.next_at is null or o.next_at <= app.now())
    order by o.sent_code_id is null, o.not_before limit $1 for update skip locked
  ), held as (
    update app.outbox o set tries = o.tries + 1, next_at = app.now() + make_interval(secs => $2)
    from due where o.municipality_id = due.municipality_id and o.id = due.id returning o.*
  )
  select h.municipality_id, h.id, h.code, h.tries, h.not_before as since, app.now() as now, h.sent_code_id, c.expires_at <= app.now() as expired,
    c.sealed, c.sealed_with, c.phone_mark, p.phone, p.notices
  from held h left join app.sent_code c on c.id = h.sent_code_id
  left join app.login_phone p on h.recipient_kind = 'participant' and p.municipality_id = h.municipality_id and p.participant_id = h.recipient_id and not p.withdrawn and not p.superseded
  order by h.sent_code_id is null, h.not_before`;

async function deliverOne(client: pg.ClientBase, sending: Sending, row: Waiting): Promise<void> {
  const plan = row.sent_code_id === null ? noticeOf(row) : codeOf(sending.numbers, row);
  if (plan === 'wait') return putOff(client, row);
  if (typeof plan === 'string') return end(client, row, plan);
  const taken = await sending.gateway.send({ id: row.id, ...plan }).then(
    () => true,
    () => false,
  );
  if (taken) return settle(client, row, 'delivered_at = app.now(), next_at = null');
  const wait = waitAfter(row.tries);
  if (wait === undefined) return end(client, row, 'given-up');
  await client.query(
    'update app.outbox set next_at = app.now() + make_interval(secs => $3) where municipality_id = $1 and id = $2',
    [row.municipality_id, row.id, wait],
  );
}

type Plan = { phone: string; text: string } | 'wait' | 'not-wanted' | 'expired';

function codeOf(numbers: NumberKeys, { code, sealed, sealed_with, phone_mark, expired }: Waiting): Plan {
  if (expired !== false || sealed === null || sealed_with === null || phone_mark === null) return 'expired';
  const content = contentOf(numbers, { sealed, sealed_with, phone_mark });
  if (content === undefined) return 'expired';
  const words = smsText[code as 'login-code' | 'phone-code' | 'consent-code'];
  return { phone: content.phone, text: words(content.code, content.language) };
}

function noticeOf({ since, now, phone, notices }: Waiting): Plan {
  const what = whatOfNotice(since.toISOString(), now.toISOString(), phone !== null && notices === true);
  return what === 'send' && phone !== null ? { phone, text: smsText.notice('nb') } : (what as Plan);
}

/** Not at this hour: it is no try. */
const putOff = async (client: pg.ClientBase, row: Waiting): Promise<void> => {
  await client.query(
    `update app.outbox set tries = tries - 1, next_at = app.now() + interval '15 minutes' where municipality_id = $1 and id = $2`,
    [row.municipality_id, row.id],
  );
};

const end = (client: pg.ClientBase, row: Waiting, because: 'not-wanted' | 'expired' | 'given-up') =>
  settle(client, row, `ended_at = app.now(), ended_because = '${because}', next_at = null`);

/** It is over with this message, and what it said is nowhere any more. */
async function settle(client: pg.ClientBase, row: Waiting, set: string): Promise<void> {
  await client.query(`update app.outbox set ${set} where municipality_id = $1 and id = $2`, [
    row.municipality_id,
    row.id,
  ]);
  if (row.sent_code_id !== null)
    await client.query('update app.sent_code set sealed = null, sealed_with = null where id = $1', [
      row.sent_code_id,
    ]);
}
