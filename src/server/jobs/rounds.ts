const EVERY_MS = 15_000;

/** Work that is done now and then by itself, and at once when somebody asks. One round at a time. */
export function startRounds(
  work: () => Promise<unknown>,
  failed: (error: unknown) => void,
): { soon: () => void; stop: () => Promise<void> } {
  let stopped = false;
  let again = false;
  let round: Promise<void> | undefined;
  const go = async (): Promise<void> => {
    do {
      again = false;
      await work().catch(failed);
    } while (again && !stopped);
    round = undefined;
  };
  const soon = (): void => {
    if (stopped) return;
    if (round === undefined) round = go();
    else again = true;
  };
  const timer = setInterval(soon, EVERY_MS).unref();
  return {
    soon,
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await round;
    },
  };
}
