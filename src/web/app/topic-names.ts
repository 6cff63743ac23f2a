import { m } from '#text/generated/messages.js';
import { topicText } from '#text/text.ts';

const names: Record<string, () => string> = {
  identity: m.seen_identity,
  goals: m.seen_goals,
  team: m.seen_team,
  actions: m.seen_actions,
  'follow-up': m.seen_follow_up,
  scores: m.seen_scores,
  'crisis-plan': m.seen_crisis_plan,
  children: m.seen_children,
  relapse: m.seen_relapse,
  attendance: m.seen_attendance,
  wishes: m.seen_wishes,
  status: m.seen_status,
  enquiry: m.seen_enquiry,
  meeting: m.seen_meeting,
  sharing: m.seen_sharing,
  'life-areas': m.seen_life_areas,
  related: m.seen_related,
  turns: m.seen_turns,
  'contact-details': m.topic_contact_details,
  'person-number': m.topic_person_number,
  'work-goals': m.topic_work_goals,
  'money-goals': m.topic_money_goals,
  placements: m.topic_placements,
  tenancy: m.topic_tenancy,
  blocks: m.topic_blocks,
};

/** A topic as somebody else than the participant reads it: no «you» in it. */
export const topicName = (topic: string): string => names[topic]?.() ?? topicText(topic);
