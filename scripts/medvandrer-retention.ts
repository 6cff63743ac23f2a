// How long things are kept, and how they go: decided, planned, approved by another, carried out.
// Who does it is what the command line says; on «Hva vi tar vare på» it is whoever is logged in. The mechanism is the same.
import type pg from 'pg';
import { type LegalClass, legalClasses } from '#domain/fact/legal-class.ts';
import { mayApprove } from '#domain/retention/run.ts';
import { peopleIn } from '#domain/retention/tally.ts';
import { asOwner } from '#server/db/owner.ts';
import { carryOut, inOne, ONE_AT_A_TIME, workOut } from '#server/retention/going.ts';
import { type OwnersRun, readRuns } from '#server/retention/run-rows.ts';
import { CannotBeDone, NotUnderstood, type Told } from './medvandrer-told.ts';

type Options = Record<string, string | undefined>;

const wanted = (options: Options, ...names: string[]): string[] =>
  names.map((name) => {
    const given = options[name]?.trim();
    if (!given) throw new NotUnderstood(`--${name} is needed`);
    return given;
  });

/** All of it or nothing, and one at a time. */
const alone = (
  owner: pg.ClientConfig,
  reason: string,
  work: (client: pg.Client) => Promise<Told>,
): Promise<Told> =>
  asOwner(owner, reason, (client) =>
    inOne(client, async () => {
      await client.query('select pg_advisory_xact_lock($1)', [ONE_AT_A_TIME]);
      return work(client);
    }),
  );

/** What one of the functions of the database answers. */
async function answer<T>(client: pg.Client, call: string, values: unknown[]): Promise<T> {
  const { rows } = await client.query<{ said: T }>(`select app.${call} as said`, values);
  return (rows[0] as { said: T }).said;
}

async function municipalityOf(client: pg.Client, meant: string): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    'select id from municipality where number = $1 or lower(name) = lower($1)',
    [meant],
  );
  if (rows[0] === undefined) throw new CannotBeDone(`There is no municipality “${meant}” here.`);
  return rows[0].id;
}

/** Whoever plans or approves looks after the installation or controls it, for this municipality, today. */
async function keeperOf(client: pg.Client, municipality: string, name: string): Promise<string> {
  const login = await answer<string | null>(client, 'retention_keeper($1, $2)', [municipality, name]);
  if (login === null)
    throw new CannotBeDone(`${name} is neither system administrator nor auditor in this municipality.`);
  return login;
}

/** @throws NotUnderstood when something is missing, or no class or number */
export function understandPeriod(options: Options): { legalClass: LegalClass; months: number | null } {
  const [name, months] = wanted(options, 'class', 'months', 'municipality', 'by', 'because');
  const legalClass = legalClasses.find((one) => one === name);
  if (legalClass === undefined) throw new NotUnderstood(`--class is one of ${legalClasses.join(', ')}`);
  if (months !== 'never' && !/^[1-9]\d{0,3}$/.test(months ?? ''))
    throw new NotUnderstood('--months is a number of months, or never');
  return { legalClass, months: months === 'never' ? null : Number(months) };
}

/** What the municipality has decided with its archive; the decision before is kept. */
export async function setPeriod(owner: pg.ClientConfig, options: Options): Promise<Told> {
  const { legalClass, months } = understandPeriod(options);
  const [meant = '', by = '', because = ''] = wanted(options, 'municipality', 'by', 'because');
  return alone(owner, 'set how long a class is kept', async (client) => {
    const municipality = await municipalityOf(client, meant);
    const who = await keeperOf(client, municipality, by);
    const said = [municipality, who, legalClass, months, because];
    const decided = await answer<string | null>(client, 'decide_period($1, $2, false, $3, $4, $5)', said);
    const words = months === null ? 'for ever' : `for ${months} months after the last entry`;
    if (decided === null) throw new CannotBeDone(`${legalClass} is kept ${words} already.`);
    return { words: `${legalClass} is kept ${words}.`, figures: { legalClass, months } };
  });
}

/** Holds everything about one person, or lets go of every hold. */
export async function hold(owner: pg.ClientConfig, options: Options): Promise<Told> {
  const [meant = '', participant = '', by = '', because = ''] = wanted(
    options,
    'municipality',
    'participant',
    'by',
    'because',
  );
  return alone(owner, 'hold what is kept of somebody', async (client) => {
    const municipality = await municipalityOf(client, meant);
    const who = await keeperOf(client, municipality, by);
    if (options['lift'] !== undefined) {
      const { rowCount } = await client.query(
        `select app.lift_hold(h.municipality_id, h.id, $3, false, $4) from retention_hold h
          where h.municipality_id = $1 and h.participant_id = $2 and h.lifted_at is null`,
        [municipality, participant, who, because],
      );
      if (rowCount === 0) throw new CannotBeDone('Nothing is held there.');
      return { words: 'The hold is lifted.', figures: { lifted: rowCount } };
    }
    const said = [municipality, who, participant, because];
    const held = await answer<string | null>(client, 'put_hold($1, $2, false, $3, $4)', said).catch(
      (error: Error) => {
        throw new CannotBeDone('There is nobody by that id in the municipality.', { cause: error });
      },
    );
    if (held === null) throw new CannotBeDone('It is held for that reason already.');
    return { words: 'Held: nothing of theirs goes.', figures: { held: 1 } };
  });
}

/** The dry run: names every row that would go, changes nothing about anybody, and waits for somebody else's yes. */
export async function planRetention(owner: pg.ClientConfig, options: Options): Promise<Told> {
  const [meant = '', by = ''] = wanted(options, 'municipality', 'by');
  return alone(owner, 'plan what is to go', async (client) => {
    const municipality = await municipalityOf(client, meant);
    const who = await keeperOf(client, municipality, by);
    const run = await answer<string | null>(client, 'ask_dry_run($1, $2, false)', [municipality, who]);
    if (run === null)
      throw new CannotBeDone('A plan is under way already: approve it, or say no to it, first.');
    const items = await workOut(client, municipality, run);
    if (items.length === 0)
      return {
        words: 'Nothing is to go: no period has run out, or none is set.',
        figures: { run: null, items },
      };
    return {
      words: [
        `Would go, if somebody else approves plan ${run}:`,
        ...items.map(
          ({ table, id, participantId, legalClass }) =>
            `  ${table} ${id} (${legalClass}, of ${participantId})`,
        ),
        `${items.length} rows of ${peopleIn(items)} people. Nothing is deleted yet.`,
      ].join('\n'),
      figures: { run, items },
    };
  });
}

/** A plan by its id, with who may be asked about it. */
async function planOf(client: pg.Client, id: string): Promise<OwnersRun> {
  const [plan] = await readRuns(client, id, 'for update of r');
  if (plan === undefined) throw new CannotBeDone(`There is no plan ${id}.`);
  if (plan.run.endedAs === 'carried-out') throw new CannotBeDone(`Plan ${id} was carried out already.`);
  if (plan.run.endedAs !== undefined) throw new CannotBeDone(`Plan ${id} has ended: ${plan.run.endedAs}.`);
  return plan;
}

/** Another person than the one who planned says yes. */
export async function approveRetention(owner: pg.ClientConfig, options: Options): Promise<Told> {
  const [id = '', by = ''] = wanted(options, 'plan', 'by');
  return alone(owner, 'approve what is to go', async (client) => {
    const { municipality, run, now, approvedBy, proof } = await planOf(client, id);
    const who = await keeperOf(client, municipality, by);
    if (approvedBy !== null) throw new CannotBeDone(`Plan ${id} is approved already, by ${approvedBy}.`);
    const may = mayApprove(run, now);
    if (!may.ok) throw new CannotBeDone(`Plan ${id} cannot be approved (${may.refusal}): make a new one.`);
    const given = [municipality, id, who, proof];
    const said = await answer<string>(client, 'approve_run($1, $2, $3, false, $4)', given);
    if (said === 'another-person-needed')
      throw new CannotBeDone('Whoever made the plan does not approve it: that takes another person.');
    if (said !== 'approved') throw new CannotBeDone(`Plan ${id} was not approved (${said}).`);
    return { words: `Approved by ${by}. It can be carried out.`, figures: { plan: id, approved: by } };
  });
}

/** Anybody who may approve says no; the rows that were named are forgotten. */
export async function refuseRetention(owner: pg.ClientConfig, options: Options): Promise<Told> {
  const [id = '', by = '', because = ''] = wanted(options, 'plan', 'by', 'because');
  return alone(owner, 'say no to what is to go', async (client) => {
    const { municipality } = await planOf(client, id);
    const who = await keeperOf(client, municipality, by);
    const given = [municipality, id, who, because];
    const said = await answer<string>(client, 'turn_down_run($1, $2, $3, false, $4)', given);
    if (said !== 'turned-down') throw new CannotBeDone(`Plan ${id} was not turned down (${said}).`);
    return { words: `Turned down by ${by}. Nothing is deleted.`, figures: { plan: id, turnedDown: by } };
  });
}

/** What was approved goes, except what has come to be held, taken up again or written to meanwhile. A trace without names is left. */
export async function carryOutRetention(owner: pg.ClientConfig, options: Options): Promise<Told> {
  const [id = ''] = wanted(options, 'plan');
  return alone(owner, 'carry out what was approved', async (client) => {
    const { municipality, approvedBy } = await planOf(client, id);
    if (approvedBy === null) throw new CannotBeDone(`Plan ${id} is not approved: that takes another person.`);
    const { going, left, tally } = await carryOut(client, municipality, id);
    return {
      words: `${going.length} rows are gone.${left === 0 ? '' : ` ${left} were left: held, taken up again or written to since the plan was made.`}`,
      figures: { gone: going.length, left, counts: tally },
    };
  });
}
