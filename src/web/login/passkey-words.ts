import { m } from '#text/generated/messages.js';

const ENDED: Record<string, (words: { name: string; time: string }) => string> = {
  removed: m.passkey_ended_removed,
  copied: m.passkey_ended_copied,
  replaced: m.passkey_ended_replaced,
};

/** «Min telefon» ble tatt bort i dag 08.20. */
export const passkeyEnded = (because: string | undefined, name: string, time: string): string =>
  (ENDED[because ?? ''] ?? m.passkey_ended_removed)({ name, time });
