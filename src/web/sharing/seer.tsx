import type { WhoSees } from '#contract/sharing.ts';
import { organisationRoles } from '#domain/access/roles.ts';
import { topics } from '#domain/access/topics.ts';
import { m } from '#text/generated/messages.js';
import { listOf, roleText, topicText } from '#text/text.ts';
import { capital, lastDay } from '../app/dates.ts';
import { Button } from '../ui/button.tsx';

const partners = new Set<string>(organisationRoles);
/** Of a longer list one takes in nothing: then what they do not see says more. */
const LONG = 8;
/** What there is nothing of yet is not told about. */
const kept = topics.filter((topic) => !['scores', 'placements', 'tenancy', 'blocks'].includes(topic));

function seenText(seen: readonly string[]): string {
  const words = (some: readonly string[]) => listOf(some.map((topic) => topicText(topic)));
  const told = kept.filter((topic) => seen.includes(topic));
  if (told.length <= LONG) return capital(words(told));
  const unseen = kept.filter((topic) => !seen.includes(topic));
  return unseen.length === 0 ? m.who_sees_all() : m.who_sees_most({ unseen: words(unseen) });
}

interface SeerProps {
  seer: WhoSees['people'][number];
  now: string;
  onLook: () => void;
  onClose: () => void;
}

/** One who sees something: who, as what, what, and the two things one may want to do about it. */
export function Seer({ seer, now, onLook, onClose }: SeerProps) {
  const { name, organisation, until, to } = seer;
  const isClose = to.relatedPersonId !== undefined;
  // «NAV, NAV Time» says one thing twice.
  const asWorker = seer.roles.filter((role) => !partners.has(role));
  const what = isClose || asWorker.length === 0 ? undefined : listOf(asWorker.map((role) => roleText(role)));
  return (
    <li>
      <p>
        <b>{to.organisation ? m.who_sees_all_at({ organisation: name }) : name}</b>{' '}
        <span className="mv-meta">{[what, organisation].filter(Boolean).join(', ')}</span>
      </p>
      <p className="mv-meta">
        {seenText(seer.topics)}
        {until && ` (${m.sharing_until({ day: lastDay(until, now) })})`}
      </p>
      <div className="mv-row mv-no-print">
        <Button variant="secondary" onClick={onLook} aria-label={m.who_sees_look({ name })}>
          {m.who_sees_look_short()}
        </Button>
        {!isClose && (
          <Button
            variant="tertiary"
            color="neutral"
            onClick={onClose}
            aria-label={m.door_close_for({ name })}
          >
            {m.door_close()}
          </Button>
        )}
      </div>
    </li>
  );
}
