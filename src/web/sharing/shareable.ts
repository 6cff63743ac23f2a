import { type Topic, topics, visibility } from '#domain/access/visibility.ts';

/** What an organisation of this kind can be let in to: the topics that its people see only where they are granted. */
export function shareableWith(kind: string): Topic[] {
  const cells = visibility[kind as keyof typeof visibility] ?? {};
  return topics.filter((topic) => cells[topic]?.endsWith('?'));
}
