import { m } from '#text/generated/messages.js';
import { listOf } from '#text/text.ts';
import { capital, dayOf, exactMoment, longDay, timeOf } from '../app/dates.ts';
import { Heading } from '../ui/heading.tsx';
import type { MeetingProps } from './meeting-props.ts';
import { PromiseList } from './promise-list.tsx';
import type { MeetingPerson } from './table.ts';

/** The minutes are who was there, what the participant took up, and what was promised. On paper one A4. */
export function Minutes({ page, table }: MeetingProps) {
  const { meeting, callMe } = page;
  const { promises, people, heldAt, endedAt } = table;
  return (
    <article className="mv-minutes">
      <div>
        <Heading level={1}>{page.own ? m.minutes_title_own() : m.minutes_title({ name: callMe })}</Heading>
        <p className="mv-meta">
          {whenOf(heldAt ?? meeting.startsAt, endedAt)}
          {meeting.place && `, ${meeting.place}`}
        </p>
      </div>
      <section>
        <h2 className="mv-h2">{m.minutes_people()}</h2>
        <People people={people} />
      </section>
      {meeting.ownAgenda && (
        <section>
          <h2 className="mv-h2">{page.own ? m.minutes_first_own() : m.meeting_first({ name: callMe })}</h2>
          <p className="mv-minutes-agenda">{meeting.ownAgenda}</p>
        </section>
      )}
      <section>
        <h2 className="mv-h2">{m.minutes_promises()}</h2>
        {promises.length === 0 && <p>{m.minutes_promises_none()}</p>}
        <PromiseList promises={promises} now={page.now} stuck={table.stuck} />
      </section>
      <p className="mv-meta">{page.own ? m.minutes_where_own() : m.minutes_where({ name: callMe })}</p>
    </article>
  );
}

/** «Torsdag 28. mars kl. 12.04–12.50» */
function whenOf(heldAt: string, endedAt: string | undefined): string {
  if (endedAt === undefined || dayOf(heldAt) !== dayOf(endedAt)) return capital(exactMoment(heldAt));
  return capital(m.minutes_when({ day: longDay(heldAt), from: timeOf(heldAt), to: timeOf(endedAt) }));
}

function People({ people }: { people: readonly MeetingPerson[] }) {
  const named = (presence: string) =>
    people
      .filter((person) => person.presence === presence)
      .map(({ name, organisation }) => (organisation ? m.minutes_person({ name, organisation }) : name));
  const [present, saidNo, invited] = ['present', 'said-no', 'invited'].map(named);
  return (
    <ul className="mv-minutes-people">
      {present && present.length > 0 && <li>{m.minutes_present({ names: listOf(present) })}</li>}
      {saidNo && saidNo.length > 0 && <li>{m.minutes_said_no({ names: listOf(saidNo) })}</li>}
      {invited && invited.length > 0 && <li>{m.minutes_invited({ names: listOf(invited) })}</li>}
    </ul>
  );
}
