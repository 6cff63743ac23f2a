/** An *access role* is what somebody is to one participant right now. */
export const accessRoles = [
  'participant',
  'contact-person',
  'coordinator',
  'team-member',
  'peer',
  'intake',
  'outreach',
  'group-leader',
  'related-person',
  'nav',
  'dps',
  'gp',
  'work-training',
  'voluntary',
  'prison',
  'treatment',
  'employer',
  'verge',
  'coordinating-unit',
  'emergency',
  'participant-by-code',
] as const;
export type AccessRole = (typeof accessRoles)[number];

/** Those who walk with somebody, and do not only meet them in a group or answer an enquiry. */
export const rolesBeside = [
  'contact-person',
  'coordinator',
  'team-member',
  'peer',
] as const satisfies AccessRole[];

/** Roles that are what somebody's organisation is, and not what they are in the team. */
export const organisationRoles = [
  'nav',
  'dps',
  'gp',
  'work-training',
  'voluntary',
  'prison',
  'treatment',
  'employer',
] as const satisfies AccessRole[];
