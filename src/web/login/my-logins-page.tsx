import { useQuery } from '@tanstack/react-query';
import type { MyLogins, SessionsEnded, WayIn } from '#contract/login.ts';
import { m } from '#text/generated/messages.js';
import { nearMoment } from '../app/dates.ts';
import { addressQuery, sessionQuery } from '../app/queries.ts';
import { ProblemNotice, QueryView } from '../app/query-view.tsx';
import { useSend } from '../app/sending.tsx';
import { ActList } from '../ui/act-list.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Heading } from '../ui/heading.tsx';
import { Notice } from '../ui/notice.tsx';
import { Tag } from '../ui/tag.tsx';
import { useToast } from '../ui/toast.tsx';
import { deviceWords } from './device-words.ts';
import { JoinPlace } from './join-place.tsx';
import { MyCodes } from './my-codes.tsx';
import { MyPasskeys } from './my-passkeys.tsx';
import { MyWaysIn } from './my-ways-in.tsx';
import { useRefusalInAddress } from './said-in-address.ts';
import { nameOfWay } from './way-name.ts';

type Login = MyLogins['sessions'][number];

/** Everyone’s own logins: where, since when, and a way to end each. */
export function MyLoginsPage() {
  const query = useQuery(addressQuery<MyLogins>('/api/my-logins'));
  const ways = useQuery(addressQuery<WayIn[]>('/api/login/providers'));
  const refusal = useRefusalInAddress();
  const session = useQuery(sessionQuery);
  const known = ways.data ?? [];
  const nameOf = (id: string): string => {
    const way = known.find((one) => one.id === id);
    return way ? nameOfWay(way) : id;
  };
  return (
    <div className="mv-narrow mv-stack">
      <Heading level={1}>{m.my_logins_title()}</Heading>
      <p>{m.my_logins_lead()}</p>
      {refusal !== undefined && (
        <Notice tone="wait">
          <p>{refusal}</p>
        </Notice>
      )}
      <QueryView query={query}>
        {({ now, sessions, waysIn }) => (
          <>
            <Alive
              logins={sessions.filter(({ endedAt }) => endedAt === undefined)}
              now={now}
              nameOf={nameOf}
            />
            <MyPasskeys known={known} device={deviceWords(sessions.find(({ here }) => here)?.device)} />
            {session.data?.participantId && <MyCodes />}
            <MyWaysIn waysIn={waysIn} known={known} nameOf={nameOf} now={now} />
            <JoinPlace />
            <Before
              logins={sessions.filter(({ endedAt }) => endedAt !== undefined)}
              now={now}
              nameOf={nameOf}
            />
          </>
        )}
      </QueryView>
    </div>
  );
}

interface Listed {
  logins: Login[];
  now: string;
  nameOf: (provider: string) => string;
}

const BY: Record<string, (words: { time: string }) => string> = {
  'worker-code': m.my_logins_since_worker_code,
  'sms-code': m.my_logins_since_sms_code,
  passkey: m.my_logins_since_passkey,
};

const since = (
  { startedAt, provider, method = '' }: Login,
  { now, nameOf }: Omit<Listed, 'logins'>,
): string => {
  const time = nearMoment(startedAt, now);
  return provider === undefined
    ? (BY[method] ?? m.my_logins_since)({ time })
    : m.my_logins_since_by({ time, name: nameOf(provider) });
};

function Alive({ logins, ...words }: Listed) {
  const sending = useSend<SessionsEnded>();
  const toast = useToast();
  const end = async (which: string, said: string) => {
    if (await sending.send('/api/my-logins/session-endings', { which })) toast({ text: said });
  };
  const hereFirst = [...logins].sort((one, other) => Number(other.here) - Number(one.here));
  return (
    <Card title={m.my_logins_now()}>
      <ActList>
        {hereFirst.map((login) => {
          const device = deviceWords(login.device);
          return (
            <li key={login.id}>
              <div>
                <p>
                  <strong>{device}</strong> {login.here && <Tag tone="accent">{m.my_logins_here()}</Tag>}
                </p>
                <p className="mv-meta">{since(login, words)}</p>
                {!login.here && (
                  <p className="mv-meta">{m.my_logins_used({ time: nearMoment(login.usedAt, words.now) })}</p>
                )}
              </div>
              {!login.here && (
                <Button
                  variant="secondary"
                  disabled={sending.busy}
                  aria-label={m.my_logins_end_what({ device })}
                  onClick={() => end(login.id, m.my_logins_ended({ device }))}
                >
                  {m.my_logins_end()}
                </Button>
              )}
            </li>
          );
        })}
      </ActList>
      {sending.error && <ProblemNotice error={sending.error} />}
      {logins.length === 1 && <p>{m.my_logins_only_here()}</p>}
      {logins.length > 2 && (
        <div>
          <Button
            variant="secondary"
            busy={sending.busy}
            onClick={() => end('others', m.my_logins_others_ended())}
          >
            {m.my_logins_end_others()}
          </Button>
        </div>
      )}
    </Card>
  );
}

const ENDED: Record<string, (words: { time: string }) => string> = {
  'logged-out': m.login_ended_logged_out,
  elsewhere: m.login_ended_elsewhere,
  administrator: m.login_ended_administrator,
  provider: m.login_ended_provider,
  closed: m.login_ended_closed,
  replaced: m.login_ended_replaced,
  'passkey-ended': m.login_ended_passkey_ended,
  lost: m.login_ended_lost,
};

function Before({ logins, ...words }: Listed) {
  return (
    <Card title={m.my_logins_before()}>
      {logins.length === 0 ? (
        <p>{m.my_logins_none_before()}</p>
      ) : (
        <>
          <p className="mv-meta">{m.my_logins_before_note()}</p>
          <ActList>
            {logins.map((login) => (
              <li key={login.id}>
                <div>
                  <p>{deviceWords(login.device)}</p>
                  <p className="mv-meta">{since(login, words)}</p>
                  <p className="mv-meta">
                    {(ENDED[login.endedBecause ?? ''] ?? m.login_ended_by_itself)({
                      time: nearMoment(login.endedAt ?? words.now, words.now),
                    })}
                  </p>
                </div>
              </li>
            ))}
          </ActList>
        </>
      )}
    </Card>
  );
}
