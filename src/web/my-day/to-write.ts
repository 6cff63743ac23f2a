export interface Someone {
  participantId: string;
  name: string;
}

/** A contact about to be written: about whom, and of what kind, when that is known. */
export interface ToWrite {
  about?: Someone;
  kind?: string | undefined;
}
