import type { Line, Timetable } from '#contract/group.ts';
import { m } from '#text/generated/messages.js';
import { clockWords, shortDay } from '../app/dates.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { weekdays } from './weekdays.ts';

interface LineListProps {
  timetable: Timetable;
  onAdd: () => void;
  onEnd: (line: Line) => void;
  onLead: (line: Line) => void;
}

/** What is held every week, until further notice or a day. */
export function LineList({ timetable: { lines, services, now }, onAdd, onEnd, onLead }: LineListProps) {
  return (
    <Card title={m.lines_title()} aside={<Button onClick={onAdd}>{m.line_add()}</Button>}>
      <p className="mv-meta">{m.lines_note()}</p>
      {lines.length === 0 && <EmptyState>{m.lines_none()}</EmptyState>}
      <ul className="mv-lines">
        {lines.map((line) => (
          <li key={line.line.id}>
            <div>
              <p>
                <strong>{line.title}</strong>
              </p>
              <p className="mv-meta">{wordsOf(line, now, services)}</p>
            </div>
            <div className="mv-row">
              <Button
                quiet
                onClick={() => onLead(line)}
                aria-label={m.line_lead_title({ title: line.title })}
              >
                {m.line_lead()}
              </Button>
              <Button quiet onClick={() => onEnd(line)} aria-label={m.line_end_title({ title: line.title })}>
                {m.line_end()}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** «Mandag 9.30–13.00 · Håland · Siren Bø · til 28. mars» */
function wordsOf(line: Line, now: string, services: Timetable['services']): string {
  const service = services.find((one) => one.service.id === line.service.id)?.name;
  return [
    m.line_when({
      weekday: weekdays[line.weekday - 1]?.() ?? '',
      from: clockWords(line.from),
      to: clockWords(line.to),
    }),
    line.place,
    line.leader,
    services.length > 1 ? service : undefined,
    line.validTo && m.line_until({ day: shortDay(line.validTo, now) }),
  ]
    .filter(Boolean)
    .join(' · ');
}
