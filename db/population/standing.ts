import type { Day } from '#domain/time/day.ts';

export type State =
  | 'met-outside'
  | 'enquired'
  | 'asked'
  | 'declined'
  | 'waiting'
  | 'mapping'
  | 'active'
  | 'afterwards'
  | 'paused'
  | 'ended'
  | 'come-back';
export type Because = 'own-wish' | 'reached' | 'moved' | 'other-service' | 'died';

/** Where somebody stands now. */
export interface Standing {
  state: State;
  /** Which of the six weeks, for those who are in them. */
  week?: number;
  because?: Because;
  /** Nobody has answered them yet. */
  unanswered?: true;
}

/** One stay in the service. Times in milliseconds; nothing has happened after `until`. */
export interface Spell {
  askedAt: number;
  enrolledAt: number;
  /** Monday of the first of six weeks; none while somebody waits. */
  anchor?: Day;
  first: 'asked' | 'declined' | 'waiting';
  /** In week one they are being mapped. */
  mapping: boolean;
  pausedAt?: number;
  endedAt?: number;
  because?: Because;
  until: number;
  /** Whether the six weeks are written out step by step. */
  run: boolean;
}
