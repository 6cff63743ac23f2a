import type { Register } from '#contract/control.ts';
import { m } from '#text/generated/messages.js';
import { listOf, roleText, topicText } from '#text/text.ts';
import { nearMoment } from '../app/dates.ts';
import { ProblemNotice } from '../app/query-view.tsx';
import { Details } from '../ui/details.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Skeleton } from '../ui/waiting.tsx';
import { useAsked } from './use-asked.ts';

interface RegisterListProps {
  person: string;
  name: string;
  at: string;
  now: string;
}

/** Who had been let in to somebody at a moment, as what, since when and by whom. */
export function RegisterList({ person, name, at, now }: RegisterListProps) {
  const { answer, error } = useAsked<Register>('/api/control/registers', { person, at });
  if (error) return <ProblemNotice error={error} />;
  if (!answer) return <Skeleton lines={4} label={m.waiting()} />;
  return (
    <section className="control-found" aria-live="polite">
      <h3 className="mv-h3">
        {m.control_register_title({ person: name })} {nearMoment(at, now)}
      </h3>
      <p className="mv-meta">{m.control_register_note()}</p>
      {answer.entries.length === 0 && <EmptyState>{m.control_log_none()}</EmptyState>}
      <ul className="control-list">
        {answer.entries.map((entry) => (
          <li key={`${entry.who} ${entry.organisation} ${entry.role} ${entry.since}`}>
            <p>
              <strong>
                {entry.who ?? m.control_whole_place({ organisation: entry.organisation ?? '' })}
              </strong>{' '}
              <span className="mv-meta">
                {[roleText(entry.role), entry.who && entry.organisation].filter(Boolean).join(' · ')}
              </span>
            </p>
            <p className="mv-meta">
              {m.control_since({ since: nearMoment(entry.since, now), by: entry.givenBy ?? '–' })}
            </p>
            {entry.topics.length > 0 && (
              <Details summary={m.look_up_open()}>
                <p className="mv-meta">{listOf(entry.topics.map((topic) => topicText(topic)))}</p>
              </Details>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
