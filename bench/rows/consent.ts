// How soon a consent, and a stop, is effective where ten thousand have consented to the same recipient.
import { asOwner } from '#server/db/owner.ts';
import { type Actor, openSessions, type People, withSecret } from '../actors.ts';
import { percentile, round } from '../figures.ts';
import { type Row, row } from '../row.ts';
import type { Scratch } from '../scratch.ts';
import type { Server } from '../server.ts';

const GRANTS = 10_000;
/** So many times before it counts: every connection of the pool has then planned its statements, as in a server that is in use. */
const WARM_UP = 12;

interface Recipient {
  municipalityId: string;
  id: string;
}

/**
 * From the moment somebody says yes, or stop, until the recipient's next request has been answered by it: the change and the look
 * together, so that nothing can hide between them.
 */
export async function consentRows(
  scratch: Scratch,
  server: Server,
  people: People,
  rounds: number,
): Promise<Row[]> {
  const [partner] = people.partners.slice(-1);
  if (partner === undefined) throw new Error('the population has no partners');
  const { organisation, participants } = await grantMany(scratch, partner, rounds + WARM_UP);
  const times: number[] = [];
  for (const participant of participants) {
    times.push(...(await yesAndStop(server, participant, partner, organisation)));
  }
  const sorted = times.slice(2 * WARM_UP).toSorted((a, b) => a - b);
  return [
    row('consent-effective-p50', round(percentile(sorted, 0.5))),
    row('consent-effective-p99', round(percentile(sorted, 0.99))),
  ];
}

/** Ten thousand people let the partner's organisation in to something; and some of the same municipality are logged in. */
const grantMany = (
  scratch: Scratch,
  partner: Actor,
  howMany: number,
): Promise<{ organisation: Recipient; participants: Actor[] }> =>
  asOwner(scratch.owner, 'ten thousand consents for the bench', async (client) => {
    const { rows } = await client.query<Recipient>(
      `select w.municipality_id as "municipalityId", w.organisation_id as id
       from login_worker l join worker w on w.municipality_id = l.municipality_id and w.id = l.worker_id where l.login_user_id = $1`,
      [partner.loginId],
    );
    const [place] = rows;
    if (place === undefined) throw new Error('the partner works nowhere');
    await client.query(
      `insert into consent (municipality_id, id, participant_id, fact_id, happened_at, recorded_by, said_by, legal_class,
         recipient_municipality_id, recipient_organisation_id, topics, valid_from, words)
       select p.municipality_id, i.id, p.id, i.id, p.created_at, $3, p.id, 'shared-plan', $1, $2, '{goals,actions}', p.created_at, 'Ja'
       from (select * from participant order by sha256(id::text::bytea) limit ${GRANTS}) p, lateral (select app.uuid7() as id, p.id as of) i`,
      [place.municipalityId, place.id, partner.loginId],
    );
    const near = await client.query<{ loginId: string; participantIds: string[] }>(
      `select id as "loginId", array[participant_id] as "participantIds" from login_user
       where municipality_id = $1 and participant_id is not null order by id limit $2`,
      [place.municipalityId, howMany],
    );
    const participants = near.rows.map(withSecret);
    await openSessions(client, participants);
    await client.query('analyze consent');
    return { organisation: place, participants };
  });

async function yesAndStop(
  server: Server,
  participant: Actor,
  partner: Actor,
  organisation: Recipient,
): Promise<number[]> {
  const [id = ''] = participant.participantIds;
  const page = `/api/people/${id}`;
  const sees = async (): Promise<boolean> =>
    (await server.answer<{ wishes?: unknown }>(partner, { name: 'person', path: page })).body?.wishes !==
    undefined;
  const before = performance.now();
  const body = { organisation, topics: ['wishes'], language: 'nb' };
  const given = await server.answer<{ id: string }>(participant, {
    name: 'consent',
    path: `${page}/consents`,
    body,
  });
  if (given.body === undefined || !(await sees()))
    throw new Error(`a consent was not effective: ${given.status}`);
  const between = performance.now();
  const stop = { supersedes: given.body.id, reason: 'stopp' };
  const path = `${page}/consents/${given.body.id}/withdrawals`;
  await server.answer(participant, { name: 'consent', path, body: stop });
  if (await sees()) throw new Error('a stop was not effective');
  return [between - before, performance.now() - between];
}
