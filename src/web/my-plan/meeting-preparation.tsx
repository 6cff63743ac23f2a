import type { MyPlan } from '#contract/plan.ts';
import { m } from '#text/generated/messages.js';
import { exactMoment, nearMoment } from '../app/dates.ts';
import { useForm } from '../app/form.ts';
import { ProblemNotice } from '../app/query-view.tsx';
import { SendForm } from '../app/sending.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { TextArea } from '../ui/fields.tsx';
import { useToast } from '../ui/toast.tsx';
import { usePlanActs } from './acts.ts';

type Meeting = NonNullable<MyPlan['nextMeeting']>;

export function MeetingPreparation({ plan, meeting }: { plan: MyPlan; meeting: Meeting }) {
  const moment = nearMoment(meeting.startsAt, plan.now);
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
      <Prepare plan={plan} meeting={meeting} />
    </Card>
  );
}

/** Names the version that was seen, so that two who write at once find out. */
function Prepare({ plan, meeting }: { plan: MyPlan; meeting: Meeting }) {
  const written = meeting.ownAgenda ?? '';
  const form = useForm(`meeting ${meeting.id}`, written);
  const ownAgenda = form.value.trim();
  const submit = async () => {
    const path = `/api/people/${plan.participantId}/meetings/${meeting.id}/preparations`;
    const body = { supersedes: meeting.versionId, ownAgenda };
    await form.save(path, body, m.meeting_saved(), ownAgenda);
  };
  return (
    <SendForm
      {...form.frame}
      variant="secondary"
      submit={ownAgenda && ownAgenda !== written ? m.save() : undefined}
      onSubmit={submit}
    >
      <TextArea
        label={m.meeting_field()}
        description={m.meeting_field_note()}
        value={form.value}
        onChange={form.change}
        maxLength={4000}
        rows={3}
      />
    </SendForm>
  );
}

/** A time that does not suit is theirs to find anew, and never the participant's fault. */
function CanCome({ plan, meeting }: { plan: MyPlan; meeting: Meeting }) {
  const acts = usePlanActs(plan.participantId);
  const toast = useToast();
  const saidNo = meeting.presence === 'said-no';
  const say = async () => {
    if (!(await acts.sayPresence(meeting.id, saidNo ? 'invited' : 'said-no'))) return;
    toast({ text: saidNo ? m.next_coming_saved() : m.meeting_cannot_come_saved() });
  };
  return (
    <div className="mv-no-print">
      {saidNo && <p>{m.meeting_said_no_own()}</p>}
      {acts.error && <ProblemNotice error={acts.error} />}
      <Button quiet busy={acts.busy} onClick={say}>
        {saidNo ? m.meeting_can_come() : m.meeting_cannot_come()}
      </Button>
    </div>
  );
}
