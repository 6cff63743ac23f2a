import { useQuery } from '@tanstack/react-query';
import type { MyLogins, WayIn } from '#contract/login.ts';
import type { Session } from '#contract/session.ts';
import { m } from '#text/generated/messages.js';
import { nearMoment } from '../app/dates.ts';
import { sessionQuery } from '../app/queries.ts';
import { ProblemNotice } from '../app/query-view.tsx';
import { useSend } from '../app/sending.tsx';
import { ActList } from '../ui/act-list.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Notice } from '../ui/notice.tsx';
import { Tag } from '../ui/tag.tsx';
import { useToast } from '../ui/toast.tsx';
import { useGoing } from './issuer-button.tsx';
import { useSaidInAddress } from './said-in-address.ts';
import { nameOfWay } from './way-name.ts';

interface MyWaysInProps {
  waysIn: MyLogins['waysIn'];
  known: WayIn[];
  nameOf: (provider: string) => string;
  now: string;
}

/** How one gets in, and a second way for the day the first is lost: added by proving both. */
export function MyWaysIn({ waysIn, known, nameOf, now }: MyWaysInProps) {
  const going = useGoing();
  const session = useQuery(sessionQuery);
  const sending = useSend<MyLogins>();
  const toast = useToast();
  const added = useSaidInAddress('lagt-til');
  const remove = async (id: string, name: string) => {
    if (await sending.send('/api/my-logins/way-in-removals', { id }))
      toast({ text: m.ways_in_removed({ name }) });
  };
  const more = known.filter(
    (way) => fits(way, session.data) && !waysIn.some(({ provider }) => provider === way.id),
  );
  const problem = going.problem ?? sending.error;
  if (waysIn.length === 0 && more.length === 0) return null;
  return (
    <Card title={m.ways_in_title()}>
      {added !== undefined && (
        <Notice>
          <p>{m.ways_in_added({ name: nameOf(added) })}</p>
        </Notice>
      )}
      {waysIn.length > 0 && (
        <ActList>
          {waysIn.map(({ id, provider, boundAt, here }) => (
            <li key={id}>
              <div>
                <p>
                  <strong>{nameOf(provider)}</strong> {here && <Tag tone="accent">{m.ways_in_here()}</Tag>}
                </p>
                <p className="mv-meta">{m.ways_in_since({ time: nearMoment(boundAt, now) })}</p>
              </div>
              {!here && waysIn.some((one) => one.here) && (
                <Button quiet disabled={sending.busy} onClick={() => remove(id, nameOf(provider))}>
                  {m.ways_in_remove({ name: nameOf(provider) })}
                </Button>
              )}
            </li>
          ))}
        </ActList>
      )}
      {problem != null && <ProblemNotice error={problem} />}
      {more.length > 0 && (
        <>
          <p>{m.ways_in_add_note()}</p>
          <div className="mv-row">
            {more.map((way) => (
              <Button
                key={way.id}
                variant="secondary"
                busy={going.to === way.id}
                disabled={going.to !== undefined}
                onClick={() => going.go(way.id, true)}
              >
                {m.ways_in_add({ name: nameOfWay(way) })}
              </Button>
            ))}
          </div>
        </>
      )}
    </Card>
  );
}

/** A way in is for all that one is, as the server will say too: there is no use in being sent to another. */
function fits(way: WayIn, session: Session | null | undefined): boolean {
  if (!session) return false;
  const works = session.workers.length > 0;
  const takesPart = !works || session.participantId !== undefined || session.homes.includes('close');
  return (!works || way.for.includes('workers')) && (!takesPart || way.for.includes('participants'));
}
