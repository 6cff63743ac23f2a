import { useState } from 'react';
import type { Staff } from '#contract/staff.ts';
import { m } from '#text/generated/messages.js';
import { dayOf, shortDay } from '../app/dates.ts';
import { SendForm, useSend } from '../app/sending.tsx';
import { TextField } from '../ui/fields.tsx';
import { useToast } from '../ui/toast.tsx';

interface LastDayFormProps {
  worker: Staff['workers'][number];
  now: string;
  onSaved: () => void;
}

export function LastDayForm({ worker, now, onSaved }: LastDayFormProps) {
  const { municipalityId, id, name, until } = worker;
  const [day, setDay] = useState(
    until === undefined ? '' : dayOf(new Date(Date.parse(until) - 1).toISOString()),
  );
  const [tried, setTried] = useState(false);
  const sending = useSend<Staff>();
  const toast = useToast();
  const submit = async () => {
    setTried(true);
    if (!day) return;
    if (!(await sending.send(`/api/staff/${municipalityId}/${id}/last-days`, { lastDay: day }))) return;
    toast({ text: m.staff_saved({ name, day: shortDay(day, now) }) });
    onSaved();
  };
  return (
    <SendForm sending={sending} submit={m.save()} onSubmit={submit}>
      <TextField
        label={m.staff_day()}
        description={m.staff_day_note()}
        type="date"
        min={dayOf(now)}
        value={day}
        onChange={setDay}
        error={tried && !day ? m.field_needed() : undefined}
      />
    </SendForm>
  );
}
