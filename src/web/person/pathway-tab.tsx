import { m } from '#text/generated/messages.js';
import { stepText } from '#text/steps.ts';
import { sourceText } from '#text/text.ts';
import { ButtonLink } from '../app/button-link.tsx';
import { nearDay, shortDay } from '../app/dates.ts';
import { Moment } from '../app/moment.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Tag } from '../ui/tag.tsx';
import { may, type Open, type TabProps } from './acts.ts';
import { eventTitle } from './event-words.ts';
import { Meetings } from './meetings.tsx';
import { type Step, stateOf, stepsDay } from './owed.ts';
import { HoldNote, SixWeeks } from './six-weeks.tsx';
import { Standings } from './standings.tsx';
import { ToldCard } from './told-card.tsx';

export function PathwayTab(props: TabProps) {
  const { page, name } = props;
  return (
    <div className="mv-person-columns">
      <div className="mv-stack">
        {page.steps && (
          <Card title={m.steps_title()}>
            {page.steps.length === 0 ? (
              <EmptyState>{m.steps_none({ name })}</EmptyState>
            ) : (
              <>
                <SixWeeks page={page} />
                <HoldNote page={page} />
                <ul className="mv-steps">
                  {page.steps
                    .toSorted((a, b) => a.dueFrom.localeCompare(b.dueFrom))
                    .map((step) => (
                      <StepRow key={step.id} step={step} {...props} />
                    ))}
                </ul>
                <p className="mv-meta">{m.steps_note()}</p>
              </>
            )}
          </Card>
        )}
        {page.steps && page.steps.length > 0 && (
          <Card title={m.review_title()}>
            <p>{m.review_of_card({ name })}</p>
            <div>
              <ButtonLink
                variant="secondary"
                to="/seks-uker/$participantId"
                params={{ participantId: page.participantId }}
              >
                {m.review_open()}
              </ButtonLink>
            </div>
          </Card>
        )}
      </div>
      <div className="mv-stack">
        {page.meetings && <Meetings {...props} />}
        <Standings {...props} />
        <ToldCard {...props} />
        <EnquiriesOfOne {...props} />
      </div>
    </div>
  );
}

/** The act that completes a step, and what may be written to do it. */
const actOfStep: Record<string, { label: () => string; topic: string; act: string; about?: string }> = {
  mapping: { label: m.act_mapping, topic: 'goals', act: 'mal' },
  'rules-explained': { label: m.act_explain_rules, topic: 'sharing', act: 'regler' },
  'group-set-up': { label: m.act_group_set_up, topic: 'team', act: 'team' },
  'follow-up-talk': { label: m.act_log_talk, topic: 'follow-up', act: 'kontakt', about: 'talk' },
  'crisis-plan': { label: m.act_crisis_plan, topic: 'crisis-plan', act: 'kriseplan' },
  'individual-talk': { label: m.act_log_talk, topic: 'follow-up', act: 'kontakt', about: 'talk' },
  'call-consultant': { label: m.act_log_call, topic: 'follow-up', act: 'kontakt', about: 'consultant-call' },
  'meeting-called': { label: m.act_call_meeting, topic: 'meeting', act: 'mote' },
  'evaluation-talk': { label: m.act_log_talk, topic: 'follow-up', act: 'kontakt', about: 'talk' },
  'meeting-prepared': { label: m.act_prepare_meeting, topic: 'meeting', act: 'forbered' },
};

function StepRow({ step, page, open }: TabProps & { step: Step }) {
  const state = stateOf(step, stepsDay(page));
  const way = actOfStep[step.code];
  return (
    <li data-state={state}>
      <span className="mv-step-mark" aria-hidden="true" />
      <div>
        <p>
          <strong>{stepText(step.code)}</strong> {state === 'late' && <Tag tone="sun">{m.tag_we_owe()}</Tag>}
        </p>
        <p className="mv-meta">
          {m.week_label({ week: step.week })} · {whenOf(step, page.now)}
          {completedBy(step, page.events)}
        </p>
      </div>
      {!step.doneAt && way && may(page, way.topic) && (
        <Button variant="secondary" onClick={() => open(way.act, way.about)}>
          {way.label()}
        </Button>
      )}
    </li>
  );
}

const whenOf = (step: Step, now: string): string =>
  step.doneAt
    ? m.action_done_at({ day: nearDay(step.doneAt, now) })
    : m.step_span({ from: shortDay(step.dueFrom, now), to: shortDay(step.dueTo, now) });

/** The act behind a completed step, when the reader may see it. */
function completedBy({ actId }: Step, events: TabProps['page']['events']): string {
  const act = actId && events?.find(({ factId }) => factId === actId);
  return act ? ` · ${m.step_completed_by({ what: eventTitle(act), name: act.by })}` : '';
}

function EnquiriesOfOne({ page, open }: { page: TabProps['page']; open: Open }) {
  if (!page.enquiries?.length) return null;
  return (
    <Card title={m.nav_enquiries()}>
      <ul className="mv-consents">
        {page.enquiries.map(({ id, source, words, receivedAt, answeredAt }) => (
          <li key={id}>
            <div>
              <p>{m.quote({ words })}</p>
              <p className="mv-meta">
                {m.event_enquiry({ source: sourceText(source) })} · <Moment at={receivedAt} now={page.now} />
                {answeredAt && ` · ${m.enquiry_answered()}`}
              </p>
            </div>
            {!answeredAt && may(page, 'enquiry') && page.roles.includes('intake') && (
              <Button onClick={() => open('svar', id)}>{m.act_answer()}</Button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
