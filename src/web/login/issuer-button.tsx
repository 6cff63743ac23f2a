import { useState } from 'react';
import type { WayIn } from '#contract/login.ts';
import { m } from '#text/generated/messages.js';
import { api } from '../app/api.ts';
import { Button } from '../ui/button.tsx';
import { nameOfWay } from './way-name.ts';

type Going = ReturnType<typeof useGoing>;

/** Leaves for an issuer, and comes back to where one is. What is typed stays on the device as a draft. */
export function useGoing() {
  const [to, setTo] = useState<string>();
  const [problem, setProblem] = useState<unknown>();
  const go = async (provider: string, linking = false) => {
    setTo(provider);
    setProblem(undefined);
    try {
      const back = location.pathname === '/invitasjon' ? '/' : location.pathname + location.search;
      const { address } = await api.post<{ address: string }>('/api/login/attempts', {
        provider,
        back,
        ...(linking ? { linking } : {}),
      });
      location.assign(address);
    } catch (error) {
      setProblem(error);
      setTo(undefined);
    }
  };
  return { to, problem, go };
}

export function IssuerButton({ way, going, secondary }: { way: WayIn; going: Going; secondary?: boolean }) {
  return (
    <Button
      fullWidth
      className="mv-issuer"
      variant={secondary ? 'secondary' : 'primary'}
      busy={going.to === way.id}
      disabled={going.to !== undefined}
      onClick={() => going.go(way.id)}
    >
      {m.login_with({ name: nameOfWay(way) })}
    </Button>
  );
}
