import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ClosePerson } from '#contract/related.ts';
import { m } from '#text/generated/messages.js';
import { answerText, roleText } from '#text/text.ts';
import { exactMoment, lastDay, nearDay, nearMoment, shortDay } from '../app/dates.ts';
import { ApiProblem } from '../app/problem.ts';
import { addressQuery } from '../app/queries.ts';
import { QueryView } from '../app/query-view.tsx';
import { Card } from '../ui/card.tsx';
import { Heading } from '../ui/heading.tsx';
import { PhoneLink } from '../ui/phone-link.tsx';
import { Guidance, Nothing } from './guidance.tsx';
import './close.css';

/** What one person shares with one who is close: only those parts, to read. */
export function ClosePersonPage({ participantId }: { participantId: string }) {
  const query = useQuery(addressQuery<ClosePerson>(`/api/close-to-me/${participantId}`));
  // Never given, stopped, run out or nobody there: one and the same screen, also for what was read a moment ago.
  const nothing = query.error instanceof ApiProblem && query.error.code === 'not-found';
  return (
    <div className="mv-narrow mv-stack close">
      <p className="mv-no-print">
        <Link to="/delt-med-meg" className="close-back">
          <span aria-hidden="true">←</span> {m.nav_shared()}
        </Link>
      </p>
      {nothing ? (
        <>
          <Heading level={1}>{m.nav_shared()}</Heading>
          <Nothing />
        </>
      ) : (
        <QueryView query={query}>{(close) => <CloseView close={close} />}</QueryView>
      )}
      <Guidance />
    </div>
  );
}

/** What is shared, without the way there and back. */
export function CloseView({ close }: { close: ClosePerson }) {
  const { name, until, now, crisisPlan, mandate, alsoShared } = close;
  const shares = mandate === undefined || alsoShared;
  return (
    <>
      <div>
        <Heading level={1}>{mandate ? m.close_guardian_of({ name }) : m.close_from({ name })}</Heading>
        {mandate && (
          <p className="mv-meta">
            {mandate.until
              ? m.close_guardian_until({ day: lastDay(mandate.until, now) })
              : m.close_guardian_until_further()}
          </p>
        )}
        {shares && (
          <p className="mv-meta">
            {until ? m.close_until({ day: lastDay(until, now) }) : m.close_until_stop({ name })}
          </p>
        )}
      </div>
      {crisisPlan && <CrisisPlanCard plan={crisisPlan} now={now} />}
      <Matters close={close} />
      <Wishes close={close} />
      <WhoDoesWhat close={close} />
      <Meetings close={close} />
      <Groups close={close} />
      <Team close={close} />
    </>
  );
}

function CrisisPlanCard({ plan, now }: { plan: NonNullable<ClosePerson['crisisPlan']>; now: string }) {
  const parts = [
    [m.close_crisis_signs(), plan.signs],
    [m.close_crisis_helps(), plan.helps],
    [m.close_crisis_call(), plan.call],
  ] as const;
  return (
    <Card title={m.close_crisis_title()}>
      {parts.map(
        ([label, words]) =>
          words && (
            <section key={label}>
              <h3 className="mv-h3">{label}</h3>
              <p className="close-lines">{words}</p>
            </section>
          ),
      )}
      <p className="mv-meta">{m.close_written({ day: shortDay(plan.writtenAt, now) })}</p>
    </Card>
  );
}

function Matters({ close: { statement, goals, name } }: { close: ClosePerson }) {
  if (!statement && !goals?.length) return null;
  return (
    <Card title={statement ? m.close_matters({ name }) : m.close_goals({ name })}>
      {statement && <p className="mv-words">{m.quote({ words: statement.words })}</p>}
      <ul className="close-list">
        {goals?.map((goal) => (
          <li key={goal.id}>
            <strong>{goal.title}</strong>
            {goal.closed?.outcome === 'reached' && <p className="mv-meta">{m.close_reached()}</p>}
          </li>
        ))}
      </ul>
    </Card>
  );
}

interface PartProps<One extends { id: string }> {
  title: string;
  those: readonly One[] | undefined;
  children: (one: One) => ReactNode;
}

/** One part that is shared, as a list; what is not shared, and what is empty, is not there at all. */
function Part<One extends { id: string }>({ title, those, children }: PartProps<One>) {
  if (!those?.length) return null;
  return (
    <Card title={title}>
      <ul className="close-list">
        {those.map((one) => (
          <li key={one.id}>{children(one)}</li>
        ))}
      </ul>
    </Card>
  );
}

function Wishes({ close: { wishes, name, now } }: { close: ClosePerson }) {
  return (
    <Part title={m.close_wishes({ name })} those={wishes}>
      {(wish) => (
        <>
          <p>{m.quote({ words: wish.words })}</p>
          <p className="mv-meta">{nearDay(wish.wishedAt, now)}</p>
        </>
      )}
    </Part>
  );
}

function WhoDoesWhat({ close: { actions, now } }: { close: ClosePerson }) {
  return (
    <Part title={m.close_actions()} those={actions}>
      {(action) => (
        <>
          <p>{action.title}</p>
          <p className="mv-meta">
            {[
              action.doerName,
              action.doneAt
                ? m.action_done_at({ day: nearDay(action.doneAt, now) })
                : action.dueDay && m.action_by({ day: nearDay(action.dueDay, now) }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </>
      )}
    </Part>
  );
}

function Meetings({ close: { meetings, now } }: { close: ClosePerson }) {
  return (
    <Part title={m.close_meetings()} those={meetings}>
      {(meeting) => (
        <>
          <p>{[exactMoment(meeting.startsAt), meeting.place].filter(Boolean).join(', ')}</p>
          {meeting.decisions.map((decision) => (
            <p key={decision.id} className="mv-meta">
              {decision.words}
              {' · '}
              {m.action_by({ day: nearDay(decision.dueDay, now) })}
            </p>
          ))}
        </>
      )}
    </Part>
  );
}

function Groups({ close: { groups, now } }: { close: ClosePerson }) {
  return (
    <Part title={m.close_groups()} those={groups}>
      {(group) => (
        <>
          <p>{group.words}</p>
          <p className="mv-meta">
            {[group.detail && answerText(group.detail), nearMoment(group.happenedAt, now)]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </>
      )}
    </Part>
  );
}

function Team({ close: { team, name } }: { close: ClosePerson }) {
  return (
    <Part title={m.close_team({ name })} those={team}>
      {(member) => (
        <>
          <p>
            <strong>{member.name}</strong>
          </p>
          <p className="mv-meta">{[roleText(member.role), member.organisation].join(' · ')}</p>
          {member.phone && (
            <PhoneLink
              phone={member.phone}
              label={m.call_someone({ name: member.name, phone: member.phone })}
            />
          )}
        </>
      )}
    </Part>
  );
}
