import type { Strength } from '#contract/own-words.ts';
import { m } from '#text/generated/messages.js';

export type Kind = Strength['kind'];
export type KindName = (kind: Kind) => string;

/** In the order in which they are read: what one can, what has helped, who is there, and how to be met. */
export const kinds: readonly Kind[] = ['good-at', 'has-helped', 'who-is-there', 'how-to-meet-me'];

const own: Record<Kind, () => string> = {
  'good-at': m.strength_good_at,
  'has-helped': m.strength_has_helped,
  'who-is-there': m.strength_who_is_there,
  'how-to-meet-me': m.strength_how_to_meet_me,
};
/** As the participant reads it. */
export const ownKind: KindName = (kind) => own[kind]();
