import { Link } from '@tanstack/react-router';
import type { OutreachPerson } from '#contract/outreach.ts';
import { m } from '#text/generated/messages.js';
import { outreachText } from '#text/outreach.ts';
import { exactMoment, nearMoment } from '../app/dates.ts';
import { Avatar } from '../ui/avatar.tsx';
import { Button } from '../ui/button.tsx';
import { PhoneLink } from '../ui/phone-link.tsx';
import { Tag } from '../ui/tag.tsx';

interface OutreachCardProps {
  person: OutreachPerson;
  now: string;
  /** The reader answers enquiries, and has a list of them. */
  intake: boolean;
  onLog: () => void;
  onWants: () => void;
}

export function OutreachCard({ person, now, intake, onLog, onWants }: OutreachCardProps) {
  const { participantId, name, phone, howToMeet, attempts, tried, enquiry } = person;
  return (
    <article className="mv-outside">
      <Avatar name={name} />
      <div className="mv-stack">
        <div>
          <div className="mv-row">
            <Link className="mv-name-link" to="/deltaker/$participantId" params={{ participantId }}>
              {name}
            </Link>
            {enquiry && (
              <Tag tone={enquiry.answered ? 'accent' : 'sun'}>
                {enquiry.answered ? m.outreach_answered() : m.outreach_asked()}
              </Tag>
            )}
          </div>
          <p className="mv-meta">
            {tried === 1 ? m.outreach_tried_one() : m.outreach_tried({ count: tried })}
            {phone && (
              <>
                {' · '}
                <PhoneLink phone={phone} />
              </>
            )}
          </p>
        </div>
        {howToMeet && (
          <p className="mv-meet-me">
            <span className="mv-meta">{m.outreach_how()}</span>
            {m.quote({ words: howToMeet })}
          </p>
        )}
        <ul className="mv-attempts">
          {attempts.map(({ id, outcome, at, by, place, note }) => (
            <li key={id}>
              <p className="mv-meta" title={exactMoment(at)}>
                {m.outreach_by({
                  outcome: [outreachText(outcome), place].filter(Boolean).join(', '),
                  moment: nearMoment(at, now),
                  name: by,
                })}
              </p>
              {note && <p>{note}</p>}
            </li>
          ))}
        </ul>
      </div>
      <div className="mv-outside-acts">
        <Button onClick={onLog} aria-label={`${m.outreach_log()}: ${name}`}>
          {m.outreach_log()}
        </Button>
        {!enquiry && (
          <Button variant="secondary" onClick={onWants} aria-label={`${m.outreach_wants()}: ${name}`}>
            {m.outreach_wants()}
          </Button>
        )}
        {enquiry && intake && (
          <Link to="/henvendelser" search={enquiry.answered ? {} : { svar: enquiry.id }}>
            {m.outreach_see_enquiry()}
          </Link>
        )}
      </div>
    </article>
  );
}
