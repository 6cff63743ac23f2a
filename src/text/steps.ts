import { m } from './generated/messages.js';
import { lookUp, type Message } from './look-up.ts';

const stepMessages = {
  mapping: m.step_mapping,
  'rules-explained': m.step_rules_explained,
  'group-set-up': m.step_group_set_up,
  'follow-up-talk': m.step_follow_up_talk,
  'crisis-plan': m.step_crisis_plan,
  'individual-talk': m.step_individual_talk,
  'call-consultant': m.step_call_consultant,
  'meeting-called': m.step_meeting_called,
  'evaluation-talk': m.step_evaluation_talk,
  'meeting-prepared': m.step_meeting_prepared,
  'meeting-held': m.step_meeting_held,
} satisfies Record<string, Message>;

export const stepText = lookUp(stepMessages);
