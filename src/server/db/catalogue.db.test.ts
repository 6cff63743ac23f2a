import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { masksOf } from '#domain/access/masks.ts';
import { type AccessRole, accessRoles } from '#domain/access/roles.ts';
import { topics } from '#domain/access/topics.ts';

import { asSuperuser } from './test-raw-session.ts';
import { type FreshDatabase, freshDatabase } from './test-server.ts';
import { guardedTables } from './versions.ts';

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

const ask = <Row extends object>(text: string): Promise<Row[]> =>
  asSuperuser(database, async (client) => (await client.query(text)).rows as Row[]);
const TABLES = `pg_class c where c.relnamespace = 'app'::regnamespace and c.relkind in ('r', 'p')`;

describe('every table', () => {
  test('has row-level security', async () => {
    expect(await ask(`select relname from ${TABLES} and not relrowsecurity`)).toEqual([]);
  });

  test('that the application may read or write has a policy for each of its roles', async () => {
    const open = await ask(
      `select distinct relname, x.grantee::regrole from ${TABLES}`.replace(
        ' where',
        ', aclexplode(c.relacl) x where',
      ) +
        ` and x.grantee in ('app_user'::regrole, 'app_engine'::regrole)
        and not exists (select from pg_policy p where p.polrelid = c.oid and x.grantee = any (p.polroles))`,
    );
    expect(open).toEqual([]);
  });

  test('that policies read is left alone by autovacuum, which would have every statement planned anew', async () => {
    const kept = await ask<{ relname: string }>(
      `select relname from ${TABLES} and reloptions @> '{autovacuum_enabled=false}' order by 1`,
    );
    const read = await ask<{ relname: string }>(
      `select distinct r.relname from pg_policy p join pg_depend d on d.classid = 'pg_policy'::regclass and d.objid = p.oid
        and d.refclassid = 'pg_class'::regclass and d.refobjid <> p.polrelid
        join pg_class r on r.oid = d.refobjid order by 1`,
    );
    expect(read.length).toBeGreaterThan(0);
    expect(kept).toEqual(read);
  });

  test('with columns behind a topic of their own is read through its view', async () => {
    const guarded = await ask<{ table: string }>(
      'select fact_table as table from app.fact_tables() where guarded',
    );
    expect(guarded.map(({ table }) => table)).toEqual([...guardedTables]);
  });

  test('explains each of its policies', async () => {
    expect(
      await ask(
        `select polname, polrelid::regclass from pg_policy where obj_description(oid, 'pg_policy') is null`,
      ),
    ).toEqual([]);
  });

  test('is owned by app_owner and gives nothing to everybody', async () => {
    expect(await ask(`select relname from ${TABLES} and relowner <> 'app_owner'::regrole`)).toEqual([]);
    expect(
      await ask(
        `select relname from pg_class c, aclexplode(c.relacl) x where c.relnamespace = 'app'::regnamespace and x.grantee = 0`,
      ),
    ).toEqual([]);
  });

  test('has the municipality first in its key when it has one', async () => {
    const wrong = await ask(`
      select c.relname from ${TABLES} and c.relname <> 'login_worker' and c.relname <> 'login_user'
        and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'municipality_id')
        and not exists (select from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
          where i.indrelid = c.oid and i.indisprimary and a.attname = 'municipality_id')
        and c.relname <> 'fact'
        -- Whose number a code was asked for is found out after it was asked.
        and c.relname <> 'sent_code'`);
    expect(wrong).toEqual([]);
  });
});

describe('every table about a participant', () => {
  test('is a fact table, or one of the few that are something else', async () => {
    const others = await ask<{ relname: string }>(`
      select relname from ${TABLES} and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'participant_id')
        and not exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'supersedes') order by 1`);
    expect(others.map(({ relname }) => relname)).toEqual([
      'clock',
      'login_code',
      'login_invitation',
      'login_user',
      'outbox',
      'person_merge',
      'retention_hold',
      'retention_item',
      'same_person',
      'sent_code',
    ]);
  });

  test('gives the application no right to change or delete a fact', async () => {
    const changing = await ask(`
      select c.relname, x.privilege_type from pg_class c, aclexplode(c.relacl) x
      where c.relnamespace = 'app'::regnamespace and x.grantee in ('app_user'::regrole, 'app_engine'::regrole)
        and x.privilege_type not in ('SELECT', 'INSERT') and c.relname <> 'clock'`);
    expect(changing).toEqual([]);
  });

  test('lets nobody say who recorded it or when', async () => {
    const named = await ask(`
      select a.attrelid::regclass from pg_attribute a, aclexplode(a.attacl) x
      where a.attname in ('recorded_by', 'recorded_at') and x.privilege_type = 'INSERT'`);
    expect(named).toEqual([]);
  });
});

describe('every function', () => {
  test('is called only by those it was given to', async () => {
    const everyone = await ask(`
      select p.oid::regprocedure from pg_proc p, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) x
      where p.pronamespace = 'app'::regnamespace and x.grantee = 0`);
    expect(everyone).toEqual([]);
  });

  test('that runs as its owner fixes its search path', async () => {
    expect(
      await ask(`select oid::regprocedure from pg_proc where pronamespace = 'app'::regnamespace and prosecdef
        and not exists (select from unnest(proconfig) s where s = 'search_path=app, pg_temp')`),
    ).toEqual([]);
  });
});

describe('the visibility matrix', () => {
  test('stands in the database as it stands in domain/access', async () => {
    const rows = await ask<{ code: AccessRole } & Record<string, number>>('select * from app.access_role');
    expect(new Set(rows.map(({ code }) => code))).toEqual(new Set(accessRoles));
    for (const row of rows) {
      const masks = masksOf(row.code);
      expect(
        [row['read_always'], row['read_granted'], row['write_always'], row['write_granted']],
        row.code,
      ).toEqual(Object.values(masks));
    }
    expect(
      (await ask<{ code: string }>('select code from app.topic order by bit')).map(({ code }) => code),
    ).toEqual([...topics]);
  });
});
