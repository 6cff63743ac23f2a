import { type FormEvent, useState } from 'react';
import type { MyPlan } from '#contract/plan.ts';
import { m } from '#text/generated/messages.js';
import { exactMoment, nearMoment } from '../app/dates.ts';
import { useDraft } from '../app/draft.ts';
import { ProblemNotice } from '../app/query-view.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { TextArea } from '../ui/fields.tsx';
import { useToast } from '../ui/toast.tsx';
import { usePlanActs } from './acts.ts';

type Meeting = NonNullable<MyPlan['nextMeeting']>;

export function MeetingPreparation({ plan, meeting }: { plan: MyPlan; meeting: Meeting }) {
  const acts = usePlanActs(plan.participantId);
  const toast = useToast();
  const saved = meeting.ownAgenda ?? '';
  const draft = useDraft(`meeting ${meeting.id}`, saved);
  const [problem, setProblem] = useState<unknown>();
  const moment = nearMoment(meeting.startsAt, plan.now);
  const agenda = draft.value.trim();
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (!agenda) return;
    setProblem(undefined);
    try {
      await acts.prepare(meeting, agenda);
    } catch (error) {
      return setProblem(error);
    }
    draft.done(agenda);
    toast({ text: m.meeting_saved() });
  };
  return (
    <Card title={m.meeting_title()}>
      <p>
        {meeting.place ? m.meeting_when_place({ moment, place: meeting.place }) : m.meeting_when({ moment })}
      </p>
      {meeting.moved && (
        <p>
          {m.meeting_moved_own({
            moment: exactMoment(meeting.moved.startsAt),
            because: meeting.moved.because,
          })}
        </p>
      )}
      <CanCome plan={plan} meeting={meeting} />
      <form className="mv-stack" onSubmit={save} noValidate>
        <TextArea
          label={m.meeting_field()}
          description={draft.restored ? m.draft_restored() : m.meeting_field_note()}
          value={draft.value}
          onChange={draft.change}
          maxLength={4000}
          rows={3}
        />
        {problem !== undefined && <ProblemNotice error={problem} kept />}
        <div>
          <Button
            type="submit"
            variant="secondary"
            busy={acts.pending}
            disabled={!agenda || agenda === saved}
          >
            {m.save()}
          </Button>
        </div>
      </form>
    </Card>
  );
}

/** A time that does not suit is theirs to find anew, and never the participant's fault. */
function CanCome({ plan, meeting }: { plan: MyPlan; meeting: Meeting }) {
  const acts = usePlanActs(plan.participantId);
  const toast = useToast();
  const [problem, setProblem] = useState<unknown>();
  const saidNo = meeting.presence === 'said-no';
  const say = async () => {
    setProblem(undefined);
    try {
      await acts.sayPresence(meeting.id, saidNo ? 'invited' : 'said-no');
    } catch (error) {
      return setProblem(error);
    }
    toast({ text: saidNo ? m.next_coming_saved() : m.meeting_cannot_come_saved() });
  };
  return (
    <div className="mv-no-print">
      {saidNo && <p>{m.meeting_said_no_own()}</p>}
      {problem !== undefined && <ProblemNotice error={problem} />}
      <Button quiet busy={acts.pending} onClick={say}>
        {saidNo ? m.meeting_can_come() : m.meeting_cannot_come()}
      </Button>
    </div>
  );
}
