import type { ReactNode } from 'react';
import type { RightsRequest } from '#contract/rights.ts';
import { m } from '#text/generated/messages.js';
import { factText } from '#text/insight.ts';
import { rightsKindText } from '#text/rights.ts';
import { nearDay } from '../app/dates.ts';

type Decision = RightsRequest['decisions'][number];

/** What was asked for and what it is about, what was answered, and what comes after: what one can do now. */
export function RequestView({
  request,
  now,
  owed,
  children,
}: {
  request: RightsRequest;
  now: string;
  owed: (day: string) => string;
  children?: ReactNode;
}) {
  return (
    <article className="mv-stack mv-rights-one">
      <div>
        <p>
          <strong>{rightsKindText(request.kind)}</strong>
        </p>
        <p className="mv-meta">
          {[nearDay(request.askedAt, now), request.about && factText(request.about.table)]
            .filter(Boolean)
            .join(' · ')}
        </p>
        <p>{m.quote({ words: request.words })}</p>
        {request.about?.words && <p className="mv-meta">{m.quote({ words: request.about.words })}</p>}
      </div>
      {request.decisions.map((decision) => (
        <div key={decision.id}>
          <p>
            <strong>{outcomeText(decision, now)}</strong>
          </p>
          <p>{decision.words}</p>
          <p className="mv-meta">{m.rights_by({ name: decision.by, day: nearDay(decision.at, now) })}</p>
        </div>
      ))}
      {request.owedBy && <p>{owed(nearDay(request.owedBy, now))}</p>}
      {children}
    </article>
  );
}

function outcomeText({ outcome, untilDay }: Decision, now: string): string {
  if (outcome === 'granted') return m.rights_granted();
  if (outcome === 'partly') return m.rights_partly();
  if (outcome === 'refused') return m.rights_refused();
  return m.rights_prolonged({ day: untilDay === undefined ? '' : nearDay(untilDay, now) });
}
