import { useState } from 'react';
import type { MyLogins, WayIn } from '#contract/login.ts';
import { m } from '#text/generated/messages.js';
import { nearMoment } from '../app/dates.ts';
import { ProblemNotice } from '../app/query-view.tsx';
import { useSend } from '../app/sending.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Notice } from '../ui/notice.tsx';
import { Tag } from '../ui/tag.tsx';
import { useToast } from '../ui/toast.tsx';
import { nameOfWay, useGoing } from './ways.tsx';

interface MyWaysInProps {
  waysIn: MyLogins['waysIn'];
  known: WayIn[];
  nameOf: (provider: string) => string;
  now: string;
}

/** How one gets in, and a second way for the day the first is lost: added by proving both. */
export function MyWaysIn({ waysIn, known, nameOf, now }: MyWaysInProps) {
  const going = useGoing();
  const sending = useSend<MyLogins>();
  const toast = useToast();
  const [added] = useState(takeAdded);
  const remove = async (id: string, name: string) => {
    if (await sending.send('/api/my-logins/way-in-removals', { id }))
      toast({ text: m.ways_in_removed({ name }) });
  };
  const more = known.filter(({ id }) => !waysIn.some(({ provider }) => provider === id));
  const problem = going.problem ?? sending.error;
  return (
    <Card title={m.ways_in_title()}>
      {added !== undefined && (
        <Notice>
          <p>{m.ways_in_added({ name: nameOf(added) })}</p>
        </Notice>
      )}
      {waysIn.length > 0 && (
        <ul className="mv-logins">
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
        </ul>
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

/** Which way in was just added, as the server put it in the address; it stands there no longer. */
function takeAdded(): string | undefined {
  const address = new URL(location.href);
  const added = address.searchParams.get('lagt-til');
  if (added === null) return undefined;
  address.searchParams.delete('lagt-til');
  history.replaceState(history.state, '', address);
  return added;
}
