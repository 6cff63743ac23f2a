import type { GroupSession } from '#contract/group.ts';
import { m } from '#text/generated/messages.js';
import { dayOf } from '../app/dates.ts';
import { useForm } from '../app/form.ts';
import { clockTime } from '../app/oslo-time.ts';
import { ReasonField, ReasonForm } from '../app/reason.tsx';
import { SendForm } from '../app/sending.tsx';
import { TextField } from '../ui/fields.tsx';
import { LeaderField, useWorkerRef } from './leader-field.tsx';
import { Hours } from './line-forms.tsx';

interface FormProps {
  session: GroupSession;
  onSaved: () => void;
}
const addressOf = ({ session }: GroupSession) =>
  `/api/group-sessions/${session.municipalityId}/${session.id}`;

/** Not held, or held after all: in both, people are shown why. */
export function CancelForm({ session, onSaved }: FormProps) {
  const cancelled = session.cancelled !== undefined;
  return (
    <ReasonForm
      draft={`cancel ${session.session.id}`}
      path={`${addressOf(session)}/${cancelled ? 'after-alls' : 'cancellations'}`}
      bodyOf={(because) => ({ because })}
      label={m.field_because_shown()}
      maxLength={200}
      submit={cancelled ? m.session_after_all() : m.session_cancel()}
      savedText={cancelled ? m.session_after_all_saved() : m.session_cancel_saved()}
      onSaved={onSaved}
    >
      <p>{cancelled ? m.session_after_all_note() : m.session_cancel_note()}</p>
    </ReasonForm>
  );
}

/** Only this one samling; what repeats stays as it is. */
export function MoveForm({ session, now, onSaved }: FormProps & { now: string }) {
  const form = useForm(`move ${session.session.id} ${session.changeId ?? ''}`, {
    day: dayOf(session.startsAt),
    from: clockTime(session.startsAt),
    to: clockTime(session.endsAt),
    place: session.place,
    leader: session.leaderRef?.id ?? '',
    because: '',
  });
  const refOf = useWorkerRef();
  const { value, set, needed } = form;
  const submit = async () => {
    const { day, from, to, place, because } = value;
    if (!day || from >= to || !place.trim() || !because.trim()) return;
    const leader = refOf(value.leader);
    const body = {
      ...{ day, from, to, place: place.trim(), because: because.trim() },
      ...(leader ? { leader } : {}),
      ...(session.changeId ? { seen: session.changeId } : {}),
    };
    if (await form.save(`${addressOf(session)}/moves`, body, m.session_move_saved())) onSaved();
  };
  return (
    <SendForm {...form.frame} submit={m.save()} onSubmit={submit}>
      <p>{m.session_move_note()}</p>
      <TextField
        label={m.field_day()}
        type="date"
        min={dayOf(now)}
        required
        value={value.day}
        onChange={(day) => set({ day })}
        error={needed(value.day)}
      />
      <Hours value={value} onChange={set} missing={form.missing} />
      <TextField
        label={m.field_place()}
        maxLength={120}
        required
        value={value.place}
        onChange={(place) => set({ place })}
        error={needed(value.place)}
      />
      <LeaderField value={value.leader} onChange={(leader) => set({ leader })} />
      <ReasonField
        label={m.field_because_shown()}
        maxLength={200}
        value={value.because}
        onChange={(because) => set({ because })}
        error={needed(value.because)}
      />
    </SendForm>
  );
}
