// What whoever looks after an installation does from the command line: npm run medvandrer -- <command>
import './parent-watch.ts';
import { parseArgs } from 'node:util';
import type pg from 'pg';
import { fillDemo } from '#db/demo/fill.ts';
import { weekdayFromDemoTo, weeksFromDemoTo } from '#db/demo/shift.ts';
import { BadConfig, type Config, readConfig } from '#server/config.ts';
import { claimDataDir, EmbeddedRefusal, startEmbedded } from '#server/db/embedded.ts';
import { MigrationFailed, migrate } from '#server/db/migrate.ts';
import { numberKeys } from '#server/db/number-keys.ts';
import { asOwner, ensureDatabase, ownerFromUrl } from '#server/db/owner.ts';
import { keyRingOf } from '#server/key-file.ts';
import { exportCheckpoint, verifyAudit } from './medvandrer-audit.ts';
import { reportBreach, understandBreach } from './medvandrer-breach.ts';
import { newKeys, rotateKeys } from './medvandrer-keys.ts';
import { firstAdministrator, understandFirst } from './medvandrer-login.ts';
import { replayNyStart, reportStatus, understandReport } from './medvandrer-report.ts';
import {
  approveRetention,
  carryOutRetention,
  hold,
  planRetention,
  refuseRetention,
  setPeriod,
  understandPeriod,
} from './medvandrer-retention.ts';
import { CannotBeDone, NotUnderstood, type Told } from './medvandrer-told.ts';

type Options = Record<string, string | undefined>;

interface Command {
  summary: string;
  /** A word that follows the command, when it takes one. */
  argument?: string;
  /** Options besides --json and --help, with what they take. */
  options?: Record<string, string>;
  /** Throws NotUnderstood, before anything is opened. */
  check?(options: Options): unknown;
  /** What it does to the database, or without one. */
  run?(owner: pg.ClientConfig, options: Options, config: Config): Promise<Told>;
  alone?(): Told;
}

const commands: Record<string, Command> = {
  migrate: { summary: 'Bring the database up to date', run: bringUpToDate },
  demo: { summary: 'Fill an empty database with the demonstration municipality', run: fillDemonstration },
  'new-keys': { summary: 'Make keys for people’s numbers, and print them for a file', alone: newKeys },
  'rotate-keys': {
    summary: 'Seal people’s numbers with the first keys of NUMBER_KEYS_FILE',
    run: rotateKeys,
  },
  replay: {
    summary: 'Fill an empty database with made-up people who give Ny Start’s published figures',
    argument: 'ny-start',
    run: replayNyStart,
  },
  report: {
    summary: 'Count what a service has done in a period and where it stands on a day',
    options: {
      service: 'Name or id of the service',
      date: 'Last day of the period, yyyy-mm-dd',
      from: 'First day of the period; 1 January of the same year when left out',
    },
    check: understandReport,
    run: reportStatus,
  },
  'first-administrator': {
    summary: 'Invite the first one who looks after logins in a municipality, by a code',
    options: {
      municipality: 'Number and name, such as "1121 Time"',
      organisation: 'Where they work',
      name: 'Who it is',
    },
    check: understandFirst,
    run: firstAdministrator,
  },
  'breach-report': {
    summary: 'List everyone who was open to an account in a period, as CSV (or JSON), without names',
    options: {
      account: 'Name or id of the account',
      from: 'From when, with its time zone: 2026-11-24T10:00+01:00',
      to: 'Until when, the same way',
    },
    check: understandBreach,
    run: reportBreach,
  },
  'verify-audit': {
    summary: 'Verify that nothing in the log of look-ups has been changed, and name the first that has',
    options: { checkpoint: 'A checkpoint kept outside, to compare with (a file)' },
    run: verifyAudit,
  },
  'checkpoint-audit': {
    summary: 'Write down what the log is now, to be kept outside (signed with AUDIT_SIGNING_KEY)',
    options: { file: 'Where to write it, instead of printing it' },
    run: exportCheckpoint,
  },
  'retention-period': {
    summary: 'Set how long a record class is kept in a municipality, as it has decided with its archive',
    options: {
      municipality: 'Number or name of the municipality',
      class:
        'Record class: health-record, social-case, shared-plan, participant-own, relative-own, voluntary-work',
      months: 'Months after the last entry, or never',
      by: 'Who does it: a system administrator or auditor',
      because: 'What it rests on',
    },
    check: understandPeriod,
    run: setPeriod,
  },
  'retention-hold': {
    summary: 'Let nothing of somebody’s go, or lift the hold',
    options: {
      municipality: '',
      by: '',
      because: '',
      participant: 'Id of the person it is about',
      lift: 'yes: the hold is lifted',
    },
    run: hold,
  },
  'retention-plan': {
    summary: 'List exactly what would go; nothing is deleted',
    options: { municipality: '', by: '' },
    run: planRetention,
  },
  'retention-approve': {
    summary: 'Say yes to a plan; never the one who made it',
    options: { plan: 'Id of the plan', by: '' },
    run: approveRetention,
  },
  'retention-refuse': {
    summary: 'Say no to a plan; nothing goes',
    options: { plan: '', by: '', because: '' },
    run: refuseRetention,
  },
  'retention-carry-out': {
    summary: 'Delete what an approved plan names, and leave a trace without names',
    options: { plan: '' },
    run: carryOutRetention,
  },
};

const usage = `Usage: npm run medvandrer -- <command> [--json]

Commands
${Object.entries(commands)
  .map(([name, { summary, argument = '' }]) => `  ${`${name} ${argument}`.padEnd(20)}${summary}`)
  .join('\n')}

Options
  --json            Print the result as JSON
  --help            Print this
${Object.entries(commands)
  .flatMap(([name, { options = {} }]) =>
    Object.entries(options)
      // Said once, at the first command that takes it.
      .filter(([, what]) => what !== '')
      .map(([option, what]) => `  ${`--${option}`.padEnd(20)}${name}: ${what}`),
  )
  .join('\n')}

A report has every count as it is, also those of one to four people, and never a name: it is for the owner of the
installation, to make the service's own final report. Leaders read theirs on «Status på en dato», where small counts are hidden.

Works on DATABASE_URL, or on the PostgreSQL in DATA_DIR (.data), also while the server runs on it.
Ends with 0 when it is done, 1 when it cannot be done (the reason is printed) or the log is not as it was sealed,
2 when it is not understood.
`;

async function bringUpToDate(owner: pg.ClientConfig): Promise<Told> {
  const applied = await migrate(owner);
  const words = applied.length === 0 ? 'The database is up to date.' : `Applied ${applied.join(', ')}.`;
  return { words, figures: { applied } };
}

async function fillDemonstration(owner: pg.ClientConfig, _options: Options, config: Config): Promise<Told> {
  await migrate(owner);
  return asOwner(owner, 'fill a demonstration', async (client) => {
    const { rowCount } = await client.query('select from municipality limit 1');
    if (rowCount !== 0) {
      throw new CannotBeDone('The database is in use already: the demonstration only fills an empty one.');
    }
    const now = new Date().toISOString();
    const shift = { shiftWeeks: weeksFromDemoTo(now), shiftDays: weekdayFromDemoTo(now) };
    const { participants } = await fillDemo(client, shift, numberKeys(keyRingOf(config)));
    return {
      words: `Filled the demonstration with ${participants} participants.`,
      figures: { participants },
    };
  });
}

/** The owner's connection, and what to do when it is no longer needed. */
async function openOwner(config: Config): Promise<{ owner: pg.ClientConfig; close(): Promise<void> }> {
  if (config.databaseUrl !== undefined)
    return { owner: ownerFromUrl(config.databaseUrl), close: async () => {} };
  const release = claimUnlessServed(config.dataDir);
  try {
    const embedded = await startEmbedded(config.dataDir);
    const { host, port, user } = embedded;
    const close = async () => {
      await embedded.stop();
      release();
    };
    return { owner: await ensureDatabase({ host, port, user }, 'medvandrer'), close };
  } catch (error) {
    release();
    throw error;
  }
}

/** A server that is running is shared with; when there is none, none may start in the middle of this. */
function claimUnlessServed(dataDir: string): () => void {
  try {
    return claimDataDir(dataDir, { pid: process.pid, address: 'npm run medvandrer' }).release;
  } catch (error) {
    if (error instanceof EmbeddedRefusal) return () => {};
    throw error;
  }
}

function reasonOf(error: Error & { code?: string }): string | undefined {
  const refusals = [CannotBeDone, BadConfig, EmbeddedRefusal, MigrationFailed];
  if (refusals.some((refusal) => error instanceof refusal)) return error.message;
  // The network's and PostgreSQL's own: refused, unknown host, wrong password, no such database.
  const away = /^(E[A-Z]+|28\w{3}|3D000|57P0\d)$/.test(error.code ?? '');
  return away ? `The database does not let us in: ${error.message || error.code}` : undefined;
}

function understand(): { command: Command; json: boolean; given: Options } | { exit: number; words: string } {
  const named = Object.fromEntries(
    Object.values(commands).flatMap(({ options = {} }) =>
      Object.keys(options).map((name) => [name, { type: 'string' } as const]),
    ),
  );
  const options = { json: { type: 'boolean' }, help: { type: 'boolean' }, ...named } as const;
  try {
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    const { json, help, ...given } = values;
    if (help === true) return { exit: 0, words: usage };
    const [name = '', ...rest] = positionals;
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
    const strange = Object.keys(given).find((option) => command?.options?.[option] === undefined);
    const follows = command?.argument === undefined ? '' : command.argument;
    if (command !== undefined && strange === undefined && rest.join(' ') === follows)
      return { command, json: json === true, given: given as Options };
    return notUnderstood([...positionals, ...(strange === undefined ? [] : [`--${strange}`])].join(' '));
  } catch (error) {
    return { exit: 2, words: `${(error as Error).message}\n\n${usage}` };
  }
}

const notUnderstood = (what: string) => ({
  exit: 2,
  words: `${what === '' ? '' : `Not understood: ${what}\n\n`}${usage}`,
});

async function onDatabase({ run }: Command, given: Options): Promise<Told> {
  if (run === undefined) throw new NotUnderstood('a command that does nothing');
  const config = readConfig(process.env);
  const { owner, close } = await openOwner(config);
  return run(owner, given, config).finally(close);
}

async function main(): Promise<number> {
  const understood = understand();
  if ('exit' in understood) {
    (understood.exit === 0 ? process.stdout : process.stderr).write(understood.words);
    return understood.exit;
  }
  try {
    understood.command.check?.(understood.given);
    const told = understood.command.alone?.() ?? (await onDatabase(understood.command, understood.given));
    process.stdout.write(`${understood.json ? JSON.stringify(told.figures) : told.words}\n`);
    return told.wrong ? 1 : 0;
  } catch (error) {
    if (error instanceof NotUnderstood) {
      process.stderr.write(notUnderstood(error.message).words);
      return 2;
    }
    process.stderr.write(`${reasonOf(error as Error) ?? (error as Error).stack ?? String(error)}\n`);
    return 1;
  }
}

process.exitCode = await main();
