import path from 'node:path';
import { figureCodes, figures } from '#domain/figure/figures.ts';
import type { Compared } from './compare.ts';
import type { PublishedFigure } from './ny-start-published.ts';

export const replayDocFile = path.resolve(import.meta.dirname, '../../docs/replay-ny-start.md');

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const genderWords = { woman: 'women', man: 'men', other: 'another gender', 'not-stated': 'not stated' };

/** «people mapped, men» */
export const nameOf = ({ figure, gender }: PublishedFigure): string =>
  gender === undefined ? figures[figure].name : `${figures[figure].name}, ${genderWords[gender]}`;

const daysOf = ({ counted }: PublishedFigure): string =>
  counted.from === undefined ? `up to ${counted.to}` : `${counted.from} to ${counted.to}`;

/** «about 30» */
export const publishedWords = ({ value, aboutTo }: PublishedFigure): string =>
  aboutTo === undefined ? String(value) : `about ${value}`;

function comparisons(compared: readonly Compared[]): string {
  return [
    row(['figure', 'published', 'counted here', 'days', 'the days are', 'agrees']),
    row(Array.from({ length: 6 }, () => '---')),
    ...compared.map(({ figure, counted, agrees }) =>
      row([
        nameOf(figure),
        publishedWords(figure),
        String(counted ?? 'nothing to count'),
        daysOf(figure),
        figure.counted.standing,
        agrees ? 'yes' : '**no**',
      ]),
    ),
  ].join('\n');
}

const chosen = (compared: readonly Compared[]): string =>
  [
    ...new Set(
      compared.flatMap(({ figure }) =>
        figure.counted.because === undefined ? [] : [`- ${nameOf(figure)}: ${figure.counted.because}.`],
      ),
    ),
  ].join('\n');

const definitions = (): string =>
  figureCodes
    .map((code) => {
      const { name, population, numerator, denominator, missing } = figures[code];
      return `- **${name}** (\`${code}\`). Population: ${population}. Counted: ${numerator}. Divided by: ${denominator}. Missing: ${missing}.`;
    })
    .join('\n');

/** The page, the same for the same counts. */
export function replayDoc(compared: readonly Compared[]): string {
  return `# Ny Start, replayed

Made by \`scripts/replay-doc.ts\` from a run of the replay; a test compares it with another run.

\`npm run medvandrer -- replay ny-start\` fills an empty database with made-up people on their way through Ny Start on Jæren,
from January 2018 to 16 August 2019. The figures that the municipalities published are then counted from those people's facts, by the same
definitions as «Status på en dato» and \`npm run medvandrer -- report\`. No figure is written down as a result: take one mapping,
one gender, one job or one day at a group back, and the figure it belongs to is another one, and no other figure is
([replay.db.test.ts](../db/replay/replay.db.test.ts)).

Three kinds of things, kept apart:

- **Published**: the numbers in [ny-start-published.ts](../db/replay/ny-start-published.ts), the weekly timetable and the six weeks.
- **Inferred**: the days that the report does not state, each with what we took instead, below; and that no group is held on a public holiday.
- **Made up**: every person, name, birth day, day of enrolment, goal, attendance and turn in life. Nobody in it is anybody. The people have no identity number.

## Published and counted

${comparisons(compared)}

A number published as “about” agrees with every count that rounds to it, half up: about 30 at steps of five (28 to 32), about 8 at steps
of one (7.5 to below 8.5). Any other must be the same.

## What we took where nothing is stated

${chosen(compared)}

That the counts come out says that the definitions can tell what the service told. It does not say that these were the service's own
definitions, nor anything about the people it helped.

## How each figure is counted

${definitions()}

People count once in each figure, from the first time, so the months can be added. Counts are made with what is known now: a correction
changes the report of the day it is about. Relapse, intoxication and notes about them are in no figure.

## Who sees which count

A leader sees figures of their own service on «Status på en dato», and each look is in the log. No count of one to four is shown there, and
no two reports can be subtracted to find one: a count is told for whole months, from one cut to another, and between two cuts there is nobody
or at least five people ([blocks.ts](../src/domain/figure/blocks.ts)). The days it holds for stand beside it. The split by gender has its own,
coarser cuts; an average is rounded to whole people and needs ten of them. How many are in the service on a day is told for any day from five
people on: two days next to each other can differ by one, which tells that somebody came or went, and not who.

The owner of the installation, who can read the database anyway, gets exact counts from the command line, for the service's own final
report: \`npm run medvandrer -- report --service "Ny Start" --date 2019-08-16 --from 2019-03-01\`. It never prints a name, and it is not in the
log, since nobody is logged in. Before such a report is published, small counts are to be taken out.
`;
}
