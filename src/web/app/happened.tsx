import { m } from '#text/generated/messages.js';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/fields.tsx';
import { dayOf } from './dates.ts';
import { clockTime, instantAt } from './oslo-time.ts';

/** When it happened, once somebody has said that it was not now; until then both are empty. */
export interface Happened {
  day: string;
  time: string;
}

export const happenedAt = ({ day, time }: Happened) =>
  day && time ? { happenedAt: instantAt(day, time) } : {};

interface HappenedProps {
  happened: Happened;
  set: (part: Partial<Happened>) => void;
  now: string;
}

export function HappenedFields({ happened: { day, time }, set, now }: HappenedProps) {
  if (!day) return null;
  return (
    <div className="mv-when">
      <TextField
        label={m.field_day()}
        type="date"
        max={dayOf(now)}
        value={day}
        onChange={(next) => set({ day: next })}
      />
      <TextField label={m.field_time()} type="time" value={time} onChange={(next) => set({ time: next })} />
    </div>
  );
}

/** Asks for the fields. */
export function OtherTime({ happened: { day }, set, now }: HappenedProps) {
  if (day) return null;
  return (
    <Button quiet onClick={() => set({ day: dayOf(now), time: clockTime(now) })}>
      {m.contact_other_time()}
    </Button>
  );
}
