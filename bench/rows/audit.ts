// What the log takes: workers' days as they are, through the doors the server uses, and then what is on disk.
import pg from 'pg';
import { pick, type Random, randomFrom } from '#db/population/random.ts';
import { asOwner } from '#server/db/owner.ts';
import { beside } from '#server/homes/my-day.ts';
import type { Actor } from '../actors.ts';
import { round } from '../figures.ts';
import { type Row, row } from '../row.ts';
import type { Scratch } from '../scratch.ts';

/** One worker's day: home again and again, the same few people several times, a note or two, now and then everyone. */
const DAY = {
  days: 5,
  homes: 20,
  people: 6,
  pagesOfEach: 3,
  notesOfEach: 1,
  lists: 2,
  searches: 4,
} as const;
const beginnings = ['ar', 'be', 'fro', 'hau', 'liv', 'mo', 'ny', 'sol', 'ulla', 'ås'] as const;

export async function auditRows(scratch: Scratch, workers: readonly Actor[]): Promise<Row[]> {
  await emptyLog(scratch);
  for (let day = 0; day < DAY.days; day += 1) {
    await newDay(scratch, workers, day);
    await workDay(scratch, workers, randomFrom(`log of day ${day}`));
  }
  await asOwner(scratch.owner, 'let the clock go', (client) =>
    client.query('update installation set frozen_at = null'),
  );
  return weigh(scratch);
}

/** What the load left there has another mix: many workers, each once. */
const emptyLog = (scratch: Scratch) =>
  asOwner(scratch.owner, 'empty the log', (client) =>
    // Past the triggers that keep the log from being emptied.
    client.query(`set session_replication_role = replica; truncate audit, audit_scope, audit_batch`),
  );

/** A day later the groups of other days are led, and every worker has somebody new. */
const newDay = (scratch: Scratch, workers: readonly Actor[], day: number) =>
  asOwner(scratch.owner, 'begin a day', async (client) => {
    await client.query(
      `update installation set frozen_at = date_trunc('day', now()) + $1 * interval '1 day' + interval '9 hours'`,
      [day],
    );
    await client.query(`update login_session set idle_until = 'infinity', expires_at = 'infinity'`);
    await client.query(
      `with fresh as materialized (
         select l.*, p.municipality_id as home, p.id as person, app.uuid7() as id from login_worker l
         cross join lateral (select p.municipality_id, p.id from participant p where p.municipality_id = l.municipality_id
           and not exists (select from team_membership t where t.participant_id = p.id and t.worker_id = l.worker_id) limit 1) p
         where l.login_user_id = any ($1))
       insert into team_membership (municipality_id, id, participant_id, fact_id, happened_at, recorded_by, said_by, legal_class, role, worker_municipality_id, worker_id, valid_from)
       select home, id, person, id, app.now(), login_user_id, worker_id, 'health-record', 'team-member', municipality_id, worker_id, app.now() from fresh`,
      [workers.map(({ loginId }) => loginId)],
    );
  });

async function workDay(scratch: Scratch, workers: readonly Actor[], random: Random): Promise<void> {
  const client = new pg.Client({ ...scratch.login, options: '-c search_path=app -c synchronous_commit=off' });
  await client.connect();
  try {
    for (const worker of workers) {
      const through = (door: string, values: unknown[]) => goThrough(client, worker, door, values);
      for (let n = 0; n < DAY.homes; n += 1)
        await through('app.open_list($1, $2::text[])', ['my-day', beside]);
      for (let n = 0; n < DAY.lists; n += 1) await through('app.open_list($1, null)', ['people.list']);
      for (let n = 0; n < DAY.searches; n += 1)
        await through('app.find_people($1, $2)', ['people.search', pick(random, beginnings)]);
      for (let person = 0; person < DAY.people; person += 1) {
        const ids = [worker.participantIds[Math.floor(random() * worker.participantIds.length)]];
        for (let n = 0; n < DAY.pagesOfEach; n += 1)
          await through('app.open($1, $2::uuid[])', ['person-page', ids]);
        for (let n = 0; n < DAY.notesOfEach; n += 1)
          await through('app.open_change($1, $2::uuid[])', ['contact.log', ids]);
      }
    }
  } finally {
    await client.end();
  }
}

async function goThrough(client: pg.Client, worker: Actor, door: string, values: unknown[]): Promise<void> {
  await client.query('begin');
  await client.query(`select set_config('role', 'app_user', true)`);
  await client.query('select from app.begin($1)', [worker.secret]);
  await client.query(`select from ${door}`, values);
  await client.query('commit');
}

interface Weight {
  person: number;
  list: number;
  all: number;
}

/**
 * Bytes a look-up: its row and its place in the index, and its part of the scope it refers to, which is shared by all
 * that do. An index over the people of the scopes is counted by how many people a scope has.
 */
const weigh = (scratch: Scratch): Promise<Row[]> =>
  asOwner(scratch.owner, 'weigh the log', async (client) => {
    await client.query('vacuum analyze audit, audit_scope');
    const { rows } = await client.query<Weight>(`
      with look as (
        select a.scope_id, a.action in ('read', 'change') as person, pg_column_size(a.*) + 4 as bytes from audit a
      ), look_index as (
        select sum(pg_indexes_size(i.inhrelid))::float8 / (select count(*) from look) as bytes
        from pg_inherits i where i.inhparent = 'app.audit'::regclass and exists (select from audit a where a.tableoid = i.inhrelid)
      ), scope as (
        select s.id, pg_column_size(s.*) + 4
          + (pg_relation_size('audit_scope_pkey') + pg_relation_size('audit_scope_by_mark'))::float8 / count(*) over ()
          + pg_relation_size('audit_scope_of')::float8 * cardinality(s.participant_ids) / sum(cardinality(s.participant_ids)) over () as bytes
        from audit_scope s
      ), each as (
        select l.person, l.bytes + (select bytes from look_index) + s.bytes / count(*) over (partition by l.scope_id) as bytes
        from look l join scope s on s.id = l.scope_id
      )
      select avg(bytes) filter (where person) as person, avg(bytes) filter (where not person) as list, avg(bytes) as all from each`);
    const [weight] = rows;
    if (weight === undefined) throw new Error('nobody has looked');
    return [
      row('audit-per-person-look-up', round(weight.person, 0)),
      row('audit-per-list-look-up', round(weight.list, 0)),
      row('audit-per-look-up', round(weight.all, 0)),
    ];
  });
