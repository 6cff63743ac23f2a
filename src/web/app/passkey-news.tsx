import { useQuery } from '@tanstack/react-query';
import { later } from './later.tsx';
import { sessionQuery } from './queries.ts';

const PasskeyNotice = later(async () => (await import('../login/passkey-notice.tsx')).PasskeyNotice);

/** Whether a device has been added or taken away, for whoever it lets in; fetched by the few it concerns. */
export function PasskeyNews() {
  const { data: session } = useQuery(sessionQuery);
  return session?.passkeyNews ? <PasskeyNotice news={session.passkeyNews} now={session.now} /> : null;
}
