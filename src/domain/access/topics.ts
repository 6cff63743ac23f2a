/**
 * A *topic* decides who sees a fact; a *legal class* decides which law governs insight, correction and retention.
 * Only ever added at the end: its place in the list is its bit in the database's masks.
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
  'contact-details',
  'person-number',
  'work-goals',
  'money-goals',
  'placements',
  'tenancy',
  'blocks',
  'confided',
] as const;
export type Topic = (typeof topics)[number];

/** A goal has the topic of its part of life; beside its own there are work and education, and money. */
export const goalTopics = ['goals', 'work-goals', 'money-goals'] as const satisfies Topic[];

/** The bit a topic has in the database's masks: its place in the list, so topics are only ever added at the end. */
export const topicBit = (topic: Topic): number => topics.indexOf(topic);

/** The topics in a mask, for showing what a look-up opened. */
export const topicsIn = (mask: number): Topic[] =>
  topics.filter((topic) => (mask & (1 << topicBit(topic))) !== 0);

/**
 * Whether a topic is among those that are open.
 * @param bits one bit a topic, as `masksOf` makes them
 */
export const isOpen = (bits: number, topic: Topic): boolean => (bits & (1 << topicBit(topic))) !== 0;
