import type { Session } from '#contract/session.ts';

/** Whose unsent text it is: the same person on the same device, whichever login. */
export const draftOwner = (session: Session): string =>
  session.participantId ?? (session.workers.map((worker) => worker.id).join(' ') || session.name);
