import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { StatusReport } from '#contract/figure.ts';
import { m } from '#text/generated/messages.js';
import { dayOf } from '../app/dates.ts';
import { FoundView } from '../app/found-view.tsx';
import { addressQuery } from '../app/queries.ts';
import { Button } from '../ui/button.tsx';
import { Details } from '../ui/details.tsx';
import { TextField } from '../ui/fields.tsx';
import { Heading } from '../ui/heading.tsx';
import { dayText, type StatusFigure, splitText, statusFigures, whenText } from './status-words.ts';
import './overview.css';
import './status.css';

interface StatusPageProps {
  municipalityId: string;
  id: string;
  from: string;
  to: string;
  onPeriod: (from: string, to: string) => void;
}

/** What a service has done in a period and where it stands on a day: for the screen, and for an A4 sheet. */
export function StatusPage({ municipalityId, id, from, to, onPeriod }: StatusPageProps) {
  const query = useQuery({
    ...addressQuery<StatusReport>(`/api/services/${municipalityId}/${id}/status?from=${from}&to=${to}`),
    placeholderData: (before: StatusReport | undefined) => before,
  });
  return (
    <div className="mv-status mv-stack">
      <p className="mv-no-print">
        <Link to="/oversikten">{m.status_back()}</Link>
      </p>
      <Heading level={1}>{m.status_title()}</Heading>
      <Period from={from} to={to} onPeriod={onPeriod} />
      <FoundView query={query}>{(report) => <Report report={report} />}</FoundView>
    </div>
  );
}

function Period({ from, to, onPeriod }: Pick<StatusPageProps, 'from' | 'to' | 'onPeriod'>) {
  const [days, setDays] = useState({ from, to });
  const today = dayOf(new Date().toISOString());
  const backwards = days.from !== '' && days.to !== '' && days.from > days.to;
  const change = (next: { from: string; to: string }) => {
    setDays(next);
    if (next.from !== '' && next.to !== '' && next.from <= next.to) onPeriod(next.from, next.to);
  };
  return (
    <form className="mv-status-period mv-no-print" onSubmit={(event) => event.preventDefault()}>
      <TextField
        label={m.status_from()}
        type="date"
        value={days.from}
        onChange={(value) => change({ ...days, from: value })}
      />
      <TextField
        label={m.status_to()}
        type="date"
        max={today}
        value={days.to}
        onChange={(value) => change({ ...days, to: value })}
        error={backwards ? m.status_period_backwards() : undefined}
      />
    </form>
  );
}

function Report({ report }: { report: StatusReport }) {
  const { name, from, to, now } = report;
  return (
    <>
      <p className="mv-status-of">{m.status_of({ service: name, from: dayText(from), to: dayText(to) })}</p>
      <div className="mv-status-figures">
        {statusFigures.map((figure) => (
          <Figure key={figure.code} figure={figure} report={report} />
        ))}
      </div>
      <p className="mv-meta">{m.status_note()}</p>
      <p className="mv-meta">
        {m.status_standing({ day: dayText(dayOf(now)) })} {m.status_never()}
      </p>
      <h2 className="mv-h3 mv-only-print">{m.how_counted()}</h2>
      <dl className="mv-counted mv-only-print">
        {statusFigures.map(({ code, title, counted }) => (
          <div key={code}>
            <dt>{title()}</dt>
            <dd>{counted()}</dd>
          </div>
        ))}
      </dl>
      <div className="mv-no-print">
        <Button variant="secondary" onClick={() => print()}>
          {m.status_print()}
        </Button>
      </div>
    </>
  );
}

function Figure({ figure, report }: { figure: StatusFigure; report: StatusReport }) {
  const { code, title, counted } = figure;
  const lines = report.lines.filter((line) => line.figure === code);
  return (
    <section className="mv-figure" aria-label={title()}>
      <h2 className="mv-figure-label">{title()}</h2>
      {lines.map((line) => (
        <Line key={line.span} line={line} />
      ))}
      <div className="mv-no-print">
        <Details summary={m.how_counted()}>
          <p className="mv-meta">{counted()}</p>
        </Details>
      </div>
    </section>
  );
}

function Line({ line }: { line: StatusReport['lines'][number] }) {
  const { value, span, split, days } = line;
  if (days?.held === 0) return <p className="mv-meta">{m.status_no_days()}</p>;
  return (
    <div className="mv-status-line" data-span={span}>
      <p className={value === undefined ? 'mv-status-hidden' : 'mv-figure-number'}>
        {value ?? m.status_hidden()}
      </p>
      <p className="mv-meta">{whenText(line)}</p>
      {value === undefined && <p className="mv-meta">{m.status_hidden_why()}</p>}
      {split && <p className="mv-meta">{splitText(split, line)}</p>}
      {days && <p className="mv-meta">{m.status_days(days)}</p>}
    </div>
  );
}
