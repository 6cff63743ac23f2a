import type pg from 'pg';
import type { NumberKeys } from '#server/db/number-keys.ts';
import { rowsOf } from '#server/db/owner.ts';
import { settle } from '#server/engine/settle.ts';
import { type Book, openBook } from './book.ts';
import { type Calendar, calendarFor, type Shift } from './calendar.ts';
import { furnish, giveLogins } from './house.ts';
import { writeLetters } from './letters.ts';
import { writeLooks } from './looks.ts';
import { writeTheMany } from './many.ts';
import { giveNumbers } from './numbers.ts';
import { personas } from './people.ts';
import { agreePhones } from './phones.ts';
import { sayWhoIsOne } from './registered-twice.ts';
import { plannedSessions, planSeries, planSessions } from './sessions.ts';
import { tellAll } from './stories.ts';

/**
 * Fills an empty installation with the demonstration municipality, and makes it a demonstration. All or nothing.
 * @param numbers what people's numbers are sealed with
 * @throws when there is anything in it already: a demonstration never goes into a database that is in use
 */
export async function fillDemo(
  owner: pg.Client,
  options: Shift,
  numbers: NumberKeys,
): Promise<{ participants: number }> {
  await owner.query('begin');
  try {
    await owner.query('set local role app_owner; set local search_path = app');
    const { rows } = await owner.query('select from municipality limit 1');
    if (rows.length > 0) {
      throw new Error('The database is in use already: the demonstration only fills an empty one.');
    }
    const participants = await writeAll(owner, calendarFor(options), numbers);
    await owner.query(`update installation set mode = 'demo'`);
    await owner.query('commit');
    return { participants };
  } catch (error) {
    await owner.query('rollback');
    throw error;
  }
}

async function writeAll(owner: pg.Client, calendar: Calendar, numbers: NumberKeys): Promise<number> {
  const book = openBook();
  const people = tellDemo(book, calendar);
  giveNumbers(book, calendar, numbers);
  await book.write(owner);
  await sayWhoIsOne(owner, calendar);
  await writeLooks(owner, calendar);
  await settle(rowsOf(owner), people, { loginUserId: personas.siren.loginId, at: calendar.now });
  return people.length;
}

/** The whole demonstration, written into a book. */
export function tellDemo(
  book: Book,
  calendar: Calendar,
): { municipalityId: string; participantId: string }[] {
  const sessions = plannedSessions(calendar);
  furnish(book, calendar);
  planSeries(book, calendar);
  planSessions(book, calendar, sessions);
  const people = [...tellAll(book, calendar, sessions), ...writeTheMany(book, calendar, sessions)];
  giveLogins(book);
  agreePhones(book, calendar);
  writeLetters(book, calendar);
  return people;
}
