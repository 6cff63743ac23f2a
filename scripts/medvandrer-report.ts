import type pg from 'pg';
import { comparePublished } from '#db/replay/compare.ts';
import { nameOf, publishedWords } from '#db/replay/doc.ts';
import { fillReplay } from '#db/replay/fill.ts';
import { figures } from '#domain/figure/figures.ts';
import type { StatusLine } from '#domain/figure/status.ts';
import { type Day, dayOf, parseDay } from '#domain/time/day.ts';
import { migrate } from '#server/db/migrate.ts';
import { asOwner, rowsOf } from '#server/db/owner.ts';
import { exactReport } from '#server/figure/figure-queries.ts';
import { CannotBeDone, NotUnderstood, type Told } from './medvandrer-told.ts';

interface ServiceRow {
  municipalityId: string;
  id: string;
  name: string;
}

interface Asked {
  service: string;
  from: Day;
  to: Day;
}

/** @throws NotUnderstood when something is missing, or no day of the calendar */
export function understandReport({ service, date, from: since }: Record<string, string | undefined>): Asked {
  if (service === undefined || date === undefined)
    throw new NotUnderstood('report needs --service and --date');
  const to = dayFrom('--date', date);
  const from = since === undefined ? (`${to.slice(0, 4)}-01-01` as Day) : dayFrom('--from', since);
  if (from > to) throw new NotUnderstood('--from is after --date');
  return { service, from, to };
}

/**
 * What a service has done in a period and where it stands on a day, counted exactly, for its own final report.
 * @throws CannotBeDone when no service, or more than one, is meant, or the day has not been
 */
export async function reportStatus(
  owner: pg.ClientConfig,
  options: Record<string, string | undefined>,
): Promise<Told> {
  const { service: wanted, from, to } = understandReport(options);
  return asOwner(owner, 'count for a service’s own report', async (client) => {
    await client.query('begin transaction isolation level repeatable read read only');
    const { rows } = await client.query<ServiceRow & { now: Date }>(
      `select municipality_id as "municipalityId", id, name, app.now() as now from service order by name`,
    );
    const service = serviceFrom(rows, wanted);
    const today = dayOf((rows[0]?.now ?? new Date()).toISOString());
    if (to > today) throw new CannotBeDone(`${to} has not been yet: today is ${today}.`);
    const lines = await exactReport(rowsOf(client), service, { from, to });
    return {
      words: [
        `${service.name}, ${from} to ${to}`,
        ...lines.map(wordsOf),
        'Every count is as it is, also small ones, and no name is in it: for the service’s own final report. Take out counts of one to four before it is published.',
      ].join('\n'),
      figures: { service, from, to, lines },
    };
  });
}

function dayFrom(option: string, text: string): Day {
  const day = parseDay(text);
  if (day === undefined) throw new NotUnderstood(`${option} is no day of the calendar, yyyy-mm-dd: ${text}`);
  return day;
}

function serviceFrom(services: readonly ServiceRow[], wanted: string): ServiceRow {
  const meant = services.filter(
    ({ id, name }) => id === wanted || name.toLowerCase() === wanted.trim().toLowerCase(),
  );
  const [service] = meant;
  if (service !== undefined && meant.length === 1) return service;
  const list = (meant.length > 1 ? meant : services).map(({ id, name }) => `${name} (${id})`).join(', ');
  if (meant.length > 1)
    throw new CannotBeDone(`More than one service is called “${wanted}”; name it by its id: ${list}.`);
  throw new CannotBeDone(
    `There is no service “${wanted}” here. ${list === '' ? 'There is none at all.' : `There are: ${list}.`}`,
  );
}

const genderWords = {
  man: 'men',
  woman: 'women',
  other: 'another gender',
  'not-stated': 'not stated',
} as const;

function wordsOf({ figure, span, to, value, split, days }: StatusLine): string {
  const when = { period: 'in the period', total: `in all until ${to}`, date: `on ${to}` }[span];
  const parts = Object.entries(genderWords)
    .map(([gender, words]) => ({ words, count: split?.counts[gender as keyof typeof genderWords] ?? 0 }))
    .filter(({ count }) => count > 0)
    .map(({ words, count }) => `${count} ${words}`);
  const more = [
    ...parts,
    ...(days === undefined ? [] : [`${days.held} days held, ${days.written} with who came written down`]),
  ];
  return `  ${figures[figure].name}, ${when}: ${value ?? 'nothing to count'}${more.length === 0 ? '' : ` (${more.join(', ')})`}`;
}

/** Fills an empty database with the replay and says how its counts stand beside the published figures. */
export async function replayNyStart(owner: pg.ClientConfig): Promise<Told> {
  await migrate(owner);
  return asOwner(owner, 'fill a replay', async (client) => {
    const { rowCount } = await client.query('select from municipality limit 1');
    if (rowCount !== 0)
      throw new CannotBeDone('The database is in use already: a replay only fills an empty one.');
    const { participants } = await fillReplay(client);
    const compared = await comparePublished(client);
    return {
      words: [
        `Filled with ${participants} people. Every one of them is made up; only the figures they are compared with are published.`,
        ...compared.map(
          ({ figure, counted, agrees }) =>
            `  ${nameOf(figure)}, ${figure.counted.from === undefined ? 'up' : figure.counted.from} to ${figure.counted.to}: published ${publishedWords(figure)} · counted here ${counted ?? 'nothing'} · ${agrees ? 'agrees' : 'DOES NOT AGREE'}`,
        ),
        'What is published, inferred and made up: docs/replay-ny-start.md.',
      ].join('\n'),
      figures: {
        participants,
        compared: compared.map(({ figure, counted, agrees }) => ({
          ...figure,
          published: figure.value,
          here: counted,
          agrees,
        })),
      },
    };
  });
}
