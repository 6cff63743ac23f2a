import { m } from './generated/messages.js';
import { baseLocale, getLocale, isLocale, type Locale } from './generated/runtime.js';
import { lookUp, type Message, say } from './look-up.ts';

export { baseLocale, isLocale, type Locale };

export const refusalMessages = {
  'not-logged-in': m.refusal_not_logged_in,
  'login-attempt-gone': m.refusal_login_attempt_gone,
  'login-not-trusted': m.refusal_login_not_trusted,
  'login-cancelled': m.refusal_login_cancelled,
  'login-too-weak': m.refusal_login_too_weak,
  'login-closed': m.refusal_login_closed,
  'way-in-not-for-you': m.refusal_way_in_not_for_you,
  'organisation-not-represented': m.refusal_organisation_not_represented,
  'identity-taken': m.refusal_identity_taken,
  'invitation-unknown': m.refusal_invitation_unknown,
  'no-tries-left': m.refusal_no_tries_left,
  'issuer-away': m.refusal_issuer_away,
  'not-found': m.refusal_not_found,
  'not-allowed': m.refusal_not_allowed,
  'bad-request': m.refusal_bad_request,
  'too-large': m.refusal_too_large,
  'too-many-requests': m.refusal_too_many_requests,
  'forged-request': m.refusal_forged_request,
  'stale-version': m.refusal_stale_version,
  'crisis-plan-not-shared': m.refusal_crisis_plan_not_shared,
  'already-done': m.refusal_already_done,
  'already-enrolled': m.refusal_already_enrolled,
  'already-known': m.refusal_already_known,
  'not-signed': m.refusal_not_signed,
  'already-answered': m.refusal_already_answered,
  'own-look-up': m.refusal_own_look_up,
  'day-out-of-range': m.refusal_day_out_of_range,
  'in-the-future': m.refusal_in_the_future,
  'period-backwards': m.refusal_period_backwards,
  'times-backwards': m.refusal_times_backwards,
  'line-has-ended': m.refusal_line_has_ended,
  'session-cancelled': m.refusal_session_cancelled,
  'session-not-cancelled': m.refusal_session_not_cancelled,
  'session-over': m.refusal_session_over,
  'not-in-the-service': m.refusal_not_in_the_service,
  'nobody-does-it': m.refusal_nobody_does_it,
  'needs-stronger-login': m.refusal_needs_stronger_login,
  'paper-needed': m.refusal_paper_needed,
  'door-to-everyone': m.refusal_door_to_everyone,
  'one-recipient': m.refusal_one_recipient,
  'unknown-topic': m.refusal_unknown_topic,
  'area-twice': m.refusal_area_twice,
  'nothing-said': m.refusal_nothing_said,
  'reason-needed': m.refusal_reason_needed,
  'instead-needed': m.refusal_instead_needed,
  'day-needed': m.refusal_day_needed,
  'nothing-came-yet': m.refusal_nothing_came_yet,
  'goal-has-actions': m.refusal_goal_has_actions,
  'not-near': m.refusal_not_near,
  'meeting-not-held': m.refusal_meeting_not_held,
  'meeting-already-held': m.refusal_meeting_already_held,
  'meeting-has-ended': m.refusal_meeting_has_ended,
  'say-who-was-there': m.refusal_say_who_was_there,
  'same-promise': m.refusal_same_promise,
  'not-yours-to-do': m.refusal_not_yours_to_do,
  'not-a-parent': m.refusal_not_a_parent,
  'not-a-minor': m.refusal_not_a_minor,
  'young-not-asked': m.refusal_young_not_asked,
  'not-about-somebody': m.refusal_not_about_somebody,
  'letterbox-full': m.refusal_letterbox_full,
  'has-left': m.refusal_has_left,
  'too-many-at-once': m.refusal_too_many_at_once,
  'wrong-organisation': m.refusal_wrong_organisation,
  'already-told': m.refusal_already_told,
  'not-a-homecoming': m.refusal_not_a_homecoming,
  'setting-does-not-fit': m.refusal_setting_does_not_fit,
  'already-on-hold': m.refusal_already_on_hold,
  'not-on-hold': m.refusal_not_on_hold,
  'has-ended': m.refusal_has_ended,
  'not-ended': m.refusal_not_ended,
  'not-taken-in': m.refusal_not_taken_in,
  'next-place-missing': m.refusal_next_place_missing,
  'number-shape': m.refusal_number_shape,
  'number-no-such-day': m.refusal_number_no_such_day,
  'number-check-digits': m.refusal_number_check_digits,
  'number-series-unknown': m.refusal_number_series_unknown,
  'number-made-up': m.refusal_number_made_up,
  'number-may-be-real': m.refusal_number_may_be_real,
  'number-unsure': m.refusal_number_unsure,
  'number-other-kind': m.refusal_number_other_kind,
  'key-used-for-something-else': m.refusal_key_used_for_something_else,
  'nothing-written': m.refusal_nothing_written,
  'database-away': m.refusal_database_away,
  'something-broke': m.refusal_something_broke,
} satisfies Record<string, Message>;

/** Every refusal has its sentence: a code without one does not compile where it is used. */
export const refusalText = (code: keyof typeof refusalMessages, locale?: Locale): string =>
  say(refusalMessages[code], locale);

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
  'children-not-asked': m.rule_children_not_asked,
  'child-next': m.rule_child_next,
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
