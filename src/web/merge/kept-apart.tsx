import { Link } from '@tanstack/react-router';
import type { KeptApart } from '#contract/merge.ts';
import type { PersonPage } from '#contract/person.ts';
import { m } from '#text/generated/messages.js';
import { shortDay } from '../app/dates.ts';
import './merge.css';

/** On the page of somebody who stood as one with another: who took it back and why, and what is to be checked, until somebody has. */
export function KeptApartFrom({ page: { keptApart = [], participantId, now } }: { page: PersonPage }) {
  if (keptApart.length === 0) return null;
  return (
    <section className="merge-here" aria-labelledby="kept-apart">
      <div className="mv-stack">
        <h2 id="kept-apart" className="mv-h3">
          {m.apart_title()}
        </h2>
        {keptApart.map((apart) => (
          <Apart key={apart.id} apart={apart} one={participantId} now={now} />
        ))}
        <p>{m.apart_check()}</p>
      </div>
    </section>
  );
}

function Apart({
  apart: { otherId, by, at, reason },
  one,
  now,
}: {
  apart: KeptApart;
  one: string;
  now: string;
}) {
  return (
    <div>
      <p>{m.split_was({ name: by, day: shortDay(at, now), reason })}</p>
      <p>
        <Link to="/samme-person/$one/$other" params={{ one, other: otherId }}>
          {m.apart_look()}
        </Link>
      </p>
    </div>
  );
}
