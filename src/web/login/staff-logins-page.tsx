import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { StaffLogins, WayIn, WorkerLogin } from '#contract/login.ts';
import { m } from '#text/generated/messages.js';
import { nearMoment } from '../app/dates.ts';
import { addressQuery } from '../app/queries.ts';
import { QueryView } from '../app/query-view.tsx';
import { ActList } from '../ui/act-list.tsx';
import { Card } from '../ui/card.tsx';
import { TextField } from '../ui/fields.tsx';
import { Heading } from '../ui/heading.tsx';
import { CodeSettings } from './code-settings.tsx';
import { KeysToChange } from './keys-to-change.tsx';
import { OrganisationNumbers } from './organisation-numbers.tsx';
import { type Act, StaffLoginAct } from './staff-login-act.tsx';
import { StaffLoginRow } from './staff-login-row.tsx';
import { nameOfWay } from './way-name.ts';

/** For system administrators: who among those who work here can log in. Nothing of what the logins open. */
export function StaffLoginsPage() {
  const query = useQuery(addressQuery<StaffLogins>('/api/staff-logins'));
  const ways = useQuery(addressQuery<WayIn[]>('/api/login/providers'));
  const [sought, setSought] = useState('');
  const [act, setAct] = useState<Act>();
  const nameOf = (id: string): string => {
    const way = ways.data?.find((one) => one.id === id);
    return way ? nameOfWay(way) : id;
  };
  const fits = ({ name }: WorkerLogin) =>
    name.toLocaleLowerCase('nb').includes(sought.trim().toLocaleLowerCase('nb'));
  return (
    <div className="mv-narrow mv-stack">
      <Heading level={1}>{m.staff_logins_title()}</Heading>
      <p>{m.staff_logins_lead()}</p>
      <QueryView query={query}>
        {({ now, keys, workers, acts }) => (
          <>
            <KeysToChange keys={keys} nameOf={nameOf} />
            <TextField label={m.staff_logins_find()} type="search" value={sought} onChange={setSought} />
            {!workers.some(fits) && <p role="status">{m.staff_logins_nobody()}</p>}
            {groupsOf(workers.filter(fits)).map(({ title, those }) => (
              <Card key={title} title={title}>
                <ActList>
                  {those.map((worker) => (
                    <StaffLoginRow
                      key={worker.id}
                      worker={worker}
                      now={now}
                      nameOf={nameOf}
                      onAct={(what) => setAct({ what, worker })}
                    />
                  ))}
                </ActList>
              </Card>
            ))}
            <OrganisationNumbers />
            <CodeSettings />
            <Acts acts={acts} now={now} />
            {act && <StaffLoginAct act={act} now={now} nameOf={nameOf} onClose={() => setAct(undefined)} />}
          </>
        )}
      </QueryView>
    </div>
  );
}

/** Those who wait to be let in stand first: they are what there is to do. */
function groupsOf(workers: WorkerLogin[]): { title: string; those: WorkerLogin[] }[] {
  const without = workers.filter(
    ({ waysIn, closed, usedAt }) => closed === undefined && waysIn.length === 0 && usedAt === undefined,
  );
  const closed = workers.filter((worker) => worker.closed !== undefined);
  const others = workers.filter((worker) => !without.includes(worker) && !closed.includes(worker));
  return [
    { title: m.staff_logins_without(), those: without },
    { title: m.staff_logins_with(), those: others },
    { title: m.staff_logins_closed(), those: closed },
  ].filter(({ those }) => those.length > 0);
}

const DONE: Record<string, (words: { who: string; whom: string }) => string> = {
  invited: m.staff_login_act_invited,
  withdrawn: m.staff_login_act_withdrawn,
  joined: m.staff_login_act_joined,
  added: m.staff_login_act_added,
  replaced: m.staff_login_act_replaced,
  closed: m.staff_login_act_closed,
  reopened: m.staff_login_act_reopened,
  'sessions-ended': m.staff_login_act_sessions_ended,
};

function Acts({ acts, now }: Pick<StaffLogins, 'acts' | 'now'>) {
  return (
    <Card title={m.staff_login_acts()}>
      {acts.length === 0 ? (
        <p>{m.staff_login_no_acts()}</p>
      ) : (
        <ActList>
          {acts.map(({ at, who, what, whom, because }) => (
            <li key={`${at} ${what} ${whom}`}>
              <div>
                <p>{DONE[what]?.({ who: who ?? m.staff_login_installer(), whom: whom ?? '' })}</p>
                <p className="mv-meta">{[nearMoment(at, now), because].filter(Boolean).join('. ')}</p>
              </div>
            </li>
          ))}
        </ActList>
      )}
    </Card>
  );
}
