import { m } from '#text/generated/messages.js';
import { dayOf } from '../app/dates.ts';
import { TextField } from '../ui/fields.tsx';
import './meeting.css';

interface WhenFieldsProps {
  value: { day: string; time: string };
  now: string;
  set: (part: { day: string } | { time: string }) => void;
  needed: (text: string) => string | undefined;
}

/** The day and the hour of a meeting that is to come. */
export const WhenFields = ({ value, now, set, needed }: WhenFieldsProps) => (
  <div className="mv-meeting-when">
    <TextField
      label={m.field_day()}
      type="date"
      min={dayOf(now)}
      required
      value={value.day}
      onChange={(day) => set({ day })}
      error={needed(value.day)}
    />
    <TextField
      label={m.field_time()}
      type="time"
      required
      value={value.time}
      onChange={(time) => set({ time })}
      error={needed(value.time)}
    />
  </div>
);
