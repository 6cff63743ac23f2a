import { m } from './generated/messages.js';
import type { legalClassMessages } from './insight.ts';
import { lookUp } from './look-up.ts';

/** The record classes for those who decide how long each is kept: they are not the ones it is about. */
export const keptClassText = lookUp({
  'health-record': m.keep_class_health_record,
  'social-case': m.keep_class_social_case,
  'shared-plan': m.keep_class_shared_plan,
  'participant-own': m.keep_class_participant_own,
  'relative-own': m.keep_class_relative_own,
  'voluntary-work': m.keep_class_voluntary_work,
} satisfies typeof legalClassMessages);
