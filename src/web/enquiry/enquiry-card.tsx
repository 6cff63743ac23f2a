import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Enquiry } from '#contract/enquiry.ts';
import { m } from '#text/generated/messages.js';
import { sourceText } from '#text/text.ts';
import { between, exactMoment, lengthOf, nearMoment } from '../app/dates.ts';
import { Moment } from '../app/moment.tsx';
import { Avatar } from '../ui/avatar.tsx';
import { PhoneLink } from '../ui/phone-link.tsx';
import { Tag } from '../ui/tag.tsx';

interface EnquiryCardProps {
  enquiry: Enquiry;
  now: string;
  /** What one can do with it. */
  children: ReactNode;
}

export function EnquiryCard({ enquiry, now, children }: EnquiryCardProps) {
  const { name, phone, source, words, receivedAt, answer, serviceName, participantId } = enquiry;
  return (
    <article className="mv-enquiry">
      <Avatar name={name} />
      <div className="mv-stack">
        <div>
          <div className="mv-row">
            <Link className="mv-name-link" to="/deltaker/$participantId" params={{ participantId }}>
              {name}
            </Link>
            {answer ? (
              <Tag tone="accent">{m.enquiry_answered()}</Tag>
            ) : (
              <span title={exactMoment(receivedAt)}>
                <Tag tone="sun">{m.enquiry_waited({ length: lengthOf(between(receivedAt, now)) })}</Tag>
              </span>
            )}
          </div>
          <p className="mv-meta">
            {m.enquiry_from({ source: sourceText(source), service: serviceName })} ·{' '}
            <Moment at={receivedAt} now={now} />
            {phone && (
              <>
                {' · '}
                <PhoneLink phone={phone} />
              </>
            )}
          </p>
        </div>
        <blockquote className="mv-own-words">{words}</blockquote>
        {answer && (
          <div className="mv-answered">
            <p className="mv-meta">
              {m.enquiry_answered_at({ moment: nearMoment(answer.at, now) })}
              {answer.sessionTitle &&
                answer.sessionStartsAt &&
                ` · ${m.enquiry_invited({ title: answer.sessionTitle, moment: nearMoment(answer.sessionStartsAt, now) })}`}
            </p>
            <p>{answer.words}</p>
          </div>
        )}
        <div className="mv-row">{children}</div>
      </div>
    </article>
  );
}
