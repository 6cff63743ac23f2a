import { useQuery } from '@tanstack/react-query';
import type { LoggedOut, WayIn } from '#contract/login.ts';
import { m } from '#text/generated/messages.js';
import { api } from '../app/api.ts';
import { CodeForm } from '../app/code-form.tsx';
import { addressQuery } from '../app/queries.ts';
import { QueryView } from '../app/query-view.tsx';
import { Button } from '../ui/button.tsx';
import { nameOfWay } from './way-name.ts';

/** Somebody an issuer vouches for says by a code whose login this is. */
export function InvitationForm({ onDone }: { onDone: () => Promise<unknown> }) {
  const newcomer = useQuery(addressQuery<{ provider: string }>('/api/login/newcomer'));
  const ways = useQuery(addressQuery<WayIn[]>('/api/login/providers'));
  if (newcomer.isError)
    return (
      <>
        <p>{m.login_newcomer_gone()}</p>
        <p>
          <a href="/">{m.login_newcomer_back()}</a>
        </p>
      </>
    );
  return (
    <QueryView query={newcomer}>
      {({ provider }) => (
        <QueryView query={ways}>
          {(known) => {
            const way = known.find(({ id }) => id === provider);
            return <Enter name={way ? nameOfWay(way) : provider} onDone={onDone} />;
          }}
        </QueryView>
      )}
    </QueryView>
  );
}

/** Out of the issuer too: the next one at this machine must not be let in as somebody else. */
async function leave(): Promise<void> {
  const { address = '/' } = await api.delete<LoggedOut>('/api/login/newcomer').catch((): LoggedOut => ({}));
  location.assign(address);
}

interface EnterProps {
  name: string;
  onDone: () => Promise<unknown>;
}

const Enter = ({ name, onDone }: EnterProps) => (
  <CodeForm
    label={m.login_newcomer_code()}
    note={m.login_newcomer_code_note()}
    submit={m.login_newcomer_enter()}
    lead={<p className="mv-login-lead">{m.login_newcomer_text({ name })}</p>}
    send={async (code) => {
      await api.post('/api/login/invitation-uses', { code });
      await onDone();
    }}
  >
    <p>{m.login_newcomer_none()}</p>
    <div>
      <Button quiet onClick={leave}>
        {m.login_newcomer_leave()}
      </Button>
    </div>
  </CodeForm>
);
