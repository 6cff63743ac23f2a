import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Line, Timetable } from '#contract/group.ts';
import { addDays } from '#domain/time/week.ts';
import { m } from '#text/generated/messages.js';
import { capital, dayOf, shortDay, weekLabel } from '../app/dates.ts';
import { addressQuery } from '../app/queries.ts';
import { QueryView } from '../app/query-view.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Heading } from '../ui/heading.tsx';
import { AddLineForm, EndLineForm, LeadLineForm } from './line-forms.tsx';
import { LineList } from './line-list.tsx';
import { Week } from './week.tsx';
import './group.css';

type Opened = { act: 'add' } | { act: 'end' | 'lead'; line: Line };

/** The timetable of a week, and what repeats every week. `day` is any day of the week that is shown; this one without. */
export function GroupsPage({ day }: { day: string | undefined }) {
  const query = useQuery(
    addressQuery<Timetable>(day === undefined ? '/api/group-sessions' : `/api/group-sessions?day=${day}`),
  );
  return (
    <div className="mv-groups-page mv-stack">
      <Heading level={1}>{m.nav_groups()}</Heading>
      <QueryView query={query}>{(timetable) => <Shown timetable={timetable} />}</QueryView>
    </div>
  );
}

function Shown({ timetable }: { timetable: Timetable }) {
  const [opened, setOpened] = useState<Opened>();
  const close = () => setOpened(undefined);
  const { services, now } = timetable;
  return (
    <>
      <WeekSteps timetable={timetable} />
      <Week timetable={timetable} />
      {services.length > 0 && (
        <LineList
          timetable={timetable}
          onAdd={() => setOpened({ act: 'add' })}
          onEnd={(line) => setOpened({ act: 'end', line })}
          onLead={(line) => setOpened({ act: 'lead', line })}
        />
      )}
      {opened && (
        <Dialog title={titleOf(opened)} closeLabel={m.close()} onClose={close}>
          {opened.act === 'add' && <AddLineForm services={services} now={now} onSaved={close} />}
          {opened.act === 'end' && <EndLineForm line={opened.line} now={now} onSaved={close} />}
          {opened.act === 'lead' && <LeadLineForm line={opened.line} now={now} onSaved={close} />}
        </Dialog>
      )}
    </>
  );
}

const titleOf = (opened: Opened): string => {
  if (opened.act === 'add') return m.line_add();
  const { title } = opened.line;
  return opened.act === 'end' ? m.line_end_title({ title }) : m.line_lead_title({ title });
};

function WeekSteps({ timetable: { monday, now } }: { timetable: Timetable }) {
  const today = dayOf(now);
  const isThisWeek = monday <= today && today <= addDays(monday, 6);
  const step = (weeks: number) => addDays(monday, 7 * weeks);
  return (
    <nav className="mv-week-steps" aria-label={m.week_steps()}>
      <h2 className="mv-h2">
        {capital(weekLabel(monday))}{' '}
        <span className="mv-meta">
          {m.week_span({ from: shortDay(monday, now), to: shortDay(addDays(monday, 6), now) })}
        </span>
      </h2>
      <div className="mv-row">
        <Step to={step(-1)}>{m.week_before()}</Step>
        {!isThisWeek && <Step to={undefined}>{m.week_this()}</Step>}
        <Step to={step(1)}>{m.week_after()}</Step>
      </div>
    </nav>
  );
}

const Step = ({ to, children }: { to: string | undefined; children: string }) => (
  <Link
    className="ds-button mv-button"
    data-variant="secondary"
    data-color="accent"
    to="/grupper"
    search={to === undefined ? {} : { uke: to }}
  >
    {children}
  </Link>
);
