import type { Staff } from '#contract/staff.ts';
import { m } from '#text/generated/messages.js';
import { dayOf, shortDay } from '../app/dates.ts';
import { useForm } from '../app/form.ts';
import { SendForm } from '../app/sending.tsx';
import { TextField } from '../ui/fields.tsx';

interface LastDayFormProps {
  worker: Staff['workers'][number];
  now: string;
  onSaved: () => void;
}

const dayBefore = (until: string): string => dayOf(new Date(Date.parse(until) - 1).toISOString());

export function LastDayForm({ worker, now, onSaved }: LastDayFormProps) {
  const { municipalityId, id, name, until } = worker;
  const form = useForm<string>(`last-day ${id}`, until === undefined ? '' : dayBefore(until));
  const lastDay = form.value;
  const submit = async () => {
    if (!lastDay) return;
    const saved = m.staff_saved({ name, day: shortDay(lastDay, now) });
    if (await form.save(`/api/staff/${municipalityId}/${id}/last-days`, { lastDay }, saved)) onSaved();
  };
  return (
    <SendForm {...form.frame} submit={m.save()} onSubmit={submit}>
      <TextField
        label={m.staff_day()}
        description={m.staff_day_note()}
        type="date"
        min={dayOf(now)}
        value={lastDay}
        onChange={form.change}
        error={form.needed(lastDay)}
      />
    </SendForm>
  );
}
