import { m } from '#text/generated/messages.js';

const names: Record<string, () => string> = {
  'same-family-name': m.look_rule_same_family_name,
  colleague: m.look_rule_colleague,
  'without-act': m.look_rule_without_act,
  night: m.look_rule_night,
  volume: m.look_rule_volume,
  refused: m.look_rule_refused,
};

export const ruleName = (rule: string): string => names[rule]?.() ?? rule;

interface RuleWords {
  /** The rule with its numbers, in words. */
  said: (numbers: { limit: number; within: number }) => string;
  limit: () => string;
  within: () => string;
}

const burst: RuleWords = {
  said: m.control_rule_burst,
  limit: m.control_rule_limit_people,
  within: m.control_rule_within_minutes,
};

/** Those that have numbers, and what the numbers are. */
export const ruleNumbers: Record<string, RuleWords> = {
  'without-act': {
    said: m.control_rule_without_act,
    limit: m.control_rule_limit_days,
    within: m.control_rule_within_days,
  },
  night: {
    said: m.control_rule_night,
    limit: m.control_rule_from_hour,
    within: m.control_rule_to_hour,
  },
  volume: burst,
  refused: burst,
};
