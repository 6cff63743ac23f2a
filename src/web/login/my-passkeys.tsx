import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { WayIn } from '#contract/login.ts';
import type { AddPasskey, MyPasskeys as Mine, MyPasskey, NewPasskey } from '#contract/passkey.ts';
import type { RefusalCode } from '#contract/refusals.ts';
import { m } from '#text/generated/messages.js';
import { refusalText } from '#text/refusals.ts';
import { api } from '../app/api.ts';
import { nearMoment } from '../app/dates.ts';
import { addressQuery, readAgain } from '../app/queries.ts';
import { ProblemNotice, QueryView } from '../app/query-view.tsx';
import { SendForm, useSend } from '../app/sending.tsx';
import { ActList } from '../ui/act-list.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { TextField } from '../ui/fields.tsx';
import { Notice } from '../ui/notice.tsx';
import { Tag } from '../ui/tag.tsx';
import { useToast } from '../ui/toast.tsx';
import { deviceSaid, makeKey } from './device-asked.ts';
import { IssuerButton, useGoing } from './issuer-button.tsx';
import { passkeyEnded } from './passkey-words.ts';

interface MyPasskeysProps {
  known: WayIn[];
  /** What this device calls itself. */
  device: string;
}

/** The devices that let me in: added by oneself, taken away in one press. */
export function MyPasskeys({ known, device }: MyPasskeysProps) {
  const query = useQuery(addressQuery<Mine>('/api/my-passkeys'));
  return (
    <QueryView query={query}>
      {({ now, passkeys, because }) => {
        // Those who work here come in by their employer.
        if (because === 'way-in-not-for-you') return null;
        const alive = passkeys.filter(({ endedAt }) => endedAt === undefined);
        return (
          <Card title={m.passkeys_title()}>
            <p>{m.passkeys_lead()}</p>
            {alive.length > 0 && <List passkeys={alive} now={now} />}
            {passkeys
              .filter(({ endedAt }) => endedAt !== undefined)
              .map((passkey) => (
                <p key={passkey.id} className="mv-meta">
                  {passkeyEnded(passkey.endedBecause, passkey.name, nearMoment(passkey.endedAt ?? now, now))}
                </p>
              ))}
            {because === undefined ? (
              <Add device={device} first={alive.length === 0} />
            ) : (
              <NotNow because={because as RefusalCode} known={known} />
            )}
          </Card>
        );
      }}
    </QueryView>
  );
}

function List({ passkeys, now }: { passkeys: MyPasskey[]; now: string }) {
  const sending = useSend<Mine>();
  const toast = useToast();
  const remove = async ({ id, name }: MyPasskey) => {
    if (await sending.send('/api/my-passkeys/removals', { id })) toast({ text: m.passkey_removed({ name }) });
  };
  return (
    <>
      <ActList>
        {passkeys.map((passkey) => (
          <li key={passkey.id}>
            <div>
              <p>
                <strong>{passkey.name}</strong> {passkey.here && <Tag tone="accent">{m.ways_in_here()}</Tag>}
              </p>
              <p className="mv-meta">{m.passkey_since({ time: nearMoment(passkey.addedAt, now) })}</p>
              {passkey.usedAt !== undefined && (
                <p className="mv-meta">{m.passkey_used({ time: nearMoment(passkey.usedAt, now) })}</p>
              )}
            </div>
            <Button
              variant="secondary"
              disabled={sending.busy}
              aria-label={m.passkey_remove_what({ name: passkey.name })}
              onClick={() => remove(passkey)}
            >
              {m.passkey_remove()}
            </Button>
          </li>
        ))}
      </ActList>
      {sending.error && <ProblemNotice error={sending.error} />}
    </>
  );
}

/** The first is offered at once; whoever has one is not asked again and again. */
function Add({ device, first }: { device: string; first: boolean }) {
  const [open, setOpen] = useState(false);
  const [name, setName] = useState(device);
  const [busy, setBusy] = useState(false);
  const [tried, setTried] = useState(false);
  const [said, setSaid] = useState<string>();
  const toast = useToast();
  const add = async () => {
    if (name.trim() === '') return;
    setBusy(true);
    setSaid(undefined);
    try {
      const asked = await api.post<NewPasskey>('/api/my-passkeys/attempts', { name });
      await api.post<Mine>('/api/my-passkeys', (await makeKey(asked)) satisfies AddPasskey);
      toast({ text: m.passkey_added() });
      setOpen(false);
      await readAgain();
    } catch (error) {
      setSaid(deviceSaid(error, m.passkey_add_stopped()));
    }
    setBusy(false);
  };
  if (!('PublicKeyCredential' in window)) return <p className="mv-meta">{m.passkey_cannot()}</p>;
  if (!first && !open)
    return (
      <div>
        <Button variant="secondary" onClick={() => setOpen(true)}>
          {m.passkey_add_another()}
        </Button>
      </div>
    );
  return (
    <SendForm
      sending={{ busy, error: null }}
      submit={m.passkey_add()}
      variant="secondary"
      onTry={() => setTried(true)}
      onSubmit={add}
    >
      <p>{m.passkeys_own_only()}</p>
      <TextField
        label={m.passkey_name()}
        description={m.passkey_name_note()}
        value={name}
        onChange={setName}
        maxLength={60}
        error={tried && name.trim() === '' ? m.field_needed() : undefined}
      />
      {said !== undefined && (
        <Notice tone="wait">
          <p>{said}</p>
        </Notice>
      )}
    </SendForm>
  );
}

/** What is in the way, and the way round it where there is one. */
function NotNow({ because, known }: { because: RefusalCode; known: WayIn[] }) {
  const going = useGoing();
  const anew = because === 'too-many-passkeys' ? [] : known.filter((way) => way.for.includes('participants'));
  return (
    <>
      <p>{refusalText(because)}</p>
      {going.problem !== undefined && <ProblemNotice error={going.problem} />}
      {anew.map((way) => (
        <IssuerButton key={way.id} way={way} going={going} secondary />
      ))}
    </>
  );
}
