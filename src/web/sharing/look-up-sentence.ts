import type { LookUp } from '#contract/plan.ts';
import { m } from '#text/generated/messages.js';
import { purposeText } from '#text/purposes.ts';

/** «Siren Bø fra Ny Start Jæren åpnet siden din for å følge deg opp i går kl. 14.12.» `moment` says when. */
export function lookUpSentence(lookUp: LookUp, moment: string): string {
  const what = purposeText(lookUp.purpose);
  if (lookUp.mine) return m.look_up_sentence({ who: m.look_up_you(), what, moment });
  if (lookUp.related) return m.look_up_sentence_close({ who: lookUp.who, what, moment });
  if (!lookUp.organisation) return m.look_up_sentence({ who: lookUp.who, what, moment });
  return m.look_up_sentence_from({ who: lookUp.who, organisation: lookUp.organisation, what, moment });
}
