import { useRef, useState } from 'react';
import type { MeetingPage } from '#contract/meeting-page.ts';
import { addDays } from '#domain/time/week.ts';
import { m } from '#text/generated/messages.js';
import { dayOf } from '../app/dates.ts';
import { useDraft } from '../app/draft.ts';
import { SendForm } from '../app/sending.tsx';
import { ChoiceChips } from '../ui/choice-chips.tsx';
import { SelectField, TextField } from '../ui/fields.tsx';
import type { MeetingProps } from './meeting-props.ts';
import type { Promised } from './table.ts';

const weeksAhead = ['1', '2', '4'] as const;

/** Typed while people talk: what, who, by when. Then the next one; it never waits for the network. */
export function DecideForm({ page, table, again }: MeetingProps & { again: Promised | undefined }) {
  const empty = { words: '', who: '', day: '' };
  const { value, change, done, restored } = useDraft(`decide ${page.meeting.id}`, empty);
  const [shown, setShown] = useState(again ? { ...empty, words: again.words } : undefined);
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLDivElement>(null);
  const now = shown ?? value;
  const edit = (next: typeof empty) => {
    setShown(undefined);
    change(next);
  };
  const today = dayOf(page.now);
  const submit = () => {
    setTried(true);
    const doer = doers(page).find(({ value: id }) => id === now.who);
    if (!now.words.trim() || !doer || !now.day) return;
    table.decide({ words: now.words.trim(), dueDay: now.day, ...doer.promising });
    setTried(false);
    setShown(undefined);
    done(empty);
    form.current?.querySelector('input')?.focus();
  };
  const missing = (filled: string) => (tried && !filled.trim() ? m.field_needed() : undefined);
  const week = weeksAhead.find((weeks) => addDays(today, 7 * Number(weeks)) === now.day);
  return (
    <div ref={form} className="mv-decide">
      <SendForm sending={atOnce} submit={m.decision_add()} onSubmit={submit} restored={restored}>
        <TextField
          label={m.decision_what()}
          maxLength={500}
          required
          value={now.words}
          onChange={(words) => edit({ ...now, words })}
          error={missing(now.words)}
        />
        <SelectField
          label={m.decision_who()}
          placeholder={m.field_choose()}
          options={doers(page)}
          value={now.who}
          onChange={(who) => edit({ ...now, who })}
          error={missing(now.who)}
        />
        <div className="mv-decide-day">
          <TextField
            label={m.decision_when()}
            type="date"
            min={today}
            required
            value={now.day}
            onChange={(day) => edit({ ...now, day })}
            error={missing(now.day)}
          />
          <ChoiceChips
            legend={m.decision_when_quick()}
            hideLegend
            options={weeksAhead.map((weeks) => ({
              value: weeks,
              label: weeks === '1' ? m.in_one_week() : m.in_weeks({ count: weeks }),
            }))}
            value={week}
            onChange={(weeks) => edit({ ...now, day: addDays(today, 7 * Number(weeks)) })}
          />
        </div>
      </SendForm>
    </div>
  );
}

/** What is typed is kept at once; there is nothing to wait for. */
const atOnce = { busy: false, error: null };

/** The people around the table; the participant may promise something too. */
function doers({ team = [], meeting, callMe }: MeetingPage) {
  const around = [
    ...team.map(({ worker, name, organisation }) => ({ worker, name, organisation })),
    ...meeting.people.flatMap(({ worker, name, organisation }) =>
      worker && name ? [{ worker, name, organisation: organisation ?? '' }] : [],
    ),
  ];
  const workers = new Map(around.map((one) => [one.worker.id, one]));
  return [
    ...[...workers.values()].map(({ worker, name, organisation }) => ({
      value: worker.id,
      label: `${name}, ${organisation}`,
      promising: { worker, doerName: name, doerOrganisation: organisation },
    })),
    { value: 'participant', label: callMe, promising: { doerName: callMe } },
  ];
}
