import { m } from '#text/generated/messages.js';
import { capital, exactMoment } from '../app/dates.ts';
import { Button } from '../ui/button.tsx';
import { Heading } from '../ui/heading.tsx';
import type { MeetingProps } from './meeting-props.ts';
import { PromiseList } from './promise-list.tsx';

interface MinutesProps extends MeetingProps {
  name: string;
  onBack: () => void;
}

/** Read aloud at the end, and ready to print: the minutes are what was promised. */
export function Minutes({ page, meeting, name, onBack }: MinutesProps) {
  const names = [...new Set(meeting.decisions.map(({ doerName }) => doerName))];
  return (
    <article className="mv-minutes">
      <Heading level={1}>{m.minutes_title({ name })}</Heading>
      <p className="mv-meta">
        {capital(exactMoment(meeting.heldAt ?? meeting.startsAt))}
        {meeting.place && `, ${meeting.place}`}
      </p>
      <p className="mv-no-print mv-minutes-lead">{m.minutes_read_aloud()}</p>
      {meeting.ownAgenda && (
        <section>
          <h2 className="mv-h2">{m.meeting_first({ name })}</h2>
          <p className="mv-minutes-agenda">{meeting.ownAgenda}</p>
        </section>
      )}
      <section>
        <h2 className="mv-h2">{m.minutes_promises()}</h2>
        {names.length > 1 && <p className="mv-meta">{m.minutes_from({ count: names.length })}</p>}
        <PromiseList promises={meeting.decisions} now={page.now} />
      </section>
      <p className="mv-meta">{m.minutes_where({ name })}</p>
      <div className="mv-row mv-no-print">
        <Button onClick={() => window.print()}>{m.minutes_print()}</Button>
        <Button variant="secondary" onClick={onBack}>
          {m.minutes_change()}
        </Button>
      </div>
    </article>
  );
}
