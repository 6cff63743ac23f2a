import { type RefusalCode, refusals } from '#contract/refusals.ts';
import { refusalText } from '#text/refusals.ts';

/** Why the login one comes from was refused, as the server put it in the address; it stands there no longer. */
export function takeRefusal(): string | undefined {
  const address = new URL(location.href);
  const code = address.searchParams.get('feil');
  if (code === null) return undefined;
  address.searchParams.delete('feil');
  history.replaceState(history.state, '', address);
  return refusalText(code in refusals ? (code as RefusalCode) : 'something-broke');
}
