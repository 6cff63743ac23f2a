import { useState } from 'react';
import type { Line, Timetable } from '#contract/group.ts';
import { m } from '#text/generated/messages.js';
import { dayOf, shortDay } from '../app/dates.ts';
import { useDraft } from '../app/draft.ts';
import { SendForm, useSend } from '../app/sending.tsx';
import { SelectField, TextArea, TextField } from '../ui/fields.tsx';
import { useToast } from '../ui/toast.tsx';
import { LeaderField, useWorkerRef } from './leader-field.tsx';
import { weekdays } from './weekdays.ts';

interface FormProps {
  now: string;
  onSaved: () => void;
}
const needed = (tried: boolean, value: string) => (tried && !value.trim() ? m.field_needed() : undefined);

/** Something that is to be every week: the first samlinger are there when it is saved. */
export function AddLineForm({ services, now, onSaved }: FormProps & { services: Timetable['services'] }) {
  const { value, change, done, restored } = useDraft('timetable-line', {
    service: services[0]?.service.id ?? '',
    title: '',
    place: '',
    weekday: '1',
    from: '10:00',
    to: '12:00',
    validFrom: dayOf(now),
    leader: '',
  });
  const sending = useSend();
  const toast = useToast();
  const refOf = useWorkerRef();
  const [tried, setTried] = useState(false);
  const backwards = value.from >= value.to;
  const submit = async () => {
    setTried(true);
    const service = services.find((one) => one.service.id === value.service)?.service;
    const { title, place, from, to, validFrom } = value;
    if (!service || !title.trim() || !place.trim() || backwards || !validFrom) return;
    const leader = refOf(value.leader);
    const saved = await sending.send('/api/timetable-lines', {
      ...{
        service,
        title: title.trim(),
        place: place.trim(),
        weekday: Number(value.weekday),
        from,
        to,
        validFrom,
      },
      ...(leader ? { leader } : {}),
    });
    if (!saved) return;
    done();
    toast({ text: m.line_added({ title: title.trim() }) });
    onSaved();
  };
  return (
    <SendForm sending={sending} submit={m.line_add()} onSubmit={submit} restored={restored}>
      {services.length > 1 && (
        <SelectField
          label={m.field_service()}
          options={services.map(({ service, name }) => ({ value: service.id, label: name }))}
          value={value.service}
          onChange={(service) => change({ ...value, service })}
        />
      )}
      <TextField
        label={m.line_field_title()}
        maxLength={120}
        required
        value={value.title}
        onChange={(title) => change({ ...value, title })}
        error={needed(tried, value.title)}
      />
      <SelectField
        label={m.line_field_weekday()}
        options={weekdays.map((name, place) => ({ value: String(place + 1), label: name() }))}
        value={value.weekday}
        onChange={(weekday) => change({ ...value, weekday })}
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
      <LeaderField
        value={value.leader}
        onChange={(leader) => change({ ...value, leader })}
        description={m.optional()}
      />
      <TextField
        label={m.line_field_from_day()}
        type="date"
        min={dayOf(now)}
        required
        value={value.validFrom}
        onChange={(validFrom) => change({ ...value, validFrom })}
        error={needed(tried, value.validFrom)}
      />
    </SendForm>
  );
}

interface HoursProps {
  value: { from: string; to: string };
  onChange: (hours: { from: string; to: string }) => void;
  tried: boolean;
}

export function Hours({ value: { from, to }, onChange, tried }: HoursProps) {
  const wrong = tried && from >= to ? m.refusal_times_backwards() : undefined;
  return (
    <div className="mv-hours">
      <TextField
        label={m.field_from()}
        type="time"
        required
        value={from}
        onChange={(next) => onChange({ from: next, to })}
      />
      <TextField
        label={m.field_to()}
        type="time"
        required
        value={to}
        onChange={(next) => onChange({ from, to: next })}
        error={wrong}
      />
    </div>
  );
}

const addressOf = ({ line }: Line) => `/api/timetable-lines/${line.municipalityId}/${line.id}`;

export function EndLineForm({ line, now, onSaved }: FormProps & { line: Line }) {
  const { value, change, done, restored } = useDraft(`end-line ${line.line.id}`, {
    lastDay: '',
    because: '',
  });
  const sending = useSend();
  const toast = useToast();
  const [tried, setTried] = useState(false);
  const submit = async () => {
    setTried(true);
    const because = value.because.trim();
    if (!value.lastDay || !because) return;
    if (!(await sending.send(`${addressOf(line)}/endings`, { lastDay: value.lastDay, because }))) return;
    done();
    toast({ text: m.line_ended({ title: line.title, day: shortDay(value.lastDay, now) }) });
    onSaved();
  };
  return (
    <SendForm sending={sending} submit={m.line_end()} onSubmit={submit} restored={restored}>
      <p>{m.line_end_note()}</p>
      <TextField
        label={m.line_field_last_day()}
        type="date"
        min={dayOf(now)}
        required
        value={value.lastDay}
        onChange={(lastDay) => change({ ...value, lastDay })}
        error={needed(tried, value.lastDay)}
      />
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

export function LeadLineForm({ line, now, onSaved }: FormProps & { line: Line }) {
  const [value, setValue] = useState({ leader: line.leaderRef?.id ?? '', fromDay: dayOf(now) });
  const sending = useSend();
  const toast = useToast();
  const refOf = useWorkerRef();
  const [tried, setTried] = useState(false);
  const submit = async () => {
    setTried(true);
    const leader = refOf(value.leader);
    if (!leader || !value.fromDay) return;
    if (!(await sending.send(`${addressOf(line)}/leaders`, { leader, fromDay: value.fromDay }))) return;
    toast({ text: m.line_led() });
    onSaved();
  };
  return (
    <SendForm sending={sending} submit={m.save()} onSubmit={submit}>
      <LeaderField
        value={value.leader}
        onChange={(leader) => setValue({ ...value, leader })}
        error={needed(tried, value.leader)}
      />
      <TextField
        label={m.line_field_from_day()}
        type="date"
        min={dayOf(now)}
        required
        value={value.fromDay}
        onChange={(fromDay) => setValue({ ...value, fromDay })}
        error={needed(tried, value.fromDay)}
      />
    </SendForm>
  );
}
