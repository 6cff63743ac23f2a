import type { Day } from '#domain/time/day.ts';
import { writeExtras } from './around.ts';
import { arrive, reachOut } from './arriving.ts';
import { askEverybody } from './asking.ts';
import { writeOwnWords } from './own-words.ts';
import { happens, type Person } from './person.ts';
import { between } from './random.ts';
import { workdayFrom } from './red-days.ts';
import { writeSpell } from './spell.ts';
import type { Because, Spell, Standing } from './standing.ts';
import { clockTime, DAY, dayAt, mondayBefore, plusDays } from './time.ts';

/** One participant's way so far, from the first meeting to where they stand. */
export function writeWay(person: Person, standing: Standing): void {
  if (standing.state === 'met-outside') reachOut(person, person.writing.nowMs - 2 * DAY, true);
  else goTheWay(person, standing);
}

function goTheWay(person: Person, standing: Standing): void {
  const spells = spellsOf(person, standing);
  const [first] = spells;
  if (first === undefined) return;
  if (happens(person, 0.15, 0.05)) reachOut(person, first.askedAt - 3 * DAY, false);
  arrive(person, first.askedAt, standing.unanswered !== true);
  if (standing.state === 'enquired') return;
  for (const spell of spells) writeSpell(person, spell);
  if (standing.state === 'declined') return;
  const until = spells.at(-1)?.until ?? first.until;
  writeOwnWords(person, first.enrolledAt, until);
  writeExtras(person, first.enrolledAt, until);
  askEverybody(person, spells);
}

function spellsOf(person: Person, standing: Standing): Spell[] {
  const { random, nowMs, today, detail } = person.writing;
  const monday = mondayBefore(today);
  const until = nowMs - 12 * 60 * 60_000;
  const weeksAgo = (least: number, most: number) => plusDays(monday, -7 * between(random, least, most));
  const inWeek = (week: number) => plusDays(monday, -7 * (week - 1));
  switch (standing.state) {
    case 'mapping':
    case 'active':
      return [begun(person, inWeek(standing.week ?? 1), { until, mapping: standing.state === 'mapping' })];
    case 'paused': {
      const pausedAt = clockTime(plusDays(today, -between(random, 3, 12)), '12:30');
      return [begun(person, weeksAgo(3, 6), { until: pausedAt, pausedAt })];
    }
    case 'afterwards':
      return [begun(person, weeksAgo(7, 70), { until, run: detail === 'whole' || random() < 0.02 })];
    case 'ended':
      return [ended(person, weeksAgo(9, 72), standing.because ?? 'reached')];
    case 'come-back':
      return [
        ended(person, weeksAgo(34, 70), 'own-wish'),
        begun(person, inWeek(standing.week ?? between(random, 1, 6)), { until }),
      ];
    default:
      return [waited(person, standing, until)];
  }
}

function waited(person: Person, { state, unanswered }: Standing, until: number): Spell {
  const { random, today, nowMs } = person.writing;
  const daysAgo =
    unanswered === true ? 0 : state === 'enquired' ? between(random, 2, 6) : between(random, 6, 24);
  const asked = clockTime(plusDays(today, -daysAgo), officeTime(person));
  const askedAt = Math.min(asked, nowMs - 60 * 60_000);
  const first = state === 'asked' || state === 'declined' ? state : 'waiting';
  return { askedAt, enrolledAt: workday(askedAt), first, mapping: false, until, run: false };
}

function begun(
  person: Person,
  anchor: Day,
  rest: { until: number; mapping?: boolean; pausedAt?: number; run?: boolean },
): Spell {
  const { random } = person.writing;
  const askedAt = clockTime(plusDays(anchor, -between(random, 5, 12)), officeTime(person));
  return {
    askedAt,
    enrolledAt: workday(askedAt),
    anchor,
    first: 'waiting',
    mapping: false,
    run: true,
    ...rest,
  };
}

function ended(person: Person, anchor: Day, because: Because): Spell {
  const { random, nowMs, detail } = person.writing;
  const planned = clockTime(plusDays(anchor, 7 * between(random, 4, 26) + 3), '14:00');
  const endedAt = Math.min(planned, nowMs - 4 * DAY);
  return { ...begun(person, anchor, { until: endedAt, run: detail === 'whole' }), endedAt, because };
}

const officeTime = ({ writing: { random } }: Person): string =>
  `${String(between(random, 9, 14)).padStart(2, '0')}:${String(between(random, 0, 59)).padStart(2, '0')}`;

/** Noon of the next day on which people are at work. */
const workday = (after: number): number => clockTime(workdayFrom(plusDays(dayAt(after), 1)), '12:00');
