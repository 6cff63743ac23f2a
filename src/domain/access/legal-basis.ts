import type { LegalClass } from '../fact/legal-class.ts';

/** Where one complains over what was decided about one's information. */
export type ComplaintBody = 'statsforvalteren' | 'datatilsynet';

/**
 * Why a kind of content may be kept at all, and which rules its owner's rights follow. This is the controller's legal
 * basis, and never the participant's consent to share (which only lifts the duty of confidentiality).
 */
export interface LegalBasis {
  /** What it is kept for, as a code with words in src/text/insight.ts. */
  purpose:
    | 'health-care'
    | 'social-services'
    | 'coordination'
    | 'participation'
    | 'family-support'
    | 'activity';
  /** General Data Protection Regulation, article 6 (1). */
  article6: 'c' | 'e' | 'f';
  /** Article 9 (2). */
  article9: 'a' | 'b' | 'd' | 'h';
  /** The Norwegian provision that obliges or allows, as it is cited. */
  national: string;
  /** By which provision the person has insight. */
  insight: string;
  /** Portability (article 20) holds for what somebody has given themself; the rest is given as a copy under insight. */
  portable: boolean;
  complaint: ComplaintBody;
}

/**
 * One for each record class: a class without one does not compile. Drafted from public sources; a privacy officer and a
 * lawyer of the municipality have to agree before anyone relies on it (docs/retention.md, «Before real people»).
 */
export const legalBases: Record<LegalClass, LegalBasis> = {
  'health-record': {
    purpose: 'health-care',
    article6: 'c',
    article9: 'h',
    national: 'helsepersonelloven §§ 39–40, pasientjournalloven § 8, helse- og omsorgstjenesteloven § 3-2',
    insight: 'pasient- og brukerrettighetsloven § 5-1, helsepersonelloven § 41',
    portable: false,
    complaint: 'statsforvalteren',
  },
  'social-case': {
    purpose: 'social-services',
    article6: 'e',
    article9: 'b',
    national: 'sosialtjenesteloven §§ 15, 17 og 28, NAV-loven §§ 14 a og 15',
    insight: 'personvernforordningen art. 15, forvaltningsloven § 18',
    portable: false,
    complaint: 'datatilsynet',
  },
  'shared-plan': {
    purpose: 'coordination',
    article6: 'e',
    article9: 'h',
    national: 'pasient- og brukerrettighetsloven § 2-5, helse- og omsorgstjenesteloven §§ 7-1 og 7-2',
    insight: 'personvernforordningen art. 15',
    portable: false,
    complaint: 'datatilsynet',
  },
  'participant-own': {
    purpose: 'participation',
    article6: 'e',
    article9: 'h',
    national: 'pasient- og brukerrettighetsloven § 3-1, helse- og omsorgstjenesteloven § 3-10',
    insight: 'personvernforordningen art. 15',
    portable: true,
    complaint: 'datatilsynet',
  },
  'relative-own': {
    purpose: 'family-support',
    article6: 'e',
    article9: 'h',
    national: 'helse- og omsorgstjenesteloven § 3-6',
    insight: 'personvernforordningen art. 15, med vern av den som har fortalt i fortrolighet (art. 15 nr. 4)',
    portable: false,
    complaint: 'datatilsynet',
  },
  'voluntary-work': {
    purpose: 'activity',
    article6: 'f',
    article9: 'd',
    national: 'personopplysningsloven § 1; ingen lovpålagt plikt til å føre journal',
    insight: 'personvernforordningen art. 15',
    portable: false,
    complaint: 'datatilsynet',
  },
};
