import type { LookUp } from '#contract/look-up.ts';
import { m } from '#text/generated/messages.js';
import { purposeText } from '#text/purposes.ts';
import { listOf, topicText } from '#text/text.ts';
import { capital, exactMoment, longDay, timeOf } from '../app/dates.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Details } from '../ui/details.tsx';
import { Tag } from '../ui/tag.tsx';
import { standingOf, together, wasRefused } from './look-up-words.ts';

interface Asking {
  /** Numbers of the look-ups one has asked about. */
  asked: ReadonlySet<number>;
  onAsk: (lookUp: LookUp) => void;
}

interface DayProps extends Asking {
  day: string;
  /** Of that day, the newest first. */
  lookUps: readonly LookUp[];
}

/** A day as it is told: who, and what each of them did; lists that one only stood on come last, together. */
export function LookUpDay({ day, lookUps, ...asking }: DayProps) {
  const lists = lookUps.filter(isList);
  const people = together(
    lookUps.filter((lookUp) => !isList(lookUp)),
    personOf,
  );
  return (
    <Card title={capital(longDay(day))}>
      {people.length > 0 && (
        <ul className="share-looks">
          {people.map((ofPerson) => (
            <Person key={ofPerson[0]?.number} lookUps={ofPerson} {...asking} />
          ))}
        </ul>
      )}
      {lists.length > 0 && <Lists lookUps={lists} {...asking} />}
    </Card>
  );
}

const isList = ({ action, mine }: LookUp): boolean => action === 'list' && !mine;
const personOf = ({ mine, who, organisation = '' }: LookUp): string => (mine ? '' : `${who} ${organisation}`);

function Person({ lookUps, ...asking }: Asking & { lookUps: readonly LookUp[] }) {
  const [first] = lookUps;
  if (first === undefined) return null;
  const standing = standingOf(first);
  return (
    <li>
      <p>
        <strong>{first.mine ? m.look_up_you() : first.who}</strong>
        {standing && <span className="mv-meta"> {standing}</span>}
      </p>
      <ul className="share-acts">
        {alike(lookUps).map((group) => (
          <Act key={group[0]?.number} lookUps={group} {...asking} />
        ))}
      </ul>
    </li>
  );
}

/** The same thing several times the same day is one line. */
const alike = (lookUps: readonly LookUp[]): LookUp[][] =>
  together(lookUps, (lookUp) => `${lookUp.purpose} ${wasRefused(lookUp)}`);

function Act({ lookUps, asked, onAsk }: Asking & { lookUps: readonly LookUp[] }) {
  const [newest] = lookUps;
  const oldest = lookUps.at(-1);
  if (newest === undefined || oldest === undefined) return null;
  const what = purposeText(newest.purpose);
  const refused = wasRefused(newest);
  const topics = [...new Set(lookUps.flatMap((lookUp) => lookUp.topics))];
  const isAsked = lookUps.some(({ number }) => asked.has(number));
  return (
    <li className="share-act">
      <div>
        <p title={lookUps.map((lookUp) => exactMoment(lookUp.at)).join('\n')}>
          {refused
            ? m.look_up_tried({ time: timeOf(oldest.at) })
            : m.look_up_at({ what: capital(what), time: timeOf(oldest.at) })}
          {lookUps.length > 1 && (
            <span className="mv-meta">
              {' '}
              · {m.look_up_times({ count: lookUps.length, time: timeOf(newest.at) })}
            </span>
          )}
        </p>
        {refused && <Tag tone="sand">{m.look_up_refused()}</Tag>}
        {newest.action === 'emergency' && <Tag tone="berry">{m.look_up_emergency()}</Tag>}
        {isAsked && <Tag tone="accent">{m.why_asked()}</Tag>}
        {topics.length > 0 && !newest.mine && (
          <Details summary={m.look_up_open()}>
            <p className="mv-meta">
              {m.look_up_could_see({ topics: listOf(topics.map((topic) => topicText(topic))) })}
            </p>
          </Details>
        )}
      </div>
      {!newest.mine && !isAsked && (
        <Button
          variant="secondary"
          color="neutral"
          className="mv-no-print"
          aria-label={m.why_ask_about({ who: newest.who, what })}
          onClick={() => onAsk(newest)}
        >
          {m.why_ask()}
        </Button>
      )}
    </li>
  );
}

function Lists({ lookUps, ...asking }: Asking & { lookUps: readonly LookUp[] }) {
  const people = together(lookUps, personOf);
  const names = people.flatMap((ofPerson) => ofPerson.slice(0, 1).map(({ who }) => who));
  return (
    <div className="share-lists">
      <p>
        {m.look_ups_lists()} <span className="mv-meta">{m.look_ups_lists_of({ names: listOf(names) })}</span>
      </p>
      <Details summary={m.look_ups_lists_open()}>
        <ul className="share-looks">
          {people.map((ofPerson) => (
            <Person key={ofPerson[0]?.number} lookUps={ofPerson} {...asking} />
          ))}
        </ul>
      </Details>
    </div>
  );
}
