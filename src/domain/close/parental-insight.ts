import { ok, type Result, refuse } from '../result.ts';
import { ageOn, birthdayOf, type Day } from '../time/day.ts';

/**
 * What the law gives parents with parental responsibility, by the age of the young person (pbrl §§ 3-4, 4-4, 5-1):
 * under twelve the parents decide; from twelve the young person may limit it; from sixteen, the age of consent in health,
 * only what is necessary for the parental responsibility; from eighteen nothing. An unknown birth day gives nothing.
 */
export const parentalLevels = ['parents-decide', 'young-may-limit', 'necessary-only', 'none'] as const;
export type ParentalLevel = (typeof parentalLevels)[number];

/** The level on a day in Norway. It turns on the birthday itself; somebody born on 29 February has it on 1 March in other years. */
export function parentalLevel(birthDay: Day | null, today: Day): ParentalLevel {
  if (birthDay === null || birthDay > today) return 'none';
  const age = ageOn(birthDay, today);
  if (age < 12) return 'parents-decide';
  if (age < 16) return 'young-may-limit';
  return age < 18 ? 'necessary-only' : 'none';
}

const ends: Record<Exclude<ParentalLevel, 'none'>, number> = {
  'parents-decide': 12,
  'young-may-limit': 16,
  'necessary-only': 18,
};

/** The birthday on which a level ends. */
export const parentalLevelEnds = (birthDay: Day, level: Exclude<ParentalLevel, 'none'>): Day =>
  birthdayOf(birthDay, ends[level]);

const parents: readonly string[] = ['mother', 'father', 'parent'];

export interface ParentalInsight {
  basis: Exclude<ParentalLevel, 'none'>;
  topics: string[];
}

/**
 * Decides what a parent is shown without the young person's consent. Nothing is open by being a parent: somebody decides,
 * names the parts and says why, and what is decided holds at that level only, so that it ends on the birthday.
 * @param shareable the topics somebody close can be shown at all
 * @param youngSaid what the young person says to it; must be asked from twelve on
 */
export function decideParentalInsight(
  asked: {
    relationship: string;
    birthDay: Day | null;
    topics: readonly string[];
    youngSaid: string | null;
  },
  shareable: readonly string[],
  today: Day,
): Result<ParentalInsight, 'not-a-parent' | 'not-a-minor' | 'unknown-topic' | 'young-not-asked'> {
  if (!parents.includes(asked.relationship)) return refuse('not-a-parent');
  const level = parentalLevel(asked.birthDay, today);
  if (level === 'none') return refuse('not-a-minor');
  const topics = shareable.filter((topic) => asked.topics.includes(topic));
  if (topics.length === 0 || topics.length !== asked.topics.length) return refuse('unknown-topic');
  if (level !== 'parents-decide' && asked.youngSaid === null) return refuse('young-not-asked');
  return ok({ basis: level, topics });
}
