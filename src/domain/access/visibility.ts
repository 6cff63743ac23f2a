/**
 * Who sees which topic by default: the one source for the policies' table, docs/access.md and the tests.
 * Terminology: a *topic* decides who sees a fact; a *legal class* decides which law governs insight,
 * correction and retention; an *access role* is what a person is to one participant right now.
 * Starts closed: a cell that is not named is no access.
 */
export const topics = [
  'identity',
  'goals',
  'team',
  'actions',
  'follow-up',
  'scores',
  'crisis-plan',
  'children',
  'relapse',
  'attendance',
  'wishes',
  'status',
  'enquiry',
  'meeting',
  'sharing',
  'life-areas',
  'related',
  'turns',
] as const;
export type Topic = (typeof topics)[number];

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
] as const;
export type AccessRole = (typeof accessRoles)[number];

/** Those who walk with somebody, and do not only meet them in a group or answer an enquiry. */
export const rolesBeside = [
  'contact-person',
  'coordinator',
  'team-member',
  'peer',
] as const satisfies AccessRole[];

/**
 * `r` reads, `w` reads and adds, `a` adds without reading; `?` after it: only where the participant has granted the topic.
 * `a r?` adds always, as when two sit together and write, and reads where it is granted.
 */
export type Cell = 'r' | 'w' | 'a' | 'r?' | 'w?' | 'a r?';

export const visibility: Record<AccessRole, Partial<Record<Topic, Cell>>> = {
  participant: {
    identity: 'w',
    goals: 'w',
    team: 'r',
    actions: 'w',
    'follow-up': 'r',
    scores: 'w',
    'crisis-plan': 'w',
    children: 'w',
    relapse: 'w',
    attendance: 'w',
    wishes: 'w',
    status: 'r',
    enquiry: 'r',
    meeting: 'w',
    sharing: 'w',
    'life-areas': 'w',
    related: 'w',
    turns: 'w',
  },
  'contact-person': {
    identity: 'w',
    goals: 'w',
    team: 'w',
    actions: 'w',
    'follow-up': 'w',
    scores: 'r?',
    'crisis-plan': 'a r?',
    children: 'w',
    relapse: 'w',
    attendance: 'w',
    wishes: 'w',
    status: 'w',
    enquiry: 'w',
    meeting: 'w',
    sharing: 'w',
    'life-areas': 'w',
    related: 'w',
    turns: 'w',
  },
  coordinator: {
    identity: 'w',
    goals: 'w',
    team: 'w',
    actions: 'w',
    'follow-up': 'w',
    scores: 'r?',
    'crisis-plan': 'r?',
    children: 'w',
    attendance: 'r',
    wishes: 'w',
    status: 'w',
    enquiry: 'r',
    meeting: 'w',
    sharing: 'r',
    'life-areas': 'r?',
    related: 'r',
    turns: 'w',
  },
  'team-member': {
    identity: 'r',
    goals: 'w',
    team: 'r',
    actions: 'w',
    'follow-up': 'w',
    children: 'r',
    relapse: 'a',
    attendance: 'w',
    wishes: 'r',
    status: 'r',
    meeting: 'r',
    related: 'r',
    turns: 'w',
  },
  peer: {
    identity: 'r',
    goals: 'r',
    team: 'r',
    actions: 'r',
    relapse: 'a',
    attendance: 'w',
    status: 'r',
  },
  intake: {
    identity: 'w',
    team: 'w',
    status: 'w',
    enquiry: 'w',
    attendance: 'w',
  },
  outreach: {
    identity: 'w',
    enquiry: 'w',
  },
  'group-leader': {
    identity: 'r',
    relapse: 'a',
    attendance: 'w',
  },
  // Not even identity: whoever is close knows the name, and birth day and phone are not shared with it.
  'related-person': {
    goals: 'r?',
    team: 'r?',
    actions: 'r?',
    'crisis-plan': 'r?',
    attendance: 'r?',
    meeting: 'r?',
  },
  nav: {
    identity: 'r',
    goals: 'r?',
    team: 'r?',
    actions: 'w?',
    attendance: 'r?',
    wishes: 'r?',
    meeting: 'w?',
  },
  dps: {
    identity: 'r',
    goals: 'r?',
    team: 'r?',
    actions: 'w?',
    'follow-up': 'r?',
    scores: 'r?',
    'crisis-plan': 'r?',
    children: 'r?',
    attendance: 'r?',
    meeting: 'w?',
    'life-areas': 'r?',
    turns: 'r?',
  },
  gp: {
    identity: 'r',
    goals: 'r?',
    team: 'r?',
    actions: 'w?',
    'follow-up': 'r?',
    scores: 'r?',
    'crisis-plan': 'r?',
    children: 'r?',
    attendance: 'r?',
    meeting: 'w?',
    'life-areas': 'r?',
    turns: 'r?',
  },
  'work-training': { identity: 'r', goals: 'r?', actions: 'w?', attendance: 'r?' },
  voluntary: { identity: 'r', goals: 'r?', actions: 'r?', attendance: 'r?' },
  prison: { identity: 'r', goals: 'r?', team: 'r?', actions: 'w?', meeting: 'w?' },
  treatment: {
    identity: 'r',
    goals: 'r?',
    team: 'r?',
    actions: 'w?',
    'crisis-plan': 'r?',
    meeting: 'w?',
  },
};

export interface Masks {
  readAlways: number;
  readGranted: number;
  writeAlways: number;
  writeGranted: number;
}

/** The bit a topic has in the database's masks: its place in the list, so topics are only ever added at the end. */
export const topicBit = (topic: Topic): number => topics.indexOf(topic);

/** One row of the matrix as four bit masks, the form in which the database asks. */
export function masksOf(role: AccessRole): Masks {
  const masks: Masks = { readAlways: 0, readGranted: 0, writeAlways: 0, writeGranted: 0 };
  for (const topic of topics) {
    const cell = visibility[role][topic];
    if (cell === undefined) continue;
    const bit = 1 << topicBit(topic);
    for (const part of cell.split(' ')) {
      const granted = part.endsWith('?');
      if (!part.startsWith('a')) masks[granted ? 'readGranted' : 'readAlways'] |= bit;
      if (!part.startsWith('r')) masks[granted ? 'writeGranted' : 'writeAlways'] |= bit;
    }
  }
  return masks;
}

/** The topics in a mask, for showing what a look-up opened. */
export const topicsIn = (mask: number): Topic[] =>
  topics.filter((topic) => (mask & (1 << topicBit(topic))) !== 0);

/**
 * Whether a topic is among those that are open.
 * @param bits one bit a topic, as `masksOf` makes them
 */
export const isOpen = (bits: number, topic: Topic): boolean => (bits & (1 << topicBit(topic))) !== 0;
