import { useState } from 'react';
import type { GroupSession } from '#contract/group.ts';
import { m } from '#text/generated/messages.js';
import { dayOf } from '../app/dates.ts';
import { useDraft } from '../app/draft.ts';
import { clockTime } from '../app/oslo-time.ts';
import { SendForm, useSend } from '../app/sending.tsx';
import { TextArea, TextField } from '../ui/fields.tsx';
import { useToast } from '../ui/toast.tsx';
import { LeaderField, useWorkerRef } from './leader-field.tsx';
import { Hours } from './line-forms.tsx';

interface FormProps {
  session: GroupSession;
  onSaved: () => void;
}
const addressOf = ({ session }: GroupSession) =>
  `/api/group-sessions/${session.municipalityId}/${session.id}`;
const needed = (tried: boolean, value: string) => (tried && !value.trim() ? m.field_needed() : undefined);

/** Not held, or held after all: in both, people are shown why. */
export function CancelForm({ session, onSaved }: FormProps) {
  const { value, change, done, restored } = useDraft(`cancel ${session.session.id}`, '');
  const sending = useSend();
  const toast = useToast();
  const [tried, setTried] = useState(false);
  const cancelled = session.cancelled !== undefined;
  const submit = async () => {
    setTried(true);
    const because = value.trim();
    if (!because) return;
    const act = cancelled ? 'after-alls' : 'cancellations';
    if (!(await sending.send(`${addressOf(session)}/${act}`, { because }))) return;
    done();
    toast({ text: cancelled ? m.session_after_all_saved() : m.session_cancel_saved() });
    onSaved();
  };
  return (
    <SendForm
      sending={sending}
      submit={cancelled ? m.session_after_all() : m.session_cancel()}
      onSubmit={submit}
      restored={restored}
    >
      <p>{cancelled ? m.session_after_all_note() : m.session_cancel_note()}</p>
      <TextArea
        label={m.field_because_shown()}
        rows={2}
        maxLength={200}
        required
        value={value}
        onChange={change}
        error={needed(tried, value)}
      />
    </SendForm>
  );
}

/** Only this one samling; what repeats stays as it is. */
export function MoveForm({ session, now, onSaved }: FormProps & { now: string }) {
  const { value, change, done, restored } = useDraft(`move ${session.session.id} ${session.changeId ?? ''}`, {
    day: dayOf(session.startsAt),
    from: clockTime(session.startsAt),
    to: clockTime(session.endsAt),
    place: session.place,
    leader: session.leaderRef?.id ?? '',
    because: '',
  });
  const sending = useSend();
  const toast = useToast();
  const refOf = useWorkerRef();
  const [tried, setTried] = useState(false);
  const submit = async () => {
    setTried(true);
    const { day, from, to, place, because } = value;
    if (!day || from >= to || !place.trim() || !because.trim()) return;
    const leader = refOf(value.leader);
    const saved = await sending.send(`${addressOf(session)}/moves`, {
      ...{ day, from, to, place: place.trim(), because: because.trim() },
      ...(leader ? { leader } : {}),
      ...(session.changeId ? { seen: session.changeId } : {}),
    });
    if (!saved) return;
    done();
    toast({ text: m.session_move_saved() });
    onSaved();
  };
  return (
    <SendForm sending={sending} submit={m.save()} onSubmit={submit} restored={restored}>
      <p>{m.session_move_note()}</p>
      <TextField
        label={m.field_day()}
        type="date"
        min={dayOf(now)}
        required
        value={value.day}
        onChange={(day) => change({ ...value, day })}
        error={needed(tried, value.day)}
      />
      <Hours value={value} onChange={(hours) => change({ ...value, ...hours })} tried={tried} />
      <TextField
        label={m.field_place()}
        maxLength={120}
        required
        value={value.place}
        onChange={(place) => change({ ...value, place })}
        error={needed(tried, value.place)}
      />
      <LeaderField value={value.leader} onChange={(leader) => change({ ...value, leader })} />
      <TextArea
        label={m.field_because_shown()}
        rows={2}
        maxLength={200}
        required
        value={value.because}
        onChange={(because) => change({ ...value, because })}
        error={needed(tried, value.because)}
      />
    </SendForm>
  );
}
