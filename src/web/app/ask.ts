import { addressQuery, queryClient } from './queries.ts';

/** A home asks for its data while its screen is still on the way. Pointing at the link asks for nothing: it would stand in the log. */
export const ask =
  (...addresses: string[]) =>
  ({ preload }: { preload: boolean }): void => {
    if (!preload) for (const address of addresses) void queryClient.prefetchQuery(addressQuery(address));
  };
