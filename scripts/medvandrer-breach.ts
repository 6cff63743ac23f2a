// If an account was in the wrong hands: the exact list of whom it could see, from the log.
import { stringify } from 'csv-stringify/sync';
import type pg from 'pg';
import { type Topic, topicsIn } from '#domain/access/topics.ts';
import { asOwner } from '#server/db/owner.ts';
import { CannotBeDone, NotUnderstood, type Told } from './medvandrer-told.ts';

type Options = Record<string, string | undefined>;

interface Asked {
  account: string;
  from: Date;
  to: Date;
}

/** @throws NotUnderstood when something is missing, or no moment */
export function understandBreach({ account, from, to }: Options): Asked {
  if (account === undefined || from === undefined || to === undefined)
    throw new NotUnderstood('breach-report needs --account, --from and --to');
  const period = { account, from: momentFrom('--from', from), to: momentFrom('--to', to) };
  if (period.from >= period.to) throw new NotUnderstood('--from is not before --to');
  return period;
}

/** With its zone, so that nobody is left in doubt which hour it was. */
function momentFrom(option: string, text: string): Date {
  const at = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})$/.test(text)
    ? new Date(text)
    : undefined;
  if (at === undefined || Number.isNaN(at.getTime()))
    throw new NotUnderstood(
      `${option} is no moment with its time zone, such as 2026-11-24T10:00+01:00: ${text}`,
    );
  return at;
}

interface Row {
  municipality: string;
  participantId: string;
  firstAt: Date;
  lastAt: Date;
  lookUps: number;
  reads: number;
  writes: number;
  actions: string[];
}

interface Line {
  municipality: string;
  participantId: string;
  firstAt: string;
  lastAt: string;
  lookUps: number;
  read: Topic[];
  couldAdd: Topic[];
  actions: string[];
}

/**
 * Everyone who was open to an account in a period, as CSV or JSON: ids, topics and times. Names are not in it: who is to
 * be told is looked up by somebody who may, and that look is in the log.
 * @throws CannotBeDone when no account, or more than one, is meant
 */
export async function reportBreach(owner: pg.ClientConfig, options: Options): Promise<Told> {
  const { account, from, to } = understandBreach(options);
  return asOwner(owner, 'report a breach from the log', async (client) => {
    await client.query('begin transaction isolation level repeatable read read only');
    const login = await loginFrom(client, account);
    const { rows } = await client.query<Row>(
      `select m.number || ' ' || m.name as municipality, b.participant_id as "participantId", b.first_at as "firstAt", b.last_at as "lastAt",
         b.look_ups as "lookUps", b.reads, b.writes, b.actions
       from app.breach_of($1, $2, $3) b join app.municipality m on m.id = b.municipality_id order by m.number, b.first_at, b.participant_id`,
      [login, from, to],
    );
    const people: Line[] = rows.map(({ firstAt, lastAt, reads, writes, ...row }) => ({
      ...row,
      firstAt: firstAt.toISOString(),
      lastAt: lastAt.toISOString(),
      read: topicsIn(reads),
      couldAdd: topicsIn(writes),
    }));
    return {
      words: csvOf(people),
      figures: { account: login, from: from.toISOString(), to: to.toISOString(), people },
    };
  });
}

const csvOf = (people: readonly Line[]): string =>
  stringify(
    people.map((one) => ({
      ...one,
      read: one.read.join(' '),
      couldAdd: one.couldAdd.join(' '),
      actions: one.actions.join(' '),
    })),
    {
      header: true,
      columns: {
        municipality: 'municipality',
        participantId: 'participant',
        firstAt: 'first open at',
        lastAt: 'last open at',
        lookUps: 'look-ups',
        read: 'topics read',
        couldAdd: 'topics that could be added to',
        actions: 'kinds of look-up',
      },
    },
  ).trimEnd();

async function loginFrom(client: pg.Client, wanted: string): Promise<string> {
  const { rows } = await client.query<{ id: string; name: string }>(
    'select id, name from login_user where id::text = $1 or lower(name) = lower(btrim($1)) order by name, id',
    [wanted],
  );
  const [login] = rows;
  if (login === undefined) throw new CannotBeDone(`There is no account “${wanted}” here.`);
  if (rows.length > 1)
    throw new CannotBeDone(
      `More than one account is called “${wanted}”; name it by its id: ${rows.map(({ id }) => id).join(', ')}.`,
    );
  return login.id;
}
