import type { CodesOf } from '#contract/code.ts';
import { m } from '#text/generated/messages.js';
import { nearMoment } from '../app/dates.ts';
import { ActList } from '../ui/act-list.tsx';

type Given = CodesOf['given'][number];

/** The codes that workers have made, and what became of them. */
export function GivenList({ given, now }: { given: Given[]; now: string }) {
  return (
    <ActList>
      {given.map((code) => (
        <li key={code.madeAt + code.madeBy}>
          <div>
            <p>
              {(code.lostPhone ? m.given_lost : m.given_made)({
                who: code.madeBy,
                place: code.organisation,
                time: nearMoment(code.madeAt, now),
              })}
            </p>
            {code.sessionsEnded > 0 && <p className="mv-meta">{endedWords(code.sessionsEnded)}</p>}
            <p className="mv-meta">{becameOf(code, now)}</p>
          </div>
        </li>
      ))}
    </ActList>
  );
}

const endedWords = (count: number): string => (count === 1 ? m.given_ended_one() : m.given_ended({ count }));

function becameOf({ usedAt, withdrawn, expiresAt }: Given, now: string): string {
  if (usedAt !== undefined) return m.given_used({ time: nearMoment(usedAt, now) });
  if (withdrawn) return m.given_replaced();
  return expiresAt > now ? m.given_waits({ time: nearMoment(expiresAt, now) }) : m.given_not_used();
}
