import type { Day } from '../time/day.ts';
import type { WishOutcome } from './wish.ts';

/** A wish and its answers, the oldest first. */
export interface WishFact {
  id: string;
  at: string;
  /** The one wished for as contact person. */
  workerId: string | null;
  answers: readonly AnswerFact[];
}
export interface AnswerFact {
  id: string;
  outcome: WishOutcome;
  untilDay: Day | null;
  /** The membership that was the answer. */
  membershipId: string | null;
}
export interface ContactPersonFact {
  id: string;
  workerId: string;
  at: string;
  by: string;
  /** Null: until further notice. */
  until: string | null;
}

export interface AnsweredByAct {
  /** The wishes with what follows from the acts. */
  wishes: WishFact[];
  added: { wishId: string; membership: ContactPersonFact; at: string }[];
  /** Answers whose act was taken back. */
  gone: string[];
}

/**
 * A wish for a contact person is answered by the act that makes them so, and open again when that act is taken back.
 * Somebody who had left before the wish was made is no answer to it.
 */
export function answeredByAct(
  wishes: readonly WishFact[],
  contactPersons: readonly ContactPersonFact[],
): AnsweredByAct {
  const result: AnsweredByAct = { wishes: [], added: [], gone: [] };
  for (const wish of wishes) {
    const lost = wish.answers.filter(
      ({ membershipId }) => membershipId !== null && !contactPersons.some(({ id }) => id === membershipId),
    );
    result.gone.push(...lost.map(({ id }) => id));
    const answers = wish.answers.filter((answer) => !lost.includes(answer));
    const membership = contactPersons.find(
      ({ workerId, until }) => workerId === wish.workerId && (until === null || until > wish.at),
    );
    if (membership !== undefined && answers.at(-1)?.outcome !== 'given') {
      // Somebody may have become it before the wish was written down.
      const madeBefore = membership.at < wish.at;
      result.added.push({ wishId: wish.id, membership, at: madeBefore ? wish.at : membership.at });
      answers.push({ id: '', outcome: 'given', untilDay: null, membershipId: membership.id });
    }
    result.wishes.push({ ...wish, answers });
  }
  return result;
}
