// Reads the catalogue and writes what is there, table by table, the same on every version of the server.
import type pg from 'pg';

const SKIPPED = `'app.audit_[0-9]{6}'`; // log tables by month: made by the clock, not by a migration

/** Tables with their keys, indexes, policies and grants; views; functions with who may call them. */
export async function dumpSchema(client: pg.Client): Promise<string> {
  await client.query('set search_path = pg_catalog');
  const parts = [await tables(client), await views(client), await functions(client)];
  return `-- Made from db/migrations by scripts/schema.ts. Read it to review what a migration did; change the migrations.\n\n${parts.flat().join('\n\n')}\n`;
}

async function tables(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; oid: string; about: string | null; walled: boolean }>(
    `select c.oid::regclass::text as name, c.oid::text, obj_description(c.oid) as about, c.relrowsecurity as walled from pg_class c
     where c.relnamespace = 'app'::regnamespace and c.relkind in ('r', 'p') and c.oid::regclass::text !~ ${SKIPPED} order by 1`,
  );
  const parts: string[] = [];
  for (const { name, oid, about, walled } of rows) {
    const lines = [
      about === null ? '' : `-- ${about}\n`,
      `table ${name}${walled ? '' : '  -- NO ROW-LEVEL SECURITY'}`,
    ];
    parts.push([lines.join(''), ...(await inside(client, oid))].join('\n  '));
  }
  return parts;
}

const INSIDE = [
  `select a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || case when a.attnotnull then ' not null' else '' end
     || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') as line
   from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
   where a.attrelid = $1 and a.attnum > 0 and not a.attisdropped order by a.attnum`,
  `select pg_get_constraintdef(oid) as line from pg_constraint where conrelid = $1 and contype <> 'n' order by contype desc, 1`,
  `select pg_get_indexdef(i.indexrelid) as line from pg_index i
   where i.indrelid = $1 and not exists (select from pg_constraint c where c.conindid = i.indexrelid) order by 1`,
  `select 'policy ' || polname || ' for ' || case polcmd when 'r' then 'select' when 'a' then 'insert' else 'all' end || ' to '
     || (select string_agg(r::regrole::text, ', ') from unnest(polroles) r) || coalesce(' using ' || pg_get_expr(polqual, polrelid), '')
     || coalesce(' with check ' || pg_get_expr(polwithcheck, polrelid), '') || coalesce('  -- ' || obj_description(oid, 'pg_policy'), '') as line
   from pg_policy where polrelid = $1 order by polname`,
  `select 'grant ' || lower(string_agg(privilege_type, ', ' order by privilege_type)) || ' to ' || grantee::regrole as line
   from pg_class, aclexplode(relacl) where pg_class.oid = $1 and grantee::regrole::text <> 'app_owner' group by grantee order by 1`,
  `select 'grant insert (' || string_agg(attname, ', ' order by attnum) || ') to ' || x.grantee::regrole as line
   from pg_attribute, aclexplode(attacl) x where attrelid = $1 and x.privilege_type = 'INSERT' group by x.grantee order by 1`,
];

async function inside(client: pg.Client, oid: string): Promise<string[]> {
  const lines: string[] = [];
  for (const query of INSIDE) {
    const { rows } = await client.query<{ line: string }>(query, [oid]);
    lines.push(...rows.map(({ line }) => line.replaceAll(/\s+/g, ' ')));
  }
  return lines;
}

async function views(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; options: string; columns: string }>(
    `select oid::regclass::text as name, coalesce(array_to_string(reloptions, ', '), '') as options,
       (select string_agg(attname, ', ' order by attnum) from pg_attribute where attrelid = pg_class.oid and attnum > 0) as columns
     from pg_class where relnamespace = 'app'::regnamespace and relkind = 'v' order by 1`,
  );
  return rows.map(({ name, options, columns }) => `view ${name} (${columns}) with (${options})`);
}

async function functions(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{
    name: string;
    about: string | null;
    definer: boolean;
    callers: string | null;
  }>(
    `select p.oid::regprocedure::text as name, obj_description(p.oid, 'pg_proc') as about, p.prosecdef as definer,
       (select string_agg(coalesce(nullif(grantee, 0)::regrole::text, 'public'), ', ' order by grantee) from aclexplode(p.proacl)
        where grantee <> p.proowner) as callers
     from pg_proc p where p.pronamespace = 'app'::regnamespace order by 1`,
  );
  return rows.map(
    ({ name, about, definer, callers }) =>
      `function ${name}${definer ? ' security definer' : ''}, called by ${callers ?? 'its owner alone'}${about === null ? '' : `\n  -- ${about}`}`,
  );
}
