import { type Topic, topics, visibility } from '#domain/access/visibility.ts';

/** What an organisation of this kind can be let in to: the topics that its people see only where they are granted. */
export function shareableWith(kind: string): Topic[] {
  // A municipal service is let in through those of its workers who stand beside the participant.
  const role = kind === 'municipal' ? 'contact-person' : kind;
  const cells = visibility[role as keyof typeof visibility] ?? {};
  return topics.filter((topic) => cells[topic]?.endsWith('?'));
}
