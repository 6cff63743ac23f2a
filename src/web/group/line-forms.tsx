import type { Line, Timetable } from '#contract/group.ts';
import { m } from '#text/generated/messages.js';
import { dayOf, shortDay } from '../app/dates.ts';
import { useForm } from '../app/form.ts';
import { ReasonField } from '../app/reason.tsx';
import { SendForm } from '../app/sending.tsx';
import { SelectField, TextField } from '../ui/fields.tsx';
import { LeaderField, useWorkerRef } from './leader-field.tsx';
import { weekdays } from './weekdays.ts';

interface FormProps {
  now: string;
  onSaved: () => void;
}

/** Something that is to be every week: the first samlinger are there when it is saved. */
export function AddLineForm({ services, now, onSaved }: FormProps & { services: Timetable['services'] }) {
  const form = useForm('timetable-line', {
    service: services[0]?.service.id ?? '',
    title: '',
    place: '',
    weekday: '1',
    from: '10:00',
    to: '12:00',
    validFrom: dayOf(now),
    leader: '',
  });
  const refOf = useWorkerRef();
  const { value, set, needed } = form;
  const submit = async () => {
    const service = services.find((one) => one.service.id === value.service)?.service;
    const { title, place, from, to, validFrom } = value;
    if (!service || !title.trim() || !place.trim() || from >= to || !validFrom) return;
    const leader = refOf(value.leader);
    const line = { service, title: title.trim(), place: place.trim(), weekday: Number(value.weekday) };
    const body = { ...line, from, to, validFrom, ...(leader ? { leader } : {}) };
    if (await form.save('/api/timetable-lines', body, m.line_added({ title: line.title }))) onSaved();
  };
  return (
    <SendForm {...form.frame} submit={m.line_add()} onSubmit={submit}>
      {services.length > 1 && (
        <SelectField
          label={m.field_service()}
          options={services.map(({ service, name }) => ({ value: service.id, label: name }))}
          value={value.service}
          onChange={(service) => set({ service })}
        />
      )}
      <TextField
        label={m.line_field_title()}
        maxLength={120}
        required
        value={value.title}
        onChange={(title) => set({ title })}
        error={needed(value.title)}
      />
      <SelectField
        label={m.line_field_weekday()}
        options={weekdays.map((name, place) => ({ value: String(place + 1), label: name() }))}
        value={value.weekday}
        onChange={(weekday) => set({ weekday })}
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
      <LeaderField value={value.leader} onChange={(leader) => set({ leader })} description={m.optional()} />
      <TextField
        label={m.line_field_from_day()}
        type="date"
        min={dayOf(now)}
        required
        value={value.validFrom}
        onChange={(validFrom) => set({ validFrom })}
        error={needed(value.validFrom)}
      />
    </SendForm>
  );
}

interface HoursProps {
  value: { from: string; to: string };
  onChange: (hours: { from: string } | { to: string }) => void;
  missing: (isMissing: boolean, words: string) => string | undefined;
}

export function Hours({ value: { from, to }, onChange, missing }: HoursProps) {
  return (
    <div className="mv-hours">
      <TextField
        label={m.field_from()}
        type="time"
        required
        value={from}
        onChange={(next) => onChange({ from: next })}
      />
      <TextField
        label={m.field_to()}
        type="time"
        required
        value={to}
        onChange={(next) => onChange({ to: next })}
        error={missing(from >= to, m.refusal_times_backwards())}
      />
    </div>
  );
}

const addressOf = ({ line }: Line) => `/api/timetable-lines/${line.municipalityId}/${line.id}`;

export function EndLineForm({ line, now, onSaved }: FormProps & { line: Line }) {
  const form = useForm(`end-line ${line.line.id}`, { lastDay: '', because: '' });
  const { value, set, needed } = form;
  const submit = async () => {
    const { lastDay } = value;
    const because = value.because.trim();
    if (!lastDay || !because) return;
    const ended = m.line_ended({ title: line.title, day: shortDay(lastDay, now) });
    if (await form.save(`${addressOf(line)}/endings`, { lastDay, because }, ended)) onSaved();
  };
  return (
    <SendForm {...form.frame} submit={m.line_end()} onSubmit={submit}>
      <p>{m.line_end_note()}</p>
      <TextField
        label={m.line_field_last_day()}
        type="date"
        min={dayOf(now)}
        required
        value={value.lastDay}
        onChange={(lastDay) => set({ lastDay })}
        error={needed(value.lastDay)}
      />
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

export function LeadLineForm({ line, now, onSaved }: FormProps & { line: Line }) {
  const form = useForm(`lead-line ${line.line.id}`, {
    leader: line.leaderRef?.id ?? '',
    fromDay: dayOf(now),
  });
  const refOf = useWorkerRef();
  const { value, set } = form;
  const submit = async () => {
    const leader = refOf(value.leader);
    const { fromDay } = value;
    if (!leader || !fromDay) return;
    if (await form.save(`${addressOf(line)}/leaders`, { leader, fromDay }, m.line_led())) onSaved();
  };
  return (
    <SendForm {...form.frame} submit={m.save()} onSubmit={submit}>
      <LeaderField
        value={value.leader}
        onChange={(leader) => set({ leader })}
        error={form.chosen(value.leader)}
      />
      <TextField
        label={m.line_field_from_day()}
        type="date"
        min={dayOf(now)}
        required
        value={value.fromDay}
        onChange={(fromDay) => set({ fromDay })}
        error={form.needed(value.fromDay)}
      />
    </SendForm>
  );
}
