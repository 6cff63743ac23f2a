/** What may be unusual about a look-up. It says that somebody should ask, never that somebody has done wrong. */
export const lookRules = [
  'same-family-name',
  'colleague',
  'without-act',
  'night',
  'volume',
  'refused',
] as const;
export type LookRule = (typeof lookRules)[number];

/** How a municipality has set one rule; what the numbers mean is said at each. */
export interface RuleSetting {
  on: boolean;
  limit: number;
  within: number;
}
export type RuleSettings = Record<LookRule, RuleSetting>;

export const defaultSettings: RuleSettings = {
  /** Neither has a number. */
  'same-family-name': { on: true, limit: 0, within: 0 },
  colleague: { on: true, limit: 0, within: 0 },
  /** Looked on so many days within so many days, without doing anything. */
  'without-act': { on: true, limit: 3, within: 30 },
  /** From this hour to that, in Norway. */
  night: { on: true, limit: 23, within: 6 },
  /** So many people within so many minutes. */
  volume: { on: true, limit: 40, within: 10 },
  refused: { on: true, limit: 3, within: 60 },
};

/** How many days a named person has to close a case before it is late. */
export const CASE_DAYS = 14;
