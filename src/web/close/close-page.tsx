import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { CloseToMe } from '#contract/related.ts';
import { m } from '#text/generated/messages.js';
import { listOf } from '#text/text.ts';
import { ButtonLink } from '../app/button-link.tsx';
import { lastDay } from '../app/dates.ts';
import { addressQuery } from '../app/queries.ts';
import { QueryView } from '../app/query-view.tsx';
import { topicName } from '../app/topic-names.ts';
import { WayInNews } from '../app/way-in-news.tsx';
import { Avatar } from '../ui/avatar.tsx';
import { Card } from '../ui/card.tsx';
import { Heading } from '../ui/heading.tsx';
import { Skeleton } from '../ui/waiting.tsx';
import { Guidance, Nothing } from './guidance.tsx';
import './close.css';

/** The home of somebody close: what is shared, in calm words, and what is for everyone who is close to somebody. */
export function ClosePage() {
  const query = useQuery(addressQuery<CloseToMe>('/api/close-to-me'));
  return (
    <div className="mv-narrow mv-stack close">
      <Heading level={1}>{m.nav_shared()}</Heading>
      <QueryView query={query} waiting={<OneToCome />}>
        {({ people, wayInNews, now }) => (
          <>
            <WayInNews {...(wayInNews ? { news: wayInNews } : {})} now={now} />
            {people.length === 0 && <Nothing />}
            {people.map((person) => (
              <Shares key={person.participantId} person={person} now={now} />
            ))}
          </>
        )}
      </QueryView>
      <p>
        <Link to="/parorende">{m.close_to_public()}</Link>
      </p>
      <Guidance />
    </div>
  );
}

/** As high as one who shares, so that what stands below, with the numbers to ring, does not move under a thumb. */
const OneToCome = () => (
  <Card>
    <Skeleton lines={7} label={m.waiting()} />
  </Card>
);

const namesOf = (topics: readonly string[]): string => listOf(topics.map((topic) => topicName(topic)));

function Shares({ person, now }: { person: CloseToMe['people'][number]; now: string }) {
  const { participantId, name, topics, until, mandate } = person;
  return (
    <Card>
      <div className="close-who">
        <Avatar name={name} size="3.4rem" />
        <div>
          <p>
            <strong>
              {mandate
                ? m.close_guardian({ name, topics: namesOf(mandate.topics) })
                : m.close_shares({ name, topics: namesOf(topics) })}
            </strong>
          </p>
          {mandate && (
            <p className="mv-meta">
              {mandate.until
                ? m.close_guardian_until({ day: lastDay(mandate.until, now) })
                : m.close_guardian_until_further()}
            </p>
          )}
          {mandate && topics.length > 0 && <p>{m.close_shares({ name, topics: namesOf(topics) })}</p>}
          {topics.length > 0 && (
            <p className="mv-meta">
              {until ? m.close_until({ day: lastDay(until, now) }) : m.close_until_stop({ name })}
            </p>
          )}
        </div>
      </div>
      <p>
        <ButtonLink to="/delt-med-meg/$participantId" params={{ participantId }}>
          {m.close_read()}
        </ButtonLink>
      </p>
      <p className="mv-meta">{m.close_is_logged({ name })}</p>
    </Card>
  );
}
