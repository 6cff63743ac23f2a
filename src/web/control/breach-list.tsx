import type { Breach } from '#contract/control.ts';
import { m } from '#text/generated/messages.js';
import { listOf, topicText } from '#text/text.ts';
import { nearMoment } from '../app/dates.ts';
import { ProblemNotice } from '../app/query-view.tsx';
import { Skeleton } from '../ui/waiting.tsx';
import { useAsked } from './use-asked.ts';

interface BreachListProps {
  account: string;
  name: string;
  from: string;
  to: string;
  now: string;
}

/** If an account was in the wrong hands: everyone it could see in the period, which topics, and from when to when. */
export function BreachList({ account, name, from, to, now }: BreachListProps) {
  const { answer, error } = useAsked<Breach>('/api/control/breaches', { account, from, to });
  if (error) return <ProblemNotice error={error} />;
  if (!answer) return <Skeleton lines={4} label={m.waiting()} />;
  const words = (topics: string[]) => listOf(topics.map((topic) => topicText(topic)));
  return (
    <section className="control-found" aria-live="polite">
      <h3 className="mv-h3">{m.control_breach_title({ count: answer.people.length, who: name })}</h3>
      <p className="mv-meta">{m.control_breach_note()}</p>
      <ul className="control-list">
        {answer.people.map((one) => (
          <li key={one.person?.id ?? `${one.municipality} ${one.firstAt} ${one.lastAt}`}>
            <p>
              <strong>
                {one.person?.name ?? m.control_breach_elsewhere({ municipality: one.municipality })}
              </strong>
            </p>
            <p className="mv-meta">
              {one.lookUps === 1
                ? m.case_looks_one({ from: nearMoment(one.firstAt, now) })
                : m.case_looks({
                    count: one.lookUps,
                    from: nearMoment(one.firstAt, now),
                    to: nearMoment(one.lastAt, now),
                  })}
            </p>
            {one.read.length > 0 && (
              <p className="mv-meta">{m.look_up_could_see({ topics: words(one.read) })}</p>
            )}
            {one.couldAdd.length > 0 && (
              <p className="mv-meta">{m.control_could_add({ topics: words(one.couldAdd) })}</p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
