import type pg from 'pg';
import { openBook } from '#db/demo/book.ts';
import { calendarFor } from '#db/demo/calendar.ts';
import { personas } from '#db/demo/people.ts';
import { rowsOf } from '#server/db/owner.ts';
import { settle } from '#server/engine/settle.ts';
import { furnishNyStart } from './house.ts';
import { lives } from './lives.ts';
import { planReplaySessions, replayNow, replaySessions } from './sessions.ts';
import { tellLife } from './tell.ts';

/**
 * Fills an empty installation with made-up people whose facts give Ny Start's published figures when they are counted,
 * and stops its clock on the day of the second report. All or nothing.
 * @throws when there is anything in it already
 */
export async function fillReplay(owner: pg.Client): Promise<{ participants: number }> {
  await owner.query('begin');
  try {
    await owner.query('set local role app_owner; set local search_path = app');
    const { rows } = await owner.query('select from municipality limit 1');
    if (rows.length > 0) throw new Error('The database is in use already: a replay only fills an empty one.');
    const calendar = calendarFor({ shiftWeeks: 0 });
    const now = calendar.at(replayNow);
    await owner.query(`update installation set mode = 'demo', frozen_at = $1`, [now]);
    const book = openBook();
    const sessions = replaySessions();
    furnishNyStart(book, calendar.at('2018-01-01T08:00'));
    planReplaySessions(book, sessions, calendar.at);
    for (const life of lives) tellLife({ book, calendar, who: life.who }, life, sessions);
    await book.write(owner);
    const people = lives.map(({ who }) => who);
    await settle(rowsOf(owner), people, { loginUserId: personas.siren.loginId, at: now });
    await owner.query('commit');
    return { participants: lives.length };
  } catch (error) {
    await owner.query('rollback');
    throw error;
  }
}
