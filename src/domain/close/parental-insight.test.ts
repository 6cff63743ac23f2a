import { expect, test } from 'vitest';
import { ok, refuse } from '../result.ts';
import { addDays, type Day } from '../time/day.ts';
import {
  decideParentalInsight,
  type ParentalLevel,
  parentalLevel,
  parentalLevelEnds,
} from './parental-insight.ts';

test.each<[string | null, string, ParentalLevel]>([
  // 11 years and 364 days, and the twelfth birthday.
  ['2012-03-15', '2024-03-14', 'parents-decide'],
  ['2012-03-15', '2024-03-15', 'young-may-limit'],
  // 15 years and 364 days, and the sixteenth.
  ['2008-03-15', '2024-03-14', 'young-may-limit'],
  ['2008-03-15', '2024-03-15', 'necessary-only'],
  // 17 years and 364 days, and the eighteenth.
  ['2006-03-15', '2024-03-14', 'necessary-only'],
  ['2006-03-15', '2024-03-15', 'none'],
  // Born on a leap day: on the day itself in a leap year, on 1 March in others.
  ['2012-02-29', '2024-02-28', 'parents-decide'],
  ['2012-02-29', '2024-02-29', 'young-may-limit'],
  ['2008-02-29', '2026-02-28', 'necessary-only'],
  ['2008-02-29', '2026-03-01', 'none'],
  // Not known, and not born.
  [null, '2024-03-14', 'none'],
  ['2024-03-15', '2024-03-14', 'none'],
])('of one born on %s the parents have, on %s: %s', (birthDay, today, level) => {
  expect(parentalLevel(birthDay as Day | null, today as Day)).toBe(level);
});

test('a level ends on the birthday that begins the next', () => {
  for (const born of ['2012-03-15', '2008-02-29', '2006-12-31'] as Day[])
    for (const level of ['parents-decide', 'young-may-limit', 'necessary-only'] as const) {
      const ends = parentalLevelEnds(born, level);
      expect(parentalLevel(born, addDays(ends, -1)), born).toBe(level);
      expect(parentalLevel(born, ends), born).not.toBe(level);
    }
});

const today = '2024-03-14' as Day;
const shareable = ['goals', 'meeting', 'crisis-plan'];
const asked = {
  relationship: 'father',
  birthDay: '2007-01-01' as Day,
  topics: ['meeting'],
  youngSaid: 'Det er greit',
};

test('what is decided names its parts, and holds at the level of the day', () => {
  expect(decideParentalInsight(asked, shareable, today)).toEqual(
    ok({ basis: 'necessary-only', topics: ['meeting'] }),
  );
  const child = { ...asked, birthDay: '2015-01-01' as Day, youngSaid: null };
  expect(decideParentalInsight(child, shareable, today)).toMatchObject({
    value: { basis: 'parents-decide' },
  });
});

test.each([
  [{ relationship: 'sibling' }, 'not-a-parent'],
  [{ birthDay: null }, 'not-a-minor'],
  [{ birthDay: '2006-03-14' }, 'not-a-minor'],
  [{ topics: [] }, 'unknown-topic'],
  [{ topics: ['meeting', 'relapse'] }, 'unknown-topic'],
  [{ youngSaid: null }, 'young-not-asked'],
])('%j is refused: %s', (change, refusal) => {
  expect(decideParentalInsight({ ...asked, ...(change as object) }, shareable, today)).toEqual(
    refuse(refusal),
  );
});
