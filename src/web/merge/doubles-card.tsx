import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Doubles } from '#contract/merge.ts';
import { m } from '#text/generated/messages.js';
import { addressQuery } from '../app/queries.ts';
import { Card } from '../ui/card.tsx';
import './merge.css';

type Pair = Doubles['pairs'][number];

const because: Record<string, () => string> = {
  number: m.doubles_number,
  name: m.doubles_name,
  'kept-apart': m.doubles_apart,
};

/** Those of one's own who may be registered twice; nothing stands here while nobody is. */
export function DoublesCard() {
  const { data } = useQuery(addressQuery<Doubles>('/api/doubles'));
  if (!data || data.pairs.length === 0) return null;
  return (
    <Card title={m.doubles_title()} tone="sand">
      <p className="mv-meta">{m.doubles_lead()}</p>
      <ul className="merge-pairs">
        {data.pairs.map((pair) => (
          <PairRow key={`${pair.one.participantId} ${pair.other.participantId}`} pair={pair} />
        ))}
      </ul>
    </Card>
  );
}

function PairRow({ pair: { one, other, because: why } }: { pair: Pair }) {
  const names = one.name === other.name ? one.name : m.doubles_pair({ one: one.name, other: other.name });
  return (
    <li>
      <div>
        <strong>{names}</strong>
        <p className="mv-meta">{because[why]?.()}</p>
      </div>
      <Link
        to="/samme-person/$one/$other"
        params={{ one: one.participantId, other: other.participantId }}
        aria-label={`${m.doubles_look()}: ${names}`}
      >
        {m.doubles_look()}
      </Link>
    </li>
  );
}
