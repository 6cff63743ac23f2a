import { useState } from 'react';
import type { Meeting } from '#contract/person.ts';
import { addDays } from '#domain/time/week.ts';
import { m } from '#text/generated/messages.js';
import { dayOf } from '../app/dates.ts';
import { useDraft } from '../app/draft.ts';
import { instantAt } from '../app/oslo-time.ts';
import { SendForm, useSend } from '../app/sending.tsx';
import { TextArea, TextField } from '../ui/fields.tsx';
import { useToast } from '../ui/toast.tsx';
import './meeting.css';

interface CallMeetingFormProps {
  participantId: string;
  name: string;
  now: string;
  onSaved: () => void;
}

const daysOfNotice = 7;

export function CallMeetingForm({ participantId, name, now, onSaved }: CallMeetingFormProps) {
  const { value, change, done, restored } = useDraft(`call-meeting ${participantId}`, {
    day: addDays(dayOf(now), daysOfNotice),
    time: '12:00',
    place: '',
  });
  const sending = useSend();
  const toast = useToast();
  const [tried, setTried] = useState(false);
  const submit = async () => {
    setTried(true);
    if (!value.day || !value.time) return;
    const saved = await sending.send(`/api/people/${participantId}/meetings`, {
      startsAt: instantAt(value.day, value.time),
      ...(value.place.trim() ? { place: value.place.trim() } : {}),
    });
    if (!saved) return;
    done();
    toast({ text: m.meeting_called({ name }) });
    onSaved();
  };
  return (
    <SendForm sending={sending} submit={m.act_call_meeting()} onSubmit={submit} restored={restored}>
      <div className="mv-meeting-when">
        <TextField
          label={m.field_day()}
          type="date"
          min={dayOf(now)}
          required
          value={value.day}
          onChange={(day) => change({ ...value, day })}
          error={tried && !value.day ? m.field_needed() : undefined}
        />
        <TextField
          label={m.field_time()}
          type="time"
          required
          value={value.time}
          onChange={(time) => change({ ...value, time })}
          error={tried && !value.time ? m.field_needed() : undefined}
        />
      </div>
      <TextField
        label={m.field_place()}
        description={m.meeting_place_note({ name })}
        maxLength={200}
        value={value.place}
        onChange={(place) => change({ ...value, place })}
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
  const { value, change, done, restored } = useDraft(
    `prepare ${meeting.id} ${meeting.versionId}`,
    meeting.ownAgenda ?? '',
  );
  const sending = useSend();
  const toast = useToast();
  const [tried, setTried] = useState(false);
  const submit = async () => {
    setTried(true);
    if (!value.trim()) return;
    const saved = await sending.send(`/api/people/${participantId}/meetings/${meeting.id}/preparations`, {
      supersedes: meeting.versionId,
      ownAgenda: value.trim(),
    });
    if (!saved) return;
    done();
    toast({ text: m.meeting_prepared({ name }) });
    onSaved();
  };
  return (
    <SendForm sending={sending} submit={m.save()} onSubmit={submit} restored={restored}>
      <TextArea
        label={m.meeting_agenda_what({ name })}
        description={m.meeting_agenda_note({ name })}
        rows={5}
        maxLength={4000}
        required
        value={value}
        onChange={change}
        error={tried && !value.trim() ? m.field_needed() : undefined}
      />
    </SendForm>
  );
}
