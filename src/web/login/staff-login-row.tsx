import type { WorkerLogin } from '#contract/login.ts';
import { m } from '#text/generated/messages.js';
import { personaRoleText } from '#text/persona-roles.ts';
import { listOf } from '#text/text.ts';
import { nearMoment } from '../app/dates.ts';
import { Button } from '../ui/button.tsx';
import type { What } from './staff-login-act.tsx';

interface RowProps {
  worker: WorkerLogin;
  now: string;
  nameOf: (provider: string) => string;
  onAct: (what: What) => void;
}

export function StaffLoginRow({ worker, now, nameOf, onAct }: RowProps) {
  const { name, organisation, roles } = worker;
  const roleWords = roles.length === 0 ? undefined : listOf(roles.map((role) => personaRoleText(role)));
  return (
    <li>
      <div>
        <p>
          <strong>{name}</strong>
        </p>
        <p className="mv-meta">{[organisation, roleWords].filter(Boolean).join(', ')}</p>
        {stateOf(worker, now, nameOf).map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      <div className="mv-row">
        {actsOf(worker).map(([what, words]) => (
          <Button key={what} variant="secondary" onClick={() => onAct(what)} aria-label={`${words}: ${name}`}>
            {words}
          </Button>
        ))}
      </div>
    </li>
  );
}

function stateOf(worker: WorkerLogin, now: string, nameOf: RowProps['nameOf']): string[] {
  const { closed, waysIn, usedAt, sessions, invitedUntil, own, lookedAfterBy } = worker;
  const lines: (string | undefined)[] = [
    closed && m.staff_login_closed({ time: nearMoment(closed.at, now), because: closed.because }),
    waysIn.length > 0 ? m.staff_login_by({ ways: listOf(waysIn.map(nameOf)) }) : withoutWays(worker),
    usedAt && m.staff_login_used({ time: nearMoment(usedAt, now) }),
    sessions === 1 ? m.staff_login_device() : undefined,
    sessions > 1 ? m.staff_login_devices({ count: sessions }) : undefined,
    invitedUntil && m.staff_login_invited({ time: nearMoment(invitedUntil, now) }),
    own ? m.staff_login_own() : undefined,
    lookedAfterBy && m.staff_login_other_municipality({ name: lookedAfterBy }),
  ];
  return lines.filter((line) => line !== undefined);
}

/** In the demonstration somebody may have been logged in without any issuer. */
function withoutWays({ usedAt, invitedUntil, closed }: WorkerLogin): string | undefined {
  if (usedAt !== undefined) return m.staff_login_demo();
  return invitedUntil === undefined && closed === undefined ? m.staff_login_none() : undefined;
}

function actsOf({ own, lookedAfterBy, closed, waysIn, sessions, invitedUntil, usedAt }: WorkerLogin) {
  const acts: [What, string][] = [];
  if (own || lookedAfterBy !== undefined) return acts;
  if (closed !== undefined) return [['reopen', m.staff_login_reopen()]] satisfies [What, string][];
  const again = waysIn.length > 0 || invitedUntil !== undefined;
  acts.push(['invite', again ? m.staff_login_invite_again() : m.staff_login_invite()]);
  if (invitedUntil !== undefined) acts.push(['withdraw', m.staff_login_withdraw()]);
  if (sessions > 0) acts.push(['end', m.staff_login_end()]);
  if (waysIn.length > 0 || usedAt !== undefined) acts.push(['close', m.staff_login_close()]);
  return acts;
}
