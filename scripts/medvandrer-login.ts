import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { codeAsMeant, invitationCode } from '#domain/login/invitation-code.ts';
import { migrate } from '#server/db/migrate.ts';
import { asOwner } from '#server/db/owner.ts';
import { CannotBeDone, NotUnderstood, type Told } from './medvandrer-told.ts';

type Options = Record<string, string | undefined>;

interface First {
  number: string;
  municipality: string;
  organisation: string;
  name: string;
}

export function understandFirst({ municipality = '', organisation, name }: Options): First {
  const [, number, called] = /^([0-9]{4}) (.{1,100})$/.exec(municipality) ?? [];
  if (number === undefined || called === undefined)
    throw new NotUnderstood('--municipality is its number and name, such as "1121 Time"');
  if (!organisation || !name)
    throw new NotUnderstood('--organisation and --name say where the administrator works, and who it is');
  return { number, municipality: called, organisation, name };
}

/**
 * Somebody has to be the first to look after logins: everyone after them is invited on the screen. Their code is printed
 * here and nowhere else; they log in by an issuer as anybody does, and type it.
 */
export async function firstAdministrator(owner: pg.ClientConfig, options: Options): Promise<Told> {
  const first = understandFirst(options);
  await migrate(owner);
  const code = invitationCode(randomBytes(12));
  await asOwner(owner, 'invite the first administrator', async (client) => {
    await client.query('begin');
    const municipality = await municipalityOf(client, first);
    const { rows } = await client.query(
      `select from app.worker_role where municipality_id = $1 and role = 'system-administrator' and (valid_to is null or app.now() < valid_to)`,
      [municipality],
    );
    if (rows.length > 0)
      throw new CannotBeDone(`${first.municipality} has a system administrator already, who invites others.`);
    await client.query(
      `with place as (insert into app.organisation (municipality_id, id, name, kind) values ($1, app.uuid7(), $2, 'municipal') returning id),
         one as (insert into app.worker (municipality_id, id, organisation_id, name) select $1, app.uuid7(), id, $3 from place returning id),
         task as (insert into app.worker_role (municipality_id, worker_id, role, valid_from) select $1, id, 'system-administrator', app.now() from one),
         act as (insert into app.login_act (municipality_id, what, worker_id) select $1, 'invited', id from one)
       insert into app.login_invitation (municipality_id, code_hash, worker_id, expires_at)
       select $1, sha256(convert_to($4, 'UTF8')), id, app.now() + interval '7 days' from one`,
      [municipality, first.organisation, first.name, codeAsMeant(code)],
    );
    await client.query('commit');
  });
  return {
    words: `${first.name} logs in within seven days, and types this code once: ${code}`,
    figures: { code },
  };
}

async function municipalityOf(client: pg.ClientBase, { number, municipality }: First): Promise<string> {
  await client.query(
    `insert into app.municipality (id, number, name) values (app.uuid7(), $1, $2) on conflict (number) do nothing`,
    [number, municipality],
  );
  const { rows } = await client.query<{ id: string }>('select id from app.municipality where number = $1', [
    number,
  ]);
  return rows[0]?.id ?? '';
}
