import type { Meeting } from '#contract/person.ts';
import { addDays } from '#domain/time/week.ts';
import { m } from '#text/generated/messages.js';
import { dayOf } from '../app/dates.ts';
import { useForm } from '../app/form.ts';
import { instantAt } from '../app/oslo-time.ts';
import { SendForm } from '../app/sending.tsx';
import { TextArea, TextField } from '../ui/fields.tsx';
import { WhenFields } from './when-fields.tsx';

interface CallMeetingFormProps {
  participantId: string;
  name: string;
  now: string;
  onSaved: () => void;
}

const daysOfNotice = 7;

export function CallMeetingForm({ participantId, name, now, onSaved }: CallMeetingFormProps) {
  const form = useForm(`call-meeting ${participantId}`, {
    day: addDays(dayOf(now), daysOfNotice),
    time: '12:00',
    place: '',
  });
  const { value, set } = form;
  const submit = async () => {
    if (!value.day || !value.time) return;
    const body = {
      startsAt: instantAt(value.day, value.time),
      ...(value.place.trim() ? { place: value.place.trim() } : {}),
    };
    const called = m.meeting_called({ name });
    if (await form.save(`/api/people/${participantId}/meetings`, body, called)) onSaved();
  };
  return (
    <SendForm {...form.frame} submit={m.act_call_meeting()} onSubmit={submit}>
      <WhenFields value={value} now={now} set={set} needed={form.needed} />
      <TextField
        label={m.field_place()}
        description={m.meeting_place_note({ name })}
        maxLength={200}
        value={value.place}
        onChange={(place) => set({ place })}
      />
    </SendForm>
  );
}

interface PrepareMeetingFormProps {
  participantId: string;
  name: string;
  meeting: Meeting;
  onSaved: () => void;
}

/** What the participant wants to take up; it is taken first. */
export function PrepareMeetingForm({ participantId, name, meeting, onSaved }: PrepareMeetingFormProps) {
  const form = useForm(`prepare ${meeting.id} ${meeting.versionId}`, meeting.ownAgenda ?? '');
  const ownAgenda = form.value.trim();
  const submit = async () => {
    if (!ownAgenda) return;
    const path = `/api/people/${participantId}/meetings/${meeting.id}/preparations`;
    const body = { supersedes: meeting.versionId, ownAgenda };
    if (await form.save(path, body, m.meeting_prepared({ name }))) onSaved();
  };
  return (
    <SendForm {...form.frame} submit={m.save()} onSubmit={submit}>
      <TextArea
        label={m.meeting_agenda_what({ name })}
        description={m.meeting_agenda_note({ name })}
        rows={5}
        maxLength={4000}
        required
        value={form.value}
        onChange={form.change}
        error={form.needed(form.value)}
      />
    </SendForm>
  );
}
