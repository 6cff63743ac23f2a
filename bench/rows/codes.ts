// Whether the time an answer takes tells a number somebody has agreed on, or the beginning of a code that exists, from others.
import { asOwner } from '#server/db/owner.ts';
import { markOfCode } from '#server/outbox/sealed.ts';
import type { People } from '../actors.ts';
import { median, round } from '../figures.ts';
import { numbersFrom } from '../keys.ts';
import { type Row, row } from '../row.ts';
import type { Scratch } from '../scratch.ts';
import type { Asked, Server } from '../server.ts';

/** Fewer of each than the wrong tries, and the messages asked for, that close the way for everybody. */
const EACH = 140;
const ROUNDS = 4;
const WARM_UP = 40;
const LETTERS = 'ABCDEFGHJK';

export async function codeRows(scratch: Scratch, server: Server, people: People): Promise<Row[]> {
  await agreeAndGive(scratch, people);
  const asking = (digits: string): Asked => ({
    name: 'ask-code',
    path: '/api/login/phone-codes',
    body: { phone: digits },
  });
  const typing = (place: string): Asked => ({
    name: 'type-code',
    path: '/api/login/code-uses',
    body: { code: `${place}WRONG1` },
  });
  return [
    row('code-ask-known-and-unknown', await ratio(scratch, server, 204, numberOf, asking)),
    row('code-type-near-and-far', await ratio(scratch, server, 422, placeOf, typing)),
  ];
}

const digitsOf = (n: number): string => String(n).padStart(4, '0');
const numberOf = (n: number, isKnown: boolean): string => `+479${isKnown ? '1' : '2'}10${digitsOf(n)}`;
const placeOf = (n: number, isKnown: boolean): string =>
  (isKnown ? 'X' : 'Y') +
  [...String(n).padStart(3, '0')].map((digit) => LETTERS.charAt(Number(digit))).join('');

/** How many times as long the slower of two takes. In turn, now the one first and now the other, each number and each code once: the counting of tries meets both alike. */
async function ratio(
  scratch: Scratch,
  server: Server,
  expected: number,
  nameOf: (n: number, isKnown: boolean) => string,
  asked: (name: string) => Asked,
): Promise<number> {
  const nobody = { secret: '', loginId: '', participantIds: [] };
  const ratios: number[] = [];
  for (let n = 0; n < ROUNDS * EACH; n += 1) {
    if (n % EACH === 0) await forgetTries(scratch);
    const took = { known: 0, unknown: 0 };
    for (const isKnown of n % 2 === 0 ? [true, false] : [false, true]) {
      const begun = performance.now();
      const status = await server.ask(nobody, asked(nameOf(n % EACH, isKnown)));
      took[isKnown ? 'known' : 'unknown'] = performance.now() - begun;
      if (status !== expected) throw new Error(`a code was answered with ${status}, not ${expected}`);
    }
    if (n >= WARM_UP) ratios.push(took.known / took.unknown);
  }
  // Of neighbours, so that whatever else the machine does meets both.
  const middle = median(ratios);
  return round(Math.max(middle, 1 / middle));
}

/** So that what was tried before does not close the way. */
const forgetTries = (scratch: Scratch): Promise<void> =>
  asOwner(scratch.owner, 'forget the tries of the bench', async (client) => {
    await client.query('delete from sent_code');
    await client.query('delete from code_miss');
    await client.query('update login_code set tries_left = 5');
  });

/** Some people have agreed on a number, where messages are on, and some hold a code from a worker. */
const agreeAndGive = (scratch: Scratch, { participants, workers }: People): Promise<void> =>
  asOwner(scratch.owner, 'agreed numbers and codes for the bench', async (client) => {
    const ids = participants.slice(0, EACH).flatMap(({ participantIds }) => participantIds);
    await client.query(
      `insert into code_way_setting (municipality_id, way, is_on, because)
       select distinct municipality_id, 'sms-code', true, 'bench' from participant where id = any ($1)`,
      [ids],
    );
    await client.query(
      `insert into login_phone (municipality_id, id, participant_id, fact_id, happened_at, recorded_by, said_by, legal_class, phone, agreed_how, notices)
       select p.municipality_id, i.id, p.id, i.id, p.created_at, $2, p.id, 'shared-plan', m.number, 'self', false
       from unnest($1::uuid[], $3::text[]) m (id, number) join participant p on p.id = m.id, lateral (select app.uuid7() as id, m.number as of) i`,
      [ids, workers[0]?.loginId, ids.map((_, n) => numberOf(n, true))],
    );
    const keys = numbersFrom(scratch.keys);
    await client.query(
      `insert into login_code (municipality_id, participant_id, place_hash, code_hash, made_by, worker_municipality_id, worker_id, expires_at, lost_phone, sessions_ended)
       select p.municipality_id, p.id, m.place, sha256(m.place), l.login_user_id, l.municipality_id, l.worker_id, now() + interval '15 minutes', false, 0
       from unnest($1::uuid[], $2::bytea[]) m (id, place) join participant p on p.id = m.id, (select * from login_worker where login_user_id = $3 limit 1) l`,
      [ids, ids.map((_, n) => markOfCode(keys, 'place', placeOf(n, true))), workers[0]?.loginId],
    );
    await client.query('analyze login_phone, login_code');
  });
