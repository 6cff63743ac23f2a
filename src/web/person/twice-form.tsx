import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { m } from '#text/generated/messages.js';
import type { ActProps } from './acts.ts';
import { PersonField } from './person-field.tsx';

/** By hand: somebody knows that another of those they see is the same person. */
export function TwiceForm({ page: { participantId } }: ActProps) {
  const [other, setOther] = useState<{ participantId: string; name: string }>();
  return (
    <div className="mv-stack mv-twice-who">
      <p>{m.twice_find_lead()}</p>
      <PersonField label={m.twice_find_who()} onChoose={setOther} />
      {other &&
        (other.participantId === participantId ? (
          <p role="status">{m.twice_find_self()}</p>
        ) : (
          <p>
            <strong>{other.name}</strong>
            {': '}
            <Link to="/samme-person/$one/$other" params={{ one: participantId, other: other.participantId }}>
              {m.doubles_look()}
            </Link>
          </p>
        ))}
    </div>
  );
}
