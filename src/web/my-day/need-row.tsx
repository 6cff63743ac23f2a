import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { MyDay, Need } from '#contract/person.ts';
import { m } from '#text/generated/messages.js';
import { stateText } from '#text/text.ts';
import { ButtonLink } from '../app/button-link.tsx';
import { exactMoment, nearDay } from '../app/dates.ts';
import { Avatar } from '../ui/avatar.tsx';
import { Button } from '../ui/button.tsx';
import '../ui/phone-link.css';
import { Tag } from '../ui/tag.tsx';
import { contactToLog, needAct, needLead, needMeta, needPlace, needTag } from './need-words.ts';
import type { ToWrite } from './to-write.ts';

interface WritingProps {
  now: string;
  onWrite: (what: ToWrite) => void;
}

export function NeedRow({ need, now, onWrite }: WritingProps & { need: Need }) {
  const { lead, rest } = needLead(need, now);
  const tag = needTag(need);
  return (
    <Row person={need} standing={standingOf(need)} action={<NextStep need={need} onWrite={onWrite} />}>
      <p>
        <Tag tone={tag.tone}>{tag.text}</Tag> <strong>{lead}</strong> {rest}
      </p>
      <p className="mv-meta" title={exactMoment(need.opensAt)}>
        {needMeta(need, now)}
      </p>
    </Row>
  );
}

function standingOf({ service, week, of, onHold }: Need): string {
  if (service && onHold) return m.tag_standing({ service, state: stateText('paused') });
  const weeks = week === undefined ? undefined : m.standing_week({ week, of: of ?? 6 });
  return [weeks, service].filter(Boolean).join(', ');
}

function NextStep({ need, onWrite }: { need: Need; onWrite: (what: ToWrite) => void }) {
  // Once reminded, it waits for somebody else.
  const variant = need.open && !need.reminded ? 'primary' : 'secondary';
  const log = contactToLog(need);
  const label = needAct(need);
  const described = `${label}: ${need.name}`;
  if (log)
    return (
      <Button
        variant={variant}
        aria-label={described}
        onClick={() =>
          onWrite({ about: { participantId: need.participantId, name: need.name }, kind: log.kind })
        }
      >
        {label}
      </Button>
    );
  if (need.act === 'answer')
    return (
      <ButtonLink
        variant={variant}
        aria-label={described}
        to="/henvendelser"
        search={{ svar: need.subjectId }}
      >
        {label}
      </ButtonLink>
    );
  return (
    <ButtonLink
      variant={variant}
      aria-label={described}
      to="/deltaker/$participantId"
      params={{ participantId: need.participantId }}
      search={needPlace(need)}
    >
      {label}
    </ButtonLink>
  );
}

interface WentWellRowProps extends WritingProps {
  well: MyDay['wentWell'][number];
}

export function WentWellRow({ well, now, onWrite }: WentWellRowProps) {
  const { participantId, name } = well;
  return (
    <Row
      person={well}
      action={
        <Button
          variant="secondary"
          aria-label={`${m.act_say_it()}: ${name}`}
          onClick={() => onWrite({ about: { participantId, name }, kind: 'message' })}
        >
          {m.act_say_it()}
        </Button>
      }
    >
      <p>
        <Tag tone="accent">{m.tag_went_well()}</Tag> <strong>{well.words}</strong>
      </p>
      <p className="mv-meta" title={exactMoment(well.at)}>
        {wellWords[well.kind]?.() ?? m.well_other()} · {nearDay(well.at, now)}
      </p>
    </Row>
  );
}

const wellWords: Record<string, () => string> = {
  action_completion: m.well_action,
  decision_kept: m.well_promise,
  attendance: m.well_attendance,
  statement_rating: m.well_rating,
  goal: m.well_goal,
};

interface RowProps {
  person: { participantId: string; name: string };
  standing?: string;
  action: ReactNode;
  children: ReactNode;
}

function Row({ person, standing, action, children }: RowProps) {
  return (
    <li className="mv-need">
      <Avatar name={person.name} />
      <div>
        <Link
          className="mv-name-link"
          to="/deltaker/$participantId"
          params={{ participantId: person.participantId }}
        >
          {person.name}
        </Link>
        {standing && <p className="mv-meta">{standing}</p>}
      </div>
      <div className="mv-need-why">{children}</div>
      <div className="mv-need-act">{action}</div>
    </li>
  );
}
