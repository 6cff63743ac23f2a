import type { ReactNode } from 'react';
import type { MyPlan, TeamMember } from '#contract/plan.ts';
import { m } from '#text/generated/messages.js';
import { organisationText, roleText } from '#text/text.ts';
import { shortDay } from '../app/dates.ts';
import { given } from '../app/given-name.ts';
import { Avatar } from '../ui/avatar.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';

/** What this person is to me, in two or three words. */
function whoWords(member: TeamMember, now: string): string {
  if (member.awayUntil) return m.people_away({ day: shortDay(member.awayUntil, now) });
  if (member.substituteFor) return m.people_for({ name: given(member.substituteFor) });
  if (member.role === 'peer') return m.people_peer();
  const known = ['municipal', 'voluntary'].includes(member.organisationKind);
  return known ? roleText(member.role) : organisationText(member.organisationKind);
}

/** Those who walk beside the participant; `close` is those they have named themself. */
export function MyPeople({ plan, close }: { plan: MyPlan; close: ReactNode }) {
  return (
    <Card title={m.people_title()}>
      {plan.people.length === 0 && <EmptyState>{m.people_empty()}</EmptyState>}
      <ul className="plan-people">
        {plan.people.map((member) => (
          <li key={member.id}>
            <Avatar name={member.name} away={member.awayUntil !== undefined} size="3.4rem" />
            <b title={member.name}>{given(member.name)}</b>
            <span className="mv-meta">{whoWords(member, plan.now)}</span>
            {member.phone && !member.awayUntil && (
              <a
                className="plan-call"
                aria-label={m.people_call({ name: given(member.name) })}
                data-number={member.phone}
                href={`tel:${member.phone.replaceAll(' ', '')}`}
              >
                {m.people_call_short()}
              </a>
            )}
          </li>
        ))}
      </ul>
      {close}
    </Card>
  );
}
