import type { DB } from '#server/db/schema.ts';

/** What exists before any participant's facts, in the order in which rows can be inserted. */
export const houseTables = [
  'municipality',
  'cooperation',
  'cooperation_grant',
  'organisation',
  'service',
  'council_service',
  'worker',
  'worker_role',
  'participant',
  'login_user',
  'login_worker',
  'group_series',
  'group_session',
] as const satisfies (keyof DB)[];

/** The facts that people tell, in the order in which they refer to each other. */
export const factTables = [
  'profile',
  'outreach',
  'enquiry',
  'enquiry_answer',
  'enrolment',
  'enrolment_state',
  'team_membership',
  'related_person',
  'consent',
  'statement',
  'statement_rating',
  'strength',
  'life_area_rating',
  'wish',
  'wish_answer',
  'wish_view',
  'goal',
  'goal_closure',
  'action',
  'action_completion',
  'contact',
  'relapse_note',
  'life_event',
  'attendance',
  'pathway_run',
  'pathway_step',
  'review',
  'meeting',
  'meeting_presence',
  'decision',
  'decision_kept',
  'acknowledgement',
  'crisis_plan',
  'block',
  'mandate',
  'emergency_opening',
  'emergency_review',
  'child_question',
  'child',
  'child_step',
  'related_question',
  'person_number',
] as const satisfies (keyof DB)[];

/** All that a sink is given, in the order in which rows can be put in; the last two follow from the others. */
export const tableOrder = [
  ...houseTables,
  ...factTables,
  'step_completion',
  'clock',
] as const satisfies (keyof DB)[];
export type Table = (typeof tableOrder)[number];
