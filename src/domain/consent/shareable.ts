import type { AccessRole } from '../access/roles.ts';
import { type Topic, topics } from '../access/topics.ts';
import { visibility } from '../access/visibility.ts';

/** Topics that nobody outside the follow-up gets by consent: they stay between the participant and the closest. */
const neverShared: readonly Topic[] = [
  ...([
    'relapse',
    'enquiry',
    'sharing',
    'status',
    'identity',
    'related',
    'person-number',
    'blocks',
    'confided',
  ] as const),
  // Nothing is kept under these yet, and nobody is asked to share what is not there.
  ...(['scores', 'placements', 'tenancy'] as const),
];
export const shareableTopics: readonly Topic[] = topics.filter((topic) => !neverShared.includes(topic));

/** A municipal service is let in through those of its workers who stand beside the participant. */
const besideInMunicipality: readonly AccessRole[] = ['contact-person', 'coordinator', 'team-member', 'peer'];

/**
 * What somebody can be let in to: the topics they see only where these are granted.
 * @param recipient the kind of an organisation, or `related-person`; one that nothing is granted to has none
 */
export function shareableWith(recipient: string): Topic[] {
  const roles = recipient === 'municipal' ? besideInMunicipality : [recipient];
  const cells = roles.map((role) => (Object.hasOwn(visibility, role) ? visibility[role as AccessRole] : {}));
  return shareableTopics.filter((topic) => cells.some((cell) => cell[topic]?.endsWith('?')));
}
