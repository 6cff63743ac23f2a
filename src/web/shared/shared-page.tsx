import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Shared } from '#contract/shared.ts';
import { m } from '#text/generated/messages.js';
import { listOf } from '#text/text.ts';
import { dayOf, lastDay, nearDay } from '../app/dates.ts';
import { ExplainCard } from '../app/explain-card.tsx';
import { given } from '../app/given-name.ts';
import { addressQuery } from '../app/queries.ts';
import { ProblemNotice, QueryView } from '../app/query-view.tsx';
import { useSend } from '../app/sending.tsx';
import { topicName } from '../app/topic-names.ts';
import { Avatar } from '../ui/avatar.tsx';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Heading } from '../ui/heading.tsx';
import { Tag } from '../ui/tag.tsx';
import { useToast } from '../ui/toast.tsx';
import '../ui/phone-link.css';
import './shared.css';

type Promised = Shared['promises'][number];

/** A partner’s home: what I have promised, and who lets me see what. */
export function SharedPage() {
  const query = useQuery(addressQuery<Shared>('/api/shared'));
  return (
    <div className="mv-shared mv-stack">
      <Heading level={1}>{m.nav_shared()}</Heading>
      <QueryView query={query}>
        {(shared) => (
          <>
            <ExplainCard asked={shared.asked} now={shared.now} />
            <Promises shared={shared} />
            <People shared={shared} />
          </>
        )}
      </QueryView>
    </div>
  );
}

function Promises({ shared: { promises, now } }: { shared: Shared }) {
  const mine = promises
    .filter((promise) => promise.mine)
    .toSorted((a, b) => Number(!!a.keptAt) - Number(!!b.keptAt) || a.dueDay.localeCompare(b.dueDay));
  return (
    <section className="mv-shared-part" aria-labelledby="promises">
      <h2 id="promises" className="mv-h3">
        {m.shared_promises()}
      </h2>
      {mine.length === 0 && <EmptyState>{m.shared_promises_none()}</EmptyState>}
      <ul>
        {mine.map((promise) => (
          <PromiseRow key={promise.id} promise={promise} now={now} />
        ))}
      </ul>
    </section>
  );
}

function PromiseRow({ promise, now }: { promise: Promised; now: string }) {
  const { send, busy, error } = useSend();
  const toast = useToast();
  const first = given(promise.name);
  const late = !promise.keptAt && promise.dueDay < dayOf(now);
  const keep = async () => {
    const person = `/api/people/${promise.participantId}`;
    const saved = await (promise.kind === 'decision'
      ? send(`${person}/promise-keepings`, { decisionId: promise.id })
      : send(`${person}/action-completions`, { actionId: promise.id }));
    if (saved) toast({ text: m.shared_kept_saved({ name: first }) });
  };
  return (
    <li className="mv-shared-row" data-kept={promise.keptAt ? '' : undefined}>
      <Avatar name={promise.name} />
      <div>
        <p>
          {late && (
            <>
              <Tag tone="sun">{m.tag_we_owe()}</Tag>{' '}
            </>
          )}
          <strong>{promise.words}</strong>
        </p>
        <p className="mv-meta">
          {m.shared_promised_to({ name: promise.name })} ·{' '}
          {promise.keptAt
            ? m.action_done_at({ day: nearDay(promise.keptAt, now) })
            : m.action_by({ day: nearDay(promise.dueDay, now) })}
        </p>
        {error && <ProblemNotice error={error} />}
      </div>
      {!promise.keptAt && (
        <Button busy={busy} onClick={keep} aria-label={`${m.shared_done()}: ${promise.words}`}>
          {m.shared_done()}
        </Button>
      )}
    </li>
  );
}

function People({ shared: { people, now } }: { shared: Shared }) {
  return (
    <section className="mv-shared-part" aria-labelledby="sharing">
      <h2 id="sharing" className="mv-h3">
        {m.shared_people()}
      </h2>
      {people.length === 0 && <EmptyState>{m.shared_people_none()}</EmptyState>}
      <ul>
        {people.map(({ participantId, name, topics, until }) => (
          <li key={participantId} className="mv-shared-row">
            <Avatar name={name} />
            <div>
              <Link className="mv-name-link" to="/deltaker/$participantId" params={{ participantId }}>
                {name}
              </Link>
              <p className="mv-meta">
                {topics.length > 0
                  ? m.shared_lets_see({ topics: listOf(topics.map((topic) => topicName(topic))) })
                  : m.shared_only_name()}
                {' · '}
                {until ? m.team_until_day({ day: lastDay(until, now) }) : m.consent_until_stop()}
              </p>
            </div>
          </li>
        ))}
      </ul>
      <p className="mv-meta">{m.shared_note()}</p>
    </section>
  );
}
