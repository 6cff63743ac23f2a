import { m } from './generated/messages.js';
import { baseLocale, getLocale, isLocale, type Locale } from './generated/runtime.js';
import { lookUp, type Message } from './look-up.ts';

export { baseLocale, isLocale, type Locale };

export const roleMessages = {
  participant: m.role_participant,
  'contact-person': m.role_contact_person,
  coordinator: m.role_coordinator,
  'team-member': m.role_team_member,
  peer: m.role_peer,
  intake: m.role_intake,
  outreach: m.role_outreach,
  'related-person': m.role_related_person,
  'group-leader': m.role_group_leader,
  nav: m.role_nav,
  dps: m.role_dps,
  gp: m.role_gp,
  'work-training': m.role_work_training,
  voluntary: m.role_voluntary,
  prison: m.organisation_prison,
  treatment: m.organisation_treatment,
  employer: m.organisation_employer,
  verge: m.role_verge,
  'coordinating-unit': m.role_coordinating_unit,
  emergency: m.role_emergency,
  'participant-by-code': m.role_participant,
} satisfies Record<string, Message>;

export const roleText = lookUp(roleMessages);

const organisationMessages = {
  municipal: m.organisation_municipal,
  nav: m.organisation_nav,
  dps: m.organisation_dps,
  gp: m.organisation_gp,
  'work-training': m.organisation_work_training,
  voluntary: m.organisation_voluntary,
  prison: m.organisation_prison,
  treatment: m.organisation_treatment,
  employer: m.organisation_employer,
  'user-council': m.organisation_user_council,
} satisfies Record<string, Message>;

export const organisationText = lookUp(organisationMessages);

export const relationshipMessages = {
  mother: m.relationship_mother,
  father: m.relationship_father,
  parent: m.relationship_parent,
  partner: m.relationship_partner,
  sibling: m.relationship_sibling,
  child: m.relationship_child,
  friend: m.relationship_friend,
  other: m.relationship_other,
} satisfies Record<string, Message>;

export const relationshipText = lookUp(relationshipMessages);

/** A friend is a friend; family is what Norwegian calls pårørende. */
export const closenessText = (relationship: string): string =>
  ['friend', 'other'].includes(relationship) ? relationshipText(relationship) : m.role_related_person();

const stateMessages = {
  asked: m.state_asked,
  declined: m.state_declined,
  waiting: m.state_waiting,
  mapping: m.state_mapping,
  active: m.state_active,
  paused: m.state_paused,
  ended: m.state_ended,
} satisfies Record<string, Message>;

export const stateText = lookUp(stateMessages);

export const sourceMessages = {
  self: m.source_self,
  relative: m.source_relative,
  family: m.source_family,
  nav: m.source_nav,
  dps: m.source_dps,
  prison: m.source_prison,
  treatment: m.source_treatment,
  gp: m.source_gp,
  street: m.source_street,
  police: m.source_police,
  other: m.source_other,
} satisfies Record<string, Message>;

export const sourceText = lookUp(sourceMessages);

export const contactKindMessages = {
  home: m.contact_kind_home,
  phone: m.contact_kind_phone,
  walk: m.contact_kind_walk,
  accompaniment: m.contact_kind_accompaniment,
  talk: m.contact_kind_talk,
  message: m.contact_kind_message,
  missed: m.contact_kind_missed,
  'consultant-call': m.contact_kind_consultant_call,
} satisfies Record<string, Message>;

export const contactKindText = lookUp(contactKindMessages);

const answerMessages = {
  coming: m.answer_coming,
  'said-no': m.answer_said_no,
  came: m.answer_came,
  'did-not-come': m.answer_did_not_come,
} satisfies Record<string, Message>;

export const answerText = lookUp(answerMessages);

const ruleMessages = {
  'enquiry-unanswered': m.rule_enquiry_unanswered,
  'step-due': m.rule_step_due,
  'promise-overdue': m.rule_promise_overdue,
  'action-overdue': m.rule_action_overdue,
  'contact-person-missing': m.rule_contact_person_missing,
  'relapse-contact': m.rule_relapse_contact,
  'discharge-unmet': m.rule_discharge_unmet,
  'wish-unanswered': m.rule_wish_unanswered,
  'look-unexplained': m.rule_look_unexplained,
  'rights-unanswered': m.rule_rights_unanswered,
  'children-not-asked': m.rule_children_not_asked,
  'child-next': m.rule_child_next,
  'emergency-talk': m.rule_emergency_talk,
} satisfies Record<string, Message>;

export const ruleText = lookUp(ruleMessages);

export const topicMessages = {
  identity: m.topic_identity,
  goals: m.topic_goals,
  team: m.topic_team,
  actions: m.topic_actions,
  'follow-up': m.topic_follow_up,
  scores: m.topic_scores,
  'crisis-plan': m.topic_crisis_plan,
  children: m.topic_children,
  relapse: m.topic_relapse,
  attendance: m.topic_attendance,
  wishes: m.topic_wishes,
  status: m.topic_status,
  enquiry: m.topic_enquiry,
  meeting: m.topic_meeting,
  sharing: m.topic_sharing,
  'life-areas': m.topic_life_areas,
  related: m.topic_related,
  turns: m.topic_turns,
  'contact-details': m.topic_contact_details,
  'person-number': m.topic_person_number,
  'work-goals': m.topic_work_goals,
  'money-goals': m.topic_money_goals,
  placements: m.topic_placements,
  tenancy: m.topic_tenancy,
  blocks: m.topic_blocks,
  confided: m.topic_confided,
} satisfies Record<string, Message>;

export const topicText = lookUp(topicMessages);

/** The first of our languages in an Accept-Language header; «no» is bokmål. */
export function localeFrom(header: string | undefined): Locale {
  for (const part of (header ?? '').split(',')) {
    const tag = part.split(';')[0]?.trim().split('-')[0]?.toLowerCase();
    if (tag === 'no') return 'nb';
    if (isLocale(tag)) return tag;
  }
  return baseLocale;
}

export const listTags: Record<Locale, string[]> = { nb: ['nb'], nn: ['nn', 'nb'], en: ['en-GB'] };

/** «mål, møter og kriseplan» */
export function listOf(words: readonly string[], locale: Locale = getLocale()): string {
  return new Intl.ListFormat(listTags[locale], { type: 'conjunction' }).format(words);
}
