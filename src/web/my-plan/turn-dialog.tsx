import { useState } from 'react';
import type { MyPlan } from '#contract/plan.ts';
import type { LifeEvent } from '#contract/turn.ts';
import { addDays } from '#domain/time/week.ts';
import { m } from '#text/generated/messages.js';
import { dayOf } from '../app/dates.ts';
import { useForm } from '../app/form.ts';
import { isHomecoming, turnWhen } from '../app/life-event.ts';
import { SendForm } from '../app/sending.tsx';
import { unwriting, useSaved, writing } from '../app/undo.ts';
import { Button } from '../ui/button.tsx';
import { ChoiceChips } from '../ui/choice-chips.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextArea, TextField } from '../ui/fields.tsx';
import './telling.css';

interface TurnDialogProps {
  plan: MyPlan;
  /** What one has told and tells anew; left out for something new. */
  event?: LifeEvent;
  onClose: () => void;
}

const kinds = [
  ['discharge', m.turns_tell_discharge],
  ['release', m.turns_tell_release],
  ['admission', m.turns_tell_admission],
  ['imprisonment', m.turns_tell_imprisonment],
  ['moved-home', m.turns_tell_moved_home],
  ['job-start', m.turns_tell_job_start],
  ['job-end', m.turns_tell_job_end],
  ['eviction-notice', m.turns_tell_eviction_notice],
  ['other', m.turns_tell_other],
] as const;

/** What happens, which day, and whether one wants to be met: a tap for each. */
export function TurnDialog({ plan, event, onClose }: TurnDialogProps) {
  const [kind, setKind] = useState(event?.kind);
  const title = kinds.find(([one]) => one === kind)?.[1]() ?? m.turns_tell_title();
  return (
    <Dialog title={title} closeLabel={m.close()} onClose={onClose}>
      {kind === undefined ? (
        <div className="mv-stack plan-tell">
          {kinds.map(([one, words]) => (
            <Button key={one} variant="secondary" color="neutral" fullWidth onClick={() => setKind(one)}>
              {words()}
            </Button>
          ))}
        </div>
      ) : (
        <When plan={plan} event={event} kind={kind} onClose={onClose} />
      )}
    </Dialog>
  );
}

interface Draft {
  day: string;
  metAtDoor: NonNullable<LifeEvent['metAtDoor']> | '';
  words: string;
}

function When({
  plan,
  event,
  kind,
  onClose,
}: Omit<TurnDialogProps, 'event'> & { event: LifeEvent | undefined; kind: string }) {
  const before: Draft = {
    day: event?.day ?? '',
    metAtDoor: event?.metAtDoor ?? '',
    words: event?.words ?? '',
  };
  const form = useForm<Draft>(`turn ${kind} ${event?.versionId ?? ''}`, before);
  const saved = useSaved();
  const { value, set } = form;
  const asksToMeet = isHomecoming({ kind });
  const contentOf = ({ day, metAtDoor, words }: Draft) => ({
    kind,
    day,
    // A place that somebody else has written stands.
    ...(event?.setting ? { setting: event.setting } : {}),
    ...(event?.place ? { place: event.place } : {}),
    ...(asksToMeet && metAtDoor ? { metAtDoor } : {}),
    ...(words.trim() ? { words: words.trim() } : {}),
  });
  const submit = async () => {
    if (!value.day || (asksToMeet && !value.metAtDoor)) return;
    const all = `/api/people/${plan.participantId}/life-events`;
    const { path, body } = writing(all, event, contentOf(value), m.rewritten_reason());
    const answer = await form.send(path, body, before);
    if (!answer) return;
    const what = turnWhen({ kind, day: value.day }, plan.now);
    saved(m.turns_told({ what }), unwriting(all, event, contentOf(before), answer.id));
    onClose();
  };
  return (
    <SendForm {...form.frame} submit={m.turns_send()} onSubmit={submit} fullWidth>
      <Day value={value.day} now={plan.now} onChange={(day) => set({ day })} error={form.chosen(value.day)} />
      {asksToMeet && (
        <ChoiceChips
          legend={m.turns_meet_ask()}
          options={[
            { value: 'wanted', label: m.turns_meet_yes() },
            { value: 'not-wanted', label: m.turns_meet_no() },
          ]}
          value={value.metAtDoor || undefined}
          onChange={(metAtDoor) => set({ metAtDoor })}
          error={form.chosen(value.metAtDoor)}
        />
      )}
      <TextArea
        label={`${m.told_more()} (${m.optional().toLowerCase()})`}
        rows={2}
        maxLength={2000}
        value={value.words}
        onChange={(words) => set({ words })}
      />
      <p className="mv-meta">{m.turns_who_reads()}</p>
    </SendForm>
  );
}

interface DayProps {
  value: string;
  now: string;
  onChange: (day: string) => void;
  error: string | undefined;
}

/** The nearest days are a tap, any other is written. */
function Day({ value, now, onChange, error }: DayProps) {
  const today = dayOf(now);
  const tomorrow = addDays(today, 1);
  return (
    <>
      <ChoiceChips
        legend={m.turns_day()}
        options={[
          { value: today, label: m.turns_today() },
          { value: tomorrow, label: m.turns_tomorrow() },
        ]}
        value={value || undefined}
        onChange={onChange}
      />
      <TextField label={m.turns_other_day()} type="date" value={value} onChange={onChange} error={error} />
    </>
  );
}
