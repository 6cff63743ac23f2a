import type { MyDay } from '#contract/person.ts';
import { m } from '#text/generated/messages.js';
import { ButtonLink } from '../app/button-link.tsx';
import { timeOf } from '../app/dates.ts';
import { Tag } from '../ui/tag.tsx';
import { timeSpan } from './need-words.ts';

type Today = MyDay['today'][number];

export function TodayRow({ item }: { item: Today }) {
  const title = item.kind === 'meeting' ? m.today_meeting({ name: item.title }) : item.title;
  return (
    <li className="mv-need">
      <span className="ds-avatar mv-avatar" aria-hidden="true">
        {timeOf(item.startsAt).slice(0, 2)}
      </span>
      <div>
        <p className="mv-need-name">{title}</p>
        <p className="mv-meta">
          {[item.place, timeSpan(item.startsAt, item.endsAt)].filter(Boolean).join(', ')}
        </p>
      </div>
      <div className="mv-need-why">
        {item.coming !== undefined && (
          <p>{m.today_answers({ coming: String(item.coming), no: String(item.saidNo ?? 0) })}</p>
        )}
        {item.mine && item.kind === 'group' && <Tag tone="accent">{m.today_mine()}</Tag>}
      </div>
      <div className="mv-need-act">
        <TodayLink item={item} title={title} />
      </div>
    </li>
  );
}

function TodayLink({ item, title }: { item: Today; title: string }) {
  if (item.session)
    return (
      <ButtonLink
        variant="secondary"
        to="/gruppe/$municipalityId/$id"
        params={item.session}
        aria-label={`${m.act_attendance()}: ${title}`}
      >
        {m.act_attendance()}
      </ButtonLink>
    );
  if (item.participantId && item.meetingId)
    return (
      <ButtonLink
        variant="secondary"
        to="/mote/$participantId/$meetingId"
        params={{ participantId: item.participantId, meetingId: item.meetingId }}
        aria-label={`${m.act_open_meeting()}: ${title}`}
      >
        {m.act_open_meeting()}
      </ButtonLink>
    );
  if (item.participantId)
    return (
      <ButtonLink
        variant="secondary"
        to="/deltaker/$participantId"
        params={{ participantId: item.participantId }}
        search={{ fane: 'forlop' }}
        aria-label={`${m.act_open()}: ${title}`}
      >
        {m.act_open()}
      </ButtonLink>
    );
  return null;
}
