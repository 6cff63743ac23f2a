import type { LookUp } from '#contract/look-up.ts';
import { m } from '#text/generated/messages.js';
import { purposeText } from '#text/purposes.ts';
import { roleText } from '#text/text.ts';

/** «Siren Bø fra Ny Start Jæren åpnet siden din for å følge deg opp i går kl. 14.12.» `moment` says when. */
export function lookUpSentence(lookUp: LookUp, moment: string): string {
  const what = purposeText(lookUp.purpose);
  if (lookUp.mine) return m.look_up_sentence({ who: m.look_up_you(), what, moment });
  if (lookUp.related) return m.look_up_sentence_close({ who: lookUp.who, what, moment });
  if (!lookUp.organisation) return m.look_up_sentence({ who: lookUp.who, what, moment });
  return m.look_up_sentence_from({ who: lookUp.who, organisation: lookUp.organisation, what, moment });
}

/** Somebody tried to open the person, and nothing was shown. */
export const wasRefused = ({ action, topics }: LookUp): boolean =>
  topics.length === 0 && (action === 'read' || action === 'change');

/** What they were then, and where from: «kontaktperson · Ny Start Jæren». */
export const standingOf = ({ roles, organisation, related, mine }: LookUp): string =>
  mine
    ? ''
    : [...roles.map((role) => roleText(role)), ...(related ? [m.look_up_close_one()] : []), organisation]
        .filter((part) => part !== undefined && part !== '')
        .join(' · ');

/** Those that have the same key together, in the order in which they first come; browsers of a few years ago group nothing. */
export function together<T>(all: readonly T[], keyOf: (one: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return [...groups.values()];
}
