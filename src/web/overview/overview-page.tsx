import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Overview } from '#contract/person.ts';
import { m } from '#text/generated/messages.js';
import { dayOf, dayWithWeek } from '../app/dates.ts';
import { addressQuery } from '../app/queries.ts';
import { QueryView } from '../app/query-view.tsx';
import { Card } from '../ui/card.tsx';
import { Details } from '../ui/details.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Heading } from '../ui/heading.tsx';
import {
  countText,
  differenceText,
  type Part,
  partText,
  percentText,
  type Service,
  shortLength,
  sumText,
} from './counts.ts';
import { GapTable } from './gap-table.tsx';
import './overview.css';

/** Who waits, what we owe, and how we know. Every figure says how it is counted. */
export function OverviewPage() {
  const query = useQuery(addressQuery<Overview>('/api/overview'));
  return (
    <div className="mv-overview mv-stack">
      <Heading level={1}>{m.nav_overview()}</Heading>
      <QueryView query={query}>
        {({ services, now }) => (
          <>
            {services.length === 0 && <EmptyState>{m.overview_none()}</EmptyState>}
            {services.map((service) => (
              <ServicePart key={service.service.id} service={service} now={now} />
            ))}
          </>
        )}
      </QueryView>
    </div>
  );
}

function ServicePart({ service, now }: { service: Service; now: string }) {
  return (
    <section className="mv-stack" aria-label={service.name}>
      <p className="mv-meta">
        {service.name} · {dayWithWeek(now)} · {m.overview_small_hidden()}
      </p>
      <p>
        <Link
          to="/status/$municipalityId/$id"
          params={service.service}
          search={{ fra: `${dayOf(now).slice(0, 4)}-01-01`, til: dayOf(now) }}
        >
          {m.status_title()}
        </Link>
      </p>
      <div className="mv-figures">
        <Waiting service={service} />
        <Figure
          label={m.figure_gaps()}
          figure={sumText(service.gaps.map(({ open }) => open))}
          note={m.figure_gaps_note()}
          counted={m.counted_gaps()}
        />
        <FirstAnswer service={service} />
        <Asked label={m.figure_asked()} part={service.asked} service={service} counted={m.counted_asked()} />
        <Asked
          label={m.figure_children()}
          part={service.childrenAsked}
          service={service}
          counted={m.counted_children()}
        />
        <Asked
          label={m.figure_related()}
          part={service.relatedAsked}
          service={service}
          counted={m.counted_related()}
        />
      </div>
      <div className="mv-overview-columns">
        <GapTable gaps={service.gaps} now={now} />
        <Card title={m.capacity_title()}>
          <p className="mv-figure-number">{countText(service.active)}</p>
          <p>{m.capacity_active()}</p>
          <Details summary={m.how_counted()}>
            <p>{m.counted_active()}</p>
          </Details>
        </Card>
      </div>
    </section>
  );
}

interface AskedProps {
  label: string;
  part: Part;
  service: Service;
  counted: string;
}

/** How many of those who are in the service have been asked something that everyone is to be asked. */
function Asked({ label, part, service: { active }, counted }: AskedProps) {
  return (
    <Figure
      label={label}
      figure={percentText(part, active) ?? partText(part)}
      note={m.figure_of({ part: partText(part), all: countText(active) })}
      counted={counted}
    />
  );
}

function Waiting({ service: { waiting, waitingWithGroup } }: { service: Service }) {
  const without = differenceText(waiting, waitingWithGroup);
  const everyone = waiting === waitingWithGroup && waiting !== null;
  if (without === undefined)
    return (
      <Figure
        label={m.figure_waiting()}
        figure={countText(waiting)}
        note={m.figure_waiting_in_group({ count: partText(waitingWithGroup) })}
        counted={m.counted_waiting()}
      />
    );
  return (
    <Figure
      label={m.figure_waiting_without()}
      figure={without}
      note={
        waiting === 0
          ? m.figure_nobody_waits()
          : everyone
            ? m.figure_all_in_group({ count: countText(waiting) })
            : m.figure_waiting_of({ count: countText(waiting) })
      }
      counted={m.counted_waiting()}
    />
  );
}

const hourMs = 3_600_000;

function FirstAnswer({ service: { medianAnswerHours, answered, answeredWithinADay } }: { service: Service }) {
  return (
    <Figure
      label={m.figure_first_answer()}
      figure={medianAnswerHours === null ? m.figure_too_few() : shortLength(medianAnswerHours * hourMs)}
      note={m.figure_within_a_day({ part: partText(answeredWithinADay), all: countText(answered) })}
      counted={m.counted_first_answer()}
    />
  );
}

interface FigureProps {
  label: string;
  figure: string;
  note: ReactNode;
  counted: string;
}

function Figure({ label, figure, note, counted }: FigureProps) {
  return (
    <div className="mv-figure">
      <h2 className="mv-figure-label">{label}</h2>
      <p className="mv-figure-number">{figure}</p>
      <p className="mv-meta">{note}</p>
      <Details summary={m.how_counted()}>
        <p className="mv-meta">{counted}</p>
      </Details>
    </div>
  );
}
