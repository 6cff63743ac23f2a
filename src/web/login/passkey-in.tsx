import { useState } from 'react';
import type { PasskeyAsked } from '#contract/passkey.ts';
import { m } from '#text/generated/messages.js';
import { api } from '../app/api.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { deviceSaid, signAsked } from './device-asked.ts';

/** Comes in by a device that one has added oneself, without leaving the screen. */
export function PasskeyIn({ onDone }: { onDone: () => Promise<unknown> }) {
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<string>();
  const comeIn = async () => {
    setBusy(true);
    setSaid(undefined);
    try {
      const asked = await api.post<PasskeyAsked>('/api/login/passkey-attempts', {});
      await api.post('/api/login/passkey-answers', await signAsked(asked));
      await onDone();
    } catch (error) {
      setSaid(deviceSaid(error, m.passkey_not_now()));
    }
    setBusy(false);
  };
  return (
    <div className="mv-passkey-in">
      <Button fullWidth className="mv-issuer" variant="secondary" busy={busy} onClick={comeIn}>
        {m.passkey_in()}
      </Button>
      <p className="mv-meta">{m.passkey_in_note()}</p>
      {said !== undefined && (
        <Notice tone="wait">
          <p>{said}</p>
        </Notice>
      )}
    </div>
  );
}
