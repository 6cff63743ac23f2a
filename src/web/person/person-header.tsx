import { Link } from '@tanstack/react-router';
import type { PersonPage } from '#contract/person.ts';
import { m } from '#text/generated/messages.js';
import { stateText } from '#text/text.ts';
import { shortDay } from '../app/dates.ts';
import { Avatar } from '../ui/avatar.tsx';
import { Button } from '../ui/button.tsx';
import { Heading } from '../ui/heading.tsx';
import { PhoneLink } from '../ui/phone-link.tsx';
import { Tag } from '../ui/tag.tsx';
import { may, type TabProps } from './acts.ts';
import { owedTo } from './owed.ts';
import { NotMet } from './turn-event.tsx';

export function PersonHeader({ page, name, open }: TabProps) {
  const full = page.identity?.name ?? name;
  return (
    <header className="mv-person-head">
      <div className="mv-person-id">
        <Avatar name={full} size="3.6rem" />
        <div className="mv-person-who">
          <div className="mv-person-name">
            <Heading level={1}>{full}</Heading>
            <span className="mv-meta">{aboutName(page)}</span>
            {page.identity?.profile && (
              <Button
                quiet
                onClick={() => open('om-personen')}
                aria-label={`${m.change()}: ${m.profile_of({ name })}`}
              >
                {m.change()}
              </Button>
            )}
            {page.numbers && (
              <Button quiet onClick={() => open('nummer')} aria-label={`${m.number_title()}: ${name}`}>
                {m.number_title()}
              </Button>
            )}
          </div>
          <p className="mv-meta">
            <Around page={page} />
          </p>
          {page.identity?.phone && (
            <p className="mv-meta">
              {m.remind_call({ name })}{' '}
              <PhoneLink
                phone={page.identity.phone}
                label={m.call_someone({ name, phone: page.identity.phone })}
              />
            </p>
          )}
        </div>
        {may(page, 'follow-up') && (
          <div className="mv-person-acts mv-no-print">
            <Button onClick={() => open('kontakt')}>{m.contact_title()}</Button>
          </div>
        )}
      </div>
      {page.howToMeet && (
        <p className="mv-meet-me-line">
          <span className="mv-meta">{m.outreach_how()}:</span> {m.quote({ words: page.howToMeet })}
        </p>
      )}
      <NotMet page={page} name={name} open={open} />
      <Tags page={page} name={name} />
    </header>
  );
}

function aboutName({ identity }: PersonPage): string {
  if (!identity) return '';
  const age = identity.age === undefined ? undefined : m.person_age({ age: identity.age });
  const called = identity.callMe === identity.name.split(' ')[0] ? undefined : identity.callMe;
  return [age, called && m.person_called({ name: called })].filter(Boolean).join(' · ');
}

/** Contact person, who steps in, coordinator. */
function Around({ page: { team = [], now } }: { page: PersonPage }) {
  const contact = team.find(({ role, substituteFor }) => role === 'contact-person' && !substituteFor);
  const substitute = contact && team.find(({ substituteFor }) => substituteFor === contact.name);
  const coordinator = team.find(({ role }) => role === 'coordinator');
  return (
    <>
      {contact && substitute && contact.awayUntil && (
        <>
          {m.person_contact_away({ name: contact.name, day: shortDay(contact.awayUntil, now) })}{' '}
          <strong>{m.person_substitute({ name: substitute.name })}</strong>
        </>
      )}
      {contact && !contact.awayUntil && m.person_contact({ name: contact.name })}
      {coordinator && ` · ${m.person_coordinator({ name: coordinator.name })}`}
    </>
  );
}

function Tags({ page, name }: { page: PersonPage; name: string }) {
  const owed = owedTo(page);
  const noContact = page.team && !page.team.some(({ role }) => role === 'contact-person');
  const unanswered = page.enquiries?.some(({ answeredAt }) => !answeredAt);
  return (
    <div className="mv-row mv-person-tags">
      {page.standings?.map(({ enrolmentId, service, state, week, of }) => (
        <Tag key={enrolmentId} tone={state === 'paused' ? 'sand' : 'accent'}>
          {week === undefined || state === 'paused'
            ? m.tag_standing({ service, state: stateText(state) })
            : m.tag_week({ service, week, of: of ?? 6 })}
        </Tag>
      ))}
      {unanswered && <Tag tone="sun">{m.owed_answer({ name })}</Tag>}
      {noContact && <Tag tone="sun">{m.owed_contact_person({ name })}</Tag>}
      {owed.count > 0 && (
        <Link
          className="mv-tag-link"
          to="/deltaker/$participantId"
          params={{ participantId: page.participantId }}
          search={{ fane: owed.tab }}
          replace
          resetScroll={false}
        >
          <Tag tone="sun">
            {owed.count === 1 ? m.tag_owed_one({ name }) : m.tag_owed({ name, count: owed.count })}
          </Tag>
        </Link>
      )}
      {page.crisisPlan && <Tag tone="berry">{m.tag_crisis_plan()}</Tag>}
      {page.informed?.some(
        ({ code, state }) => code === 'confidentiality-and-group-rules' && state !== 'owed',
      ) && <Tag tone="accent">{m.tag_rules()}</Tag>}
    </div>
  );
}
