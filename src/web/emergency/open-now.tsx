import { useEffect } from 'react';
import type { PersonPage } from '#contract/person.ts';
import { m } from '#text/generated/messages.js';
import { relationshipText, roleText } from '#text/text.ts';
import { between, timeOf } from '../app/dates.ts';
import { readAgain } from '../app/queries.ts';
import { Card } from '../ui/card.tsx';
import { Notice } from '../ui/notice.tsx';
import { PhoneLink } from '../ui/phone-link.tsx';
import './emergency.css';

interface Callable {
  id: string;
  name: string;
  phone: string;
  who: string;
}

/** Whom one can ring now: those beside first, then those the person has named as close. */
function toCall({ team = [], related = [] }: PersonPage): Callable[] {
  const beside = team
    .filter(({ awayUntil }) => awayUntil === undefined)
    .map(({ id, name, phone, role, organisation }) => ({
      id,
      name,
      phone,
      who: [roleText(role), organisation].join(', '),
    }));
  const close = related.map(({ id, name, phone, relationship }) => ({
    id,
    name,
    phone,
    who: relationshipText(relationship),
  }));
  return [...beside, ...close].flatMap(({ phone, ...one }) =>
    phone === undefined ? [] : [{ ...one, phone }],
  );
}

/** Above a page that is open by an emergency: until when, what helps, and whom to ring. */
export function OpenNow({ page }: { page: PersonPage }) {
  const { openUntil, crisisPlan, now } = page;
  // It closes on the server at that second; then the screen asks again, and there is nothing there.
  useEffect(() => {
    if (openUntil === undefined) return undefined;
    const timer = setTimeout(() => void readAgain(), between(now, openUntil));
    return () => clearTimeout(timer);
  }, [openUntil, now]);
  if (openUntil === undefined) return null;
  const people = toCall(page);
  return (
    <div className="mv-stack emergency-now">
      <Notice tone="wait">
        <p>
          <strong>{m.emergency_open_now({ time: timeOf(openUntil) })}</strong> {m.emergency_open_note()}
        </p>
      </Notice>
      <div className="emergency-columns">
        <Card title={m.emergency_what_helps()}>
          {crisisPlan ? (
            <dl className="mv-crisis">
              <dt>{m.crisis_signs()}</dt>
              <dd>{crisisPlan.signs}</dd>
              <dt>{m.crisis_helps_them()}</dt>
              <dd>{crisisPlan.helps}</dd>
              <dt>{m.crisis_call_them()}</dt>
              <dd>{crisisPlan.call}</dd>
            </dl>
          ) : (
            <p>{m.emergency_no_crisis_plan()}</p>
          )}
        </Card>
        <Card title={m.emergency_call()}>
          {people.length === 0 && <p>{m.emergency_call_nobody()}</p>}
          <ul className="emergency-call">
            {people.map(({ id, name, phone, who }) => (
              <li key={id}>
                <div>
                  <strong>{name}</strong>
                  <p className="mv-meta">{who}</p>
                </div>
                <PhoneLink phone={phone} label={m.call_someone({ name, phone })} />
              </li>
            ))}
          </ul>
        </Card>
      </div>
    </div>
  );
}
