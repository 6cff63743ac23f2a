import type { ReactNode } from 'react';
import type { Side } from '#contract/merge.ts';
import { m } from '#text/generated/messages.js';
import { numberKindText } from '#text/numbers.ts';
import { listOf, roleText, stateText } from '#text/text.ts';
import { shortDay } from '../app/dates.ts';
import { Card } from '../ui/card.tsx';

interface RowCardProps {
  row: Side;
  n: number;
  now: string;
  aside?: ReactNode;
}

/** One of the two: who it is, and as much around them as tells whether it is the same person. */
export function RowCard({ row, n, now, aside }: RowCardProps) {
  return (
    <Card title={m.same_row({ n })} aside={aside}>
      <div>
        <p className="mv-h3">{row.name ?? m.same_no_name()}</p>
        <p className="mv-meta">
          {[row.age === undefined ? '' : m.person_age({ age: row.age }), row.phone ?? '']
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      <ul className="merge-facts">
        {row.numbers && (
          <li>
            {row.numbers.length === 0
              ? m.same_no_number()
              : m.same_numbers({ kinds: listOf(row.numbers.map((kind) => numberKindText(kind))) })}
          </li>
        )}
        {row.standings?.map(({ service, state }) => (
          <li key={`${service} ${state}`}>{m.tag_standing({ service, state: stateText(state) })}</li>
        ))}
        {row.team?.map(({ name, role }) => (
          <li key={`${name} ${role}`}>
            {name}, {roleText(role)}
          </li>
        ))}
        <li className="mv-meta">
          {m.same_since({ day: shortDay(row.since, now) })}.{' '}
          {row.entries === 1 ? m.same_entry() : m.same_entries({ count: row.entries })}.
        </li>
      </ul>
    </Card>
  );
}
