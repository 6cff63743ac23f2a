import { useNavigate } from '@tanstack/react-router';
import type { MeetingPage } from '#contract/meeting-page.ts';
import { m } from '#text/generated/messages.js';
import { dayOf } from '../app/dates.ts';
import { useForm } from '../app/form.ts';
import { clockTime, instantAt } from '../app/oslo-time.ts';
import { ReasonField, ReasonForm } from '../app/reason.tsx';
import { SendForm } from '../app/sending.tsx';
import { TextField } from '../ui/fields.tsx';
import { WhenFields } from './when-fields.tsx';

interface FormProps {
  page: MeetingPage;
  onSaved: () => void;
}
const addressOf = ({ participantId, meeting }: MeetingPage) =>
  `/api/people/${participantId}/meetings/${meeting.id}`;

/** Another time or place; everyone who was asked sees it, and why. */
export function MoveMeetingForm({ page, onSaved }: FormProps) {
  const { meeting, now } = page;
  const form = useForm(`move-meeting ${meeting.versionId}`, {
    day: dayOf(meeting.startsAt),
    time: clockTime(meeting.startsAt),
    place: meeting.place ?? '',
    reason: '',
  });
  const { value, set, needed } = form;
  const submit = async () => {
    const { day, time, place, reason } = value;
    if (!day || !time || !reason.trim()) return;
    const body = {
      supersedes: meeting.versionId,
      startsAt: instantAt(day, time),
      ...(place.trim() ? { place: place.trim() } : {}),
      reason: reason.trim(),
    };
    if (await form.save(`${addressOf(page)}/moves`, body, m.meeting_moved())) onSaved();
  };
  return (
    <SendForm {...form.frame} submit={m.meeting_move()} onSubmit={submit}>
      <WhenFields value={value} now={now} set={set} needed={needed} />
      <TextField
        label={m.field_place()}
        maxLength={200}
        value={value.place}
        onChange={(place) => set({ place })}
      />
      <ReasonField
        label={m.meeting_field_because()}
        value={value.reason}
        onChange={(reason) => set({ reason })}
        error={needed(value.reason)}
      />
    </SendForm>
  );
}

export function CallOffForm({ page, onSaved }: FormProps) {
  const navigate = useNavigate();
  const { participantId, meeting, callMe } = page;
  const calledOff = () => {
    onSaved();
    void navigate({
      to: '/deltaker/$participantId',
      params: { participantId },
      search: { fane: 'forlop' },
    });
  };
  return (
    <ReasonForm
      draft={`call-off ${meeting.versionId}`}
      path={`${addressOf(page)}/withdrawals`}
      bodyOf={(reason) => ({ supersedes: meeting.versionId, reason })}
      label={m.meeting_field_because()}
      submit={m.meeting_call_off()}
      savedText={m.meeting_called_off()}
      onSaved={calledOff}
    >
      <p>{m.meeting_call_off_note({ name: callMe })}</p>
    </ReasonForm>
  );
}
