import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { MeetingPage } from '#contract/meeting-page.ts';
import { m } from '#text/generated/messages.js';
import { dayOf } from '../app/dates.ts';
import { useDraft } from '../app/draft.ts';
import { clockTime, instantAt } from '../app/oslo-time.ts';
import { SendForm, useSend } from '../app/sending.tsx';
import { TextArea, TextField } from '../ui/fields.tsx';
import { useToast } from '../ui/toast.tsx';

interface FormProps {
  page: MeetingPage;
  onSaved: () => void;
}
const addressOf = ({ participantId, meeting }: MeetingPage) =>
  `/api/people/${participantId}/meetings/${meeting.id}`;
const needed = (tried: boolean, value: string) => (tried && !value.trim() ? m.field_needed() : undefined);

/** Another time or place; everyone who was asked sees it, and why. */
export function MoveMeetingForm({ page, onSaved }: FormProps) {
  const { meeting, now } = page;
  const { value, change, done, restored } = useDraft(`move-meeting ${meeting.versionId}`, {
    day: dayOf(meeting.startsAt),
    time: clockTime(meeting.startsAt),
    place: meeting.place ?? '',
    reason: '',
  });
  const sending = useSend();
  const toast = useToast();
  const [tried, setTried] = useState(false);
  const submit = async () => {
    setTried(true);
    const { day, time, place, reason } = value;
    if (!day || !time || !reason.trim()) return;
    const saved = await sending.send(`${addressOf(page)}/moves`, {
      supersedes: meeting.versionId,
      startsAt: instantAt(day, time),
      ...(place.trim() ? { place: place.trim() } : {}),
      reason: reason.trim(),
    });
    if (!saved) return;
    done();
    toast({ text: m.meeting_moved() });
    onSaved();
  };
  return (
    <SendForm sending={sending} submit={m.meeting_move()} onSubmit={submit} restored={restored}>
      <div className="mv-meeting-when">
        <TextField
          label={m.field_day()}
          type="date"
          min={dayOf(now)}
          required
          value={value.day}
          onChange={(day) => change({ ...value, day })}
          error={needed(tried, value.day)}
        />
        <TextField
          label={m.field_time()}
          type="time"
          required
          value={value.time}
          onChange={(time) => change({ ...value, time })}
          error={needed(tried, value.time)}
        />
      </div>
      <TextField
        label={m.field_place()}
        maxLength={200}
        value={value.place}
        onChange={(place) => change({ ...value, place })}
      />
      <TextArea
        label={m.meeting_field_because()}
        rows={2}
        maxLength={500}
        required
        value={value.reason}
        onChange={(reason) => change({ ...value, reason })}
        error={needed(tried, value.reason)}
      />
    </SendForm>
  );
}

export function CallOffForm({ page, onSaved }: FormProps) {
  const { value, change, done, restored } = useDraft(`call-off ${page.meeting.versionId}`, '');
  const sending = useSend();
  const toast = useToast();
  const navigate = useNavigate();
  const [tried, setTried] = useState(false);
  const submit = async () => {
    setTried(true);
    const reason = value.trim();
    if (!reason) return;
    const { versionId: supersedes } = page.meeting;
    if (!(await sending.send(`${addressOf(page)}/withdrawals`, { supersedes, reason }))) return;
    done();
    toast({ text: m.meeting_called_off() });
    onSaved();
    await navigate({
      to: '/deltaker/$participantId',
      params: { participantId: page.participantId },
      search: { fane: 'forlop' },
    });
  };
  return (
    <SendForm sending={sending} submit={m.meeting_call_off()} onSubmit={submit} restored={restored}>
      <p>{m.meeting_call_off_note({ name: page.callMe })}</p>
      <TextArea
        label={m.meeting_field_because()}
        rows={2}
        maxLength={500}
        required
        value={value}
        onChange={change}
        error={needed(tried, value)}
      />
    </SendForm>
  );
}
