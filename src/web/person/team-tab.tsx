import type { PersonPage } from '#contract/person.ts';
import { m } from '#text/generated/messages.js';
import { listOf, organisationText, relationshipText, roleText } from '#text/text.ts';
import { lastDay, shortDay } from '../app/dates.ts';
import { topicName } from '../app/topic-names.ts';
import { Avatar } from '../ui/avatar.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { PhoneLink } from '../ui/phone-link.tsx';
import { Tag } from '../ui/tag.tsx';
import { may, type OtherCards, type TabProps } from './acts.ts';

type Member = NonNullable<PersonPage['team']>[number];
type Sharing = NonNullable<PersonPage['sharing']>[number];

/** The people around one participant, kind by kind, and the children. */
export function TeamTab({ page, name, open, cards }: TabProps & { cards: OtherCards }) {
  return (
    <div className="mv-person-columns">
      {page.team && (
        <Card
          title={m.team_around({ name })}
          aside={
            may(page, 'team') && (
              <Button variant="secondary" onClick={() => open('team')}>
                {m.add()}
              </Button>
            )
          }
        >
          {page.team.length === 0 && <EmptyState>{m.team_none({ name })}</EmptyState>}
          {[...byKind(page.team)].map(([kind, members]) => (
            <section key={kind} aria-label={organisationText(kind)}>
              <h3 className="mv-meta mv-team-kind">{organisationText(kind)}</h3>
              <ul className="mv-team">
                {members.map((member) => (
                  <MemberRow key={member.id} member={member} page={page} open={open} />
                ))}
              </ul>
            </section>
          ))}
        </Card>
      )}
      {page.related && (
        <Card
          title={m.related_around({ name })}
          aside={
            may(page, 'related') && (
              <Button variant="secondary" onClick={() => open('naer')}>
                {m.add()}
              </Button>
            )
          }
        >
          <cards.RelatedAsked page={page} name={name} open={open} />
          {page.related.length === 0 && <EmptyState>{m.related_none({ name })}</EmptyState>}
          <ul className="mv-team">
            {page.related.map((person) => (
              <CloseOne key={person.id} person={person} page={page} open={open} />
            ))}
          </ul>
        </Card>
      )}
      <cards.Confided page={page} name={name} open={open} />
      <cards.Guardians page={page} name={name} open={open} />
      <cards.Children page={page} name={name} open={open} />
    </div>
  );
}

function byKind(team: readonly Member[]): Map<string, Member[]> {
  const kinds = new Map<string, Member[]>();
  for (const member of team) {
    kinds.set(member.organisationKind, [...(kinds.get(member.organisationKind) ?? []), member]);
  }
  return kinds;
}

interface MemberRowProps {
  member: Member;
  page: PersonPage;
  open: TabProps['open'];
}

function MemberRow({ member, page, open }: MemberRowProps) {
  const { now } = page;
  const { name, role, organisation, phone, until, substituteFor, awayUntil, chosen } = member;
  return (
    <li>
      <Avatar name={name} away={awayUntil !== undefined} />
      <div>
        <p>
          <strong>{name}</strong>{' '}
          {substituteFor && <Tag tone="accent">{m.team_steps_in({ name: substituteFor })}</Tag>}
          {awayUntil && <Tag tone="sun">{m.team_away({ day: shortDay(awayUntil, now) })}</Tag>}
        </p>
        <p className="mv-meta">
          {[
            roleText(role),
            organisation,
            chosen && m.team_chosen({ name: page.identity?.callMe ?? '' }),
            until && m.team_until_day({ day: lastDay(until, now) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      <div className="mv-team-side">
        {phone && <PhoneLink phone={phone} label={m.call_someone({ name, phone })} />}
        {may(page, 'team') && (
          <Button quiet onClick={() => open('slutt', member.id)} aria-label={m.team_end_of({ name })}>
            {m.team_end()}
          </Button>
        )}
      </div>
    </li>
  );
}

interface CloseOneProps {
  person: NonNullable<PersonPage['related']>[number];
  page: PersonPage;
  open: TabProps['open'];
}

function CloseOne({ person, page, open }: CloseOneProps) {
  const { id, name, relationship, phone } = person;
  return (
    <li>
      <Avatar name={name} />
      <div>
        <p>
          <strong>{name}</strong>
        </p>
        <p className="mv-meta">{relationshipText(relationship)}</p>
      </div>
      <div className="mv-team-side">
        {phone && <PhoneLink phone={phone} label={m.call_someone({ name, phone })} />}
        {may(page, 'related') && (
          <Button quiet onClick={() => open('naer', id)} aria-label={m.related_change_of({ name })}>
            {m.change()}
          </Button>
        )}
      </div>
      <Knows person={person} page={page} open={open} />
    </li>
  );
}

const parents = ['mother', 'father', 'parent'];

/** What somebody close may know: what the person shares, and what the law opens to a parent of a minor. */
function Knows({ person: { id, name, relationship, asParent }, page, open }: CloseOneProps) {
  const shares = page.sharing?.some((one) => one.relatedPersonId === id);
  return (
    <div className="mv-team-more">
      {page.sharing && (shares || !asParent) && (
        <p className="mv-meta">{knowsText(page, page.sharing, id)}</p>
      )}
      {asParent && (
        <p className="mv-meta">
          {m.parent_sees_of({
            topics: listOf(asParent.topics.map((topic) => topicName(topic))),
            day: shortDay(asParent.until, page.now),
            because: asParent.because,
          })}
        </p>
      )}
      {may(page, 'related') && page.parentalLevel && parents.includes(relationship) && (
        <Button quiet onClick={() => open('forelder', id)} aria-label={`${m.parent_do()}: ${name}`}>
          {m.parent_do()}
        </Button>
      )}
    </div>
  );
}

/** What somebody close may know: what is shared with them, and nothing else. */
function knowsText(page: PersonPage, sharing: readonly Sharing[], relatedPersonId: string): string {
  const topics = sharing
    .filter((one) => one.relatedPersonId === relatedPersonId)
    .flatMap((one) => one.topics);
  if (topics.length === 0 && page.mandates?.some((one) => one.relatedPersonId === relatedPersonId))
    return m.related_knows_by_mandate();
  return topics.length === 0
    ? m.related_knows_nothing()
    : m.related_knows({ topics: listOf([...new Set(topics)].map((topic) => topicName(topic))) });
}
