import { useEffect, useState } from 'react';
import { type RefusalCode, refusals } from '#contract/refusals.ts';
import { refusalText } from '#text/refusals.ts';

/** What the server put in the address for this screen to say, such as `feil`; it is said once, and stands there no longer. */
export function useSaidInAddress(name: string): string | undefined {
  const [said] = useState(() => new URL(location.href).searchParams.get(name) ?? undefined);
  useEffect(() => {
    const address = new URL(location.href);
    if (!address.searchParams.has(name)) return;
    address.searchParams.delete(name);
    history.replaceState(history.state, '', address);
  }, [name]);
  return said;
}

/** Why the login one comes from was refused, in words. */
export function useRefusalInAddress(): string | undefined {
  const code = useSaidInAddress('feil');
  if (code === undefined) return undefined;
  return refusalText(code in refusals ? (code as RefusalCode) : 'something-broke');
}
