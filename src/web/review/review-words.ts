import type { ReviewPage } from '#contract/review.ts';

/** Whom the page speaks to or of: the participant, as «du», or somebody with a name. */
export interface ReviewWords {
  ownWords: string;
  notWritten: string;
  write: string;
  rewrite: string;
  /** Above the fields. */
  writeNote: string;
  done: string;
  people: string;
  tookPart: string;
}

export interface ReviewProps {
  page: ReviewPage;
  words: ReviewWords;
}
