import { type LegalClass, legalClassOfNote } from '#domain/fact/legal-class.ts';
import { Refused } from '../refused.ts';
import type { MyWorker, Opening, Tx } from './database.ts';
import type { Saying } from './fact.ts';

/** Whether the one who is logged in is the person it is about. */
const isOwn = (tx: Tx, about: Opening): boolean => tx.me.participantId === about.participantId;

/** The worker in whose name a change is made: of somebody who works in two places, the one with the relation. */
function workerOf(tx: Tx, about: Opening): MyWorker {
  const worker = tx.me.workers.find(({ id }) => about.workers.includes(id)) ?? tx.me.workers[0];
  if (worker === undefined) throw new Refused('not-allowed');
  return worker;
}

interface Law {
  own: LegalClass;
  worker: LegalClass | 'note';
}

/** What belongs to the plan that all of them work by, whoever writes it. */
export const sharedPlan: Law = { own: 'shared-plan', worker: 'shared-plan' };
/** The participant's own where they write it; otherwise the note of whoever works there. */
export const note: Law = { own: 'participant-own', worker: 'note' };

/** Whose act it is: the participant's own, or the worker's; and which law follows from that. */
export function saying(tx: Tx, about: Opening, law: Law, happenedAt = tx.now): Saying {
  if (isOwn(tx, about)) return { saidBy: about.participantId, legalClass: law.own, happenedAt };
  const worker = workerOf(tx, about);
  return {
    saidBy: worker.id,
    legalClass: law.worker === 'note' ? legalClassOfNote(worker.organisationKind) : law.worker,
    happenedAt,
  };
}

/** What is the participant's to say is theirs, whoever wrote it down. */
export const theirs = (said: Saying, about: Opening): Saying => ({ ...said, saidBy: about.participantId });

/** The participant's own words, and their own record of them, whoever wrote them down. */
export const theirWords = (tx: Tx, about: Opening, happenedAt = tx.now): Saying =>
  theirs(saying(tx, about, { own: 'participant-own', worker: 'participant-own' }, happenedAt), about);

/** A choice the participant has made is their act. */
export const chosenBy = (said: Saying, about: Opening, who: string | undefined): Saying =>
  who === 'participant' ? theirs(said, about) : said;
