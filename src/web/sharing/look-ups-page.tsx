import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { LookUp } from '#contract/plan.ts';
import { m } from '#text/generated/messages.js';
import { listOf, topicText } from '#text/text.ts';
import { capital, dayOf, exactMoment, longDay, timeOf } from '../app/dates.ts';
import { addressQuery } from '../app/queries.ts';
import { QueryView } from '../app/query-view.tsx';
import { Card } from '../ui/card.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Heading } from '../ui/heading.tsx';
import { lookUpSentence } from './look-up-sentence.ts';
import './sharing.css';

export function LookUpsPage() {
  const lookUps = useQuery(addressQuery<LookUp[]>('/api/my-look-ups'));
  const [own, setOwn] = useState(false);
  return (
    <div className="mv-narrow mv-stack">
      <p className="mv-no-print">
        <Link to="/min-plan" className="share-back">
          <span aria-hidden="true">←</span> {m.look_ups_back()}
        </Link>
      </p>
      <Heading level={1}>{m.look_ups_title()}</Heading>
      <p>{m.look_ups_lead()}</p>
      <div className="mv-no-print">
        <Checkbox checked={own} onChange={setOwn} label={m.look_ups_own()} />
      </div>
      <QueryView query={lookUps}>
        {(data) => <Days lookUps={data.filter((lookUp) => own || !lookUp.mine)} />}
      </QueryView>
    </div>
  );
}

/** The same person for the same reason on the same day is one line; the newest names the time. */
function grouped(lookUps: LookUp[]): LookUp[][] {
  const groups = new Map<string, LookUp[]>();
  for (const lookUp of lookUps) {
    const key = `${lookUp.who} ${lookUp.purpose}`;
    groups.set(key, [...(groups.get(key) ?? []), lookUp]);
  }
  return [...groups.values()];
}

function sentenceOf(first: LookUp, more: number): string {
  const sentence = lookUpSentence(first, m.week_time({ time: timeOf(first.at) }));
  if (more === 0) return sentence;
  return more === 1 ? m.look_up_more_once({ sentence }) : m.look_up_more({ sentence, count: more });
}

function LookUpLine({ group }: { group: LookUp[] }) {
  const [first] = group;
  if (!first) return null;
  const topics = new Set(group.flatMap((lookUp) => lookUp.topics));
  return (
    <li>
      <p title={group.map((lookUp) => exactMoment(lookUp.at)).join('\n')}>
        {sentenceOf(first, group.length - 1)}
      </p>
      {topics.size > 0 && !first.mine && (
        <p className="mv-meta">
          {m.look_up_could_see({ topics: listOf([...topics].map((topic) => topicText(topic))) })}
        </p>
      )}
    </li>
  );
}

function Days({ lookUps }: { lookUps: LookUp[] }) {
  if (lookUps.length === 0) {
    return (
      <Card>
        <EmptyState>{m.look_ups_none()}</EmptyState>
      </Card>
    );
  }
  const days = [...new Set(lookUps.map((lookUp) => dayOf(lookUp.at)))];
  return days.map((day) => (
    <Card key={day} title={capital(longDay(day))}>
      <ul className="share-looks">
        {grouped(lookUps.filter((lookUp) => dayOf(lookUp.at) === day)).map((group) => (
          <LookUpLine key={`${group[0]?.who} ${group[0]?.purpose}`} group={group} />
        ))}
      </ul>
    </Card>
  ));
}
