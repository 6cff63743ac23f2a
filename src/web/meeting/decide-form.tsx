import { useRef, useState } from 'react';
import { addDays } from '#domain/time/week.ts';
import { m } from '#text/generated/messages.js';
import { dayOf } from '../app/dates.ts';
import { useDraft } from '../app/draft.ts';
import { SendForm, useSend } from '../app/sending.tsx';
import { ChoiceChips } from '../ui/choice-chips.tsx';
import { SelectField, TextField } from '../ui/fields.tsx';
import { useToast } from '../ui/toast.tsx';
import type { MeetingProps } from './meeting-props.ts';

const participant = 'participant';
const weeksAhead = ['1', '2', '4'] as const;

/** Typed while people talk: what, who, by when. Then the next one. */
export function DecideForm({ page, meeting }: MeetingProps) {
  const empty = { words: '', who: '', day: '' };
  const { value, change, done, restored } = useDraft(`decide ${meeting.id}`, empty);
  const sending = useSend();
  const toast = useToast();
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLDivElement>(null);
  const today = dayOf(page.now);
  const ready = value.words.trim() && value.who && value.day;
  const submit = async () => {
    setTried(true);
    if (!ready) return;
    const worker = page.team?.find(({ worker: { id } }) => id === value.who)?.worker;
    const saved = await sending.send(`/api/people/${page.participantId}/decisions`, {
      meetingId: meeting.id,
      words: value.words.trim(),
      doer: worker ? 'worker' : 'participant',
      ...(worker ? { worker } : {}),
      dueDay: value.day,
    });
    if (!saved) return;
    setTried(false);
    done(empty);
    toast({ text: m.decision_saved() });
    form.current?.querySelector('input')?.focus();
  };
  const missing = (filled: string) => (tried && !filled.trim() ? m.field_needed() : undefined);
  const week = weeksAhead.find((weeks) => addDays(today, 7 * Number(weeks)) === value.day);
  return (
    <div ref={form} className="mv-decide">
      <SendForm sending={sending} submit={m.decision_add()} onSubmit={submit} restored={restored}>
        <TextField
          label={m.decision_what()}
          maxLength={500}
          required
          value={value.words}
          onChange={(words) => change({ ...value, words })}
          error={missing(value.words)}
        />
        <SelectField
          label={m.decision_who()}
          placeholder={m.field_choose()}
          options={doers(page)}
          value={value.who}
          onChange={(who) => change({ ...value, who })}
          error={missing(value.who)}
        />
        <div className="mv-decide-day">
          <TextField
            label={m.decision_when()}
            type="date"
            min={today}
            required
            value={value.day}
            onChange={(day) => change({ ...value, day })}
            error={missing(value.day)}
          />
          <ChoiceChips
            legend={m.decision_when_quick()}
            hideLegend
            options={weeksAhead.map((weeks) => ({
              value: weeks,
              label: weeks === '1' ? m.in_one_week() : m.in_weeks({ count: weeks }),
            }))}
            value={week}
            onChange={(weeks) => change({ ...value, day: addDays(today, 7 * Number(weeks)) })}
          />
        </div>
      </SendForm>
    </div>
  );
}

/** The people around the table; the participant may promise something too. */
function doers({ team = [], identity }: MeetingProps['page']) {
  const workers = new Map(team.map((member) => [member.worker.id, member]));
  return [
    ...[...workers.values()].map(({ worker, name, organisation }) => ({
      value: worker.id,
      label: `${name}, ${organisation}`,
    })),
    { value: participant, label: identity?.callMe ?? m.person_unnamed() },
  ];
}
