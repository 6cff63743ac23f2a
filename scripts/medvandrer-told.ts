/** The command was understood and cannot be done; the message says why. */
export class CannotBeDone extends Error {}

/** The command cannot be understood; the message says what is missing or wrong. */
export class NotUnderstood extends Error {}

/** What a command answers: in words, and for programs. */
export interface Told {
  words: string;
  figures: object;
  /** It was done, and what was asked about is not as it should be: said, and ended with 1. */
  wrong?: true;
}
