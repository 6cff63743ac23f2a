import type { Meeting } from '#contract/person.ts';
import { m } from '#text/generated/messages.js';
import { longDay, nearDay } from '../app/dates.ts';
import { Tag } from '../ui/tag.tsx';

/** Who, what, and by when: a promise and not a note. */
export function PromiseList({ promises, now }: { promises: Meeting['decisions']; now: string }) {
  return (
    <ul className="mv-meeting-promises">
      {promises.map(({ id, words, doerName, doerOrganisation, dueDay, keptAt }) => (
        <li key={id}>
          <p>
            <strong>{doerName}</strong>
            {doerOrganisation && <span className="mv-meta"> {doerOrganisation}</span>}
          </p>
          <p>{words}</p>
          <p className="mv-meta">
            {m.promise_by({ day: longDay(dueDay) })}{' '}
            {keptAt && <Tag tone="accent">{m.action_done_at({ day: nearDay(keptAt, now) })}</Tag>}
          </p>
        </li>
      ))}
    </ul>
  );
}
