import { useState } from 'react';
import type { LogLines } from '#contract/control.ts';
import { m } from '#text/generated/messages.js';
import { purposeText } from '#text/purposes.ts';
import { listOf, topicText } from '#text/text.ts';
import { nearMoment } from '../app/dates.ts';
import { ProblemNotice } from '../app/query-view.tsx';
import { Button } from '../ui/button.tsx';
import { Details } from '../ui/details.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Tag } from '../ui/tag.tsx';
import { Skeleton } from '../ui/waiting.tsx';
import { useAsked } from './use-asked.ts';

interface LogListProps {
  asked: { account?: string; person?: string; from: string; to: string };
  now: string;
  below?: number;
}

/** A hundred lines of the log, and the way to those before them. */
export function LogList({ asked: { account, person, from, to }, now, below }: LogListProps) {
  const [older, setOlder] = useState(false);
  const { answer, error } = useAsked<LogLines>('/api/control/log/search', {
    from,
    to,
    ...(account === undefined ? {} : { account }),
    ...(person === undefined ? {} : { person }),
    ...(below === undefined ? {} : { below }),
  });
  if (error) return <ProblemNotice error={error} />;
  if (!answer) return <Skeleton lines={4} label={m.waiting()} />;
  const last = answer.lines.at(-1)?.number;
  return (
    <>
      {answer.lines.length === 0 && <EmptyState>{m.control_log_none()}</EmptyState>}
      <ul className="control-list">
        {answer.lines.map((line) => (
          <Line key={line.number} line={line} now={now} withWho={person !== undefined} />
        ))}
      </ul>
      {answer.more && !older && (
        <div>
          <Button variant="secondary" onClick={() => setOlder(true)}>
            {m.control_more()}
          </Button>
        </div>
      )}
      {older && last !== undefined && (
        <LogList
          asked={{ from, to, ...(account ? { account } : {}), ...(person ? { person } : {}) }}
          now={now}
          below={last}
        />
      )}
    </>
  );
}

function Line({ line, now, withWho }: { line: LogLines['lines'][number]; now: string; withWho: boolean }) {
  const { at, who, organisation, purpose, people, others, topics, action } = line;
  const names = people.map(({ name }) => name);
  const refused = topics.length === 0 && (action === 'read' || action === 'change');
  return (
    <li>
      <p>
        <span className="mv-meta">{nearMoment(at, now)}</span>{' '}
        {withWho ? (
          <>
            <strong>{who}</strong> {organisation && <span className="mv-meta">{organisation}</span>}
          </>
        ) : (
          <strong>
            {listOf([...names, ...(others === 0 ? [] : [m.control_log_others({ count: others })])])}
          </strong>
        )}
      </p>
      <p>{m.quote({ words: purposeText(purpose) })}</p>
      {refused && <Tag tone="sand">{m.look_up_refused()}</Tag>}
      {topics.length > 0 && (
        <Details summary={m.look_up_open()}>
          <p className="mv-meta">{listOf(topics.map((topic) => topicText(topic)))}</p>
        </Details>
      )}
    </li>
  );
}
