import type { ReactNode } from 'react';
import type { ReviewPage } from '#contract/review.ts';
import { m } from '#text/generated/messages.js';
import { contactKindText, roleText } from '#text/text.ts';
import { nearDay, shortDay } from '../app/dates.ts';
import { Card } from '../ui/card.tsx';
import { AreaTable, MattersCurve } from './review-curves.tsx';
import type { ReviewProps } from './review-words.ts';
import { Written } from './written.tsx';
import './review.css';

/** What changed, the person's own words first. A part that is not there for the reader, or has nothing in it yet, is not shown. */
export function ReviewView({ page, words }: ReviewProps) {
  return (
    <div className="mv-review">
      <p className="mv-meta">
        {m.review_since({ day: shortDay(page.from, page.now) })} {m.review_no_score()}
      </p>
      <Written page={page} words={words} />
      {page.matters && page.matters.points.length > 0 && <MattersCurve page={page} matters={page.matters} />}
      {page.areas && page.areas.length > 0 && <AreaTable areas={page.areas} />}
      <Done page={page} words={words} />
      <Owed page={page} />
      <GoalsThen page={page} />
      <Wishes page={page} />
      <People page={page} words={words} />
      <TookPart page={page} words={words} />
      <Ahead page={page} />
    </div>
  );
}

interface GroupsProps {
  title: string;
  groups: readonly { title?: string; items: readonly ReactNode[] }[];
}

/** A card of short lists; what is empty is left out, and so is the card when all of it is. */
function Lists({ title, groups }: GroupsProps) {
  const there = groups.filter(({ items }) => items.length > 0);
  if (there.length === 0) return null;
  return (
    <Card title={title}>
      {there.map((group) => (
        <div key={group.title ?? ''}>
          {group.title && <h3 className="mv-review-sub">{group.title}</h3>}
          <ul className="mv-review-list">
            {group.items.map((item, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two may say the same; the list is never reordered
              <li key={place}>{item}</li>
            ))}
          </ul>
        </div>
      ))}
    </Card>
  );
}

function Done({ page, words }: ReviewProps) {
  const done = page.done ?? [];
  return (
    <>
      <Lists title={words.done} groups={[{ items: done.filter(({ own }) => own).map((one) => one.words) }]} />
      <Lists
        title={m.review_done_others()}
        groups={[
          {
            items: done
              .filter(({ own }) => !own)
              .map((one) => (
                <>
                  {one.words} <span className="mv-meta">{one.by}</span>
                </>
              )),
          },
        ]}
      />
    </>
  );
}

/** The one red thing on the page: what the services promised and did not do. */
function Owed({ page }: { page: ReviewPage }) {
  const { owed = [], moved = [], now } = page;
  return (
    <>
      {owed.length > 0 && (
        <Card title={m.review_owed()} className="mv-review-owed">
          <ul className="mv-review-list">
            {owed.map(({ words, by, organisation, due, madeAt }) => (
              <li key={`${words} ${madeAt}`}>
                {words} <span className="mv-meta">{[by, organisation].filter(Boolean).join(', ')}</span>
                <span className="mv-review-failed">{m.review_owed_by({ day: shortDay(due, now) })}</span>
              </li>
            ))}
          </ul>
        </Card>
      )}
      <Lists
        title={m.review_moved()}
        groups={[
          {
            items: moved.map(({ words, by, firstDue, due }) => (
              <>
                {words}{' '}
                <span className="mv-meta">
                  {m.review_moved_by({ name: by, from: shortDay(firstDue, now), to: shortDay(due, now) })}
                </span>
              </>
            )),
          },
        ]}
      />
    </>
  );
}

function GoalsThen({ page: { goals } }: { page: ReviewPage }) {
  if (!goals) return null;
  return (
    <Lists
      title={m.review_goals()}
      groups={[
        { title: m.review_goals_reached(), items: goals.reached },
        { title: m.review_goals_begun(), items: goals.begun },
        { title: m.review_goals_going_on(), items: goals.goingOn },
        { title: m.review_goals_not_wanted(), items: goals.notWanted },
      ]}
    />
  );
}

const outcomeText: Record<string, (wish: { instead?: string }) => string> = {
  given: () => m.review_wish_given(),
  'other-instead': ({ instead = '' }) => m.review_wish_instead({ words: instead }),
  'not-given': () => m.review_wish_not(),
  later: () => m.review_wish_later(),
};

function Wishes({ page: { wishes = [] } }: { page: ReviewPage }) {
  const items = wishes.map((wish) => (
    <>
      {m.matters_quote({ words: wish.words })}{' '}
      <span className="mv-meta">{(outcomeText[wish.outcome ?? ''] ?? m.review_wish_open)(wish)}</span>
    </>
  ));
  return <Lists title={m.review_wishes()} groups={[{ items }]} />;
}

function People({ page: { people }, words }: ReviewProps) {
  if (!people) return null;
  const named = (list: NonNullable<ReviewPage['people']>['came']) =>
    list.map(({ name, role }) => m.review_person({ name, role: roleText(role) }));
  return (
    <Lists
      title={words.people}
      groups={[
        { title: m.review_people_came(), items: named(people.came) },
        { title: m.review_people_still(), items: named(people.still) },
        { title: m.review_people_left(), items: named(people.left) },
      ]}
    />
  );
}

const timesText = (what: string, times: number): string =>
  times === 1 ? m.review_once({ what }) : m.review_times({ what, times });

function TookPart({ page: { groups = [], contacts = [] }, words }: ReviewProps) {
  const items = [
    ...groups.map(({ what, times }) => timesText(what, times)),
    ...contacts.map(({ what, times }) => timesText(contactKindText(what), times)),
  ];
  return <Lists title={words.tookPart} groups={[{ items }]} />;
}

/** Days stand with what the services took on; what the participant took on has the time it takes. */
function Ahead({ page: { ahead = [], now } }: { page: ReviewPage }) {
  const items = ahead.map(({ words, by, own, due }) => (
    <>
      {words} <span className="mv-meta">{own ? by : m.review_by({ name: by, day: nearDay(due, now) })}</span>
    </>
  ));
  return <Lists title={m.review_ahead()} groups={[{ items }]} />;
}
