import { childTurns } from '#domain/clock/children.ts';
import type { Day } from '#domain/time/day.ts';
import { by, fact, inTurn, type Person } from './person.ts';
import type { Spell } from './standing.ts';
import { clockTime, DAY } from './time.ts';

const answers = [
  ['yes', 'no'],
  ['no', 'no'],
  ['yes', 'yes'],
  ['no', 'no'],
  ['no', 'unknown'],
  ['no', 'yes'],
  ['not-said', 'not-said'],
] as const;

/** Nearly as long as an answer lasts: a year, or a season where it was open. */
const ANSWER_LASTS = 350 * DAY;
const OPEN_LASTS = 80 * DAY;

/**
 * What everybody is asked: about children, at the beginning and again when life has turned or the answer has grown old;
 * and whom we may talk with. Some who came lately have not been asked yet.
 */
export function askEverybody(person: Person, spells: readonly Spell[]): void {
  for (const spell of spells) {
    if (spell.first !== 'waiting') continue;
    const { turn, writing } = person;
    const lately = spell.enrolledAt > writing.nowMs - 40 * DAY;
    if (lately && turn % 4 === 1) continue;
    askAboutChildren(person, spell.enrolledAt + (3 + (turn % 8)) * DAY, spell.until);
    if (writing.detail === 'whole' && turn % 3 !== 0)
      askWhomToTalkWith(person, spell.enrolledAt + (4 + (turn % 9)) * DAY, spell.until);
  }
}

function askAboutChildren(person: Person, first: number, until: number): void {
  const turns = (person.rows.get('life_event') ?? [])
    .filter(({ kind }) => (childTurns as readonly unknown[]).includes(kind))
    .map(({ day }) => clockTime(String(day) as Day, '09:00') + 5 * DAY)
    .toSorted((a, b) => a - b);
  let [children, siblings]: (typeof answers)[number] = inTurn(person, answers);
  for (let at = first; at <= until; ) {
    fact(person, 'child_question', at, by(person.worker), { children, siblings });
    const open = children === 'not-said' || siblings === 'unknown';
    const old = at + (open ? OPEN_LASTS : ANSWER_LASTS);
    const turned = turns.find((turn) => turn > at) ?? old;
    // Asked again, somebody answers.
    if (open) [children, siblings] = ['yes', 'no'];
    at = Math.min(old, turned);
  }
}

function askWhomToTalkWith(person: Person, at: number, until: number): void {
  if (at > until) return;
  const named = (person.rows.get('related_person') ?? []).length > 0;
  fact(person, 'related_question', at, by(person.worker, 'shared-plan'), {
    answer: named ? 'named' : inTurn(person, ['nobody', 'not-now']),
    explained: person.turn % 5 !== 0,
  });
}
