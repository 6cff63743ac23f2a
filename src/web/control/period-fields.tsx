import { m } from '#text/generated/messages.js';
import { exactMoment } from '../app/dates.ts';
import { instantAt } from '../app/oslo-time.ts';
import { TextField } from '../ui/fields.tsx';

/** Two days with a time of the clock each, as they are written. */
export interface Period {
  fromDay: string;
  fromTime: string;
  toDay: string;
  toTime: string;
}

/** The period, or undefined while it is none: a day is missing, a time is not one, or it ends before it begins. */
export function spanOf({
  fromDay,
  fromTime,
  toDay,
  toTime,
}: Period): { from: string; to: string } | undefined {
  const [from, to] = [momentOf(fromDay, fromTime), momentOf(toDay, toTime)];
  return from !== undefined && to !== undefined && from <= to ? { from, to } : undefined;
}

function momentOf(day: string, time: string): string | undefined {
  const [, hour, minute] = /^([01]?\d|2[0-3])[.:]([0-5]\d)$/.exec(time.trim()) ?? [];
  if (day === '' || hour === undefined) return undefined;
  return instantAt(day, `${hour.padStart(2, '0')}:${minute}`);
}

interface PeriodFieldsProps {
  period: Period;
  onChange: (period: Period) => void;
}

/** A browser shows its own fields for days in its own language; so the period stands below in the reader’s. */
export function PeriodFields({ period, onChange }: PeriodFieldsProps) {
  const span = spanOf(period);
  const field = (part: keyof Period) => ({
    value: period[part],
    onChange: (text: string) => onChange({ ...period, [part]: text }),
  });
  return (
    <>
      <div className="control-moments">
        <TextField label={m.control_from()} type="date" {...field('fromDay')} />
        <TextField label={m.control_from_time()} inputMode="numeric" maxLength={5} {...field('fromTime')} />
        <TextField label={m.control_to()} type="date" {...field('toDay')} />
        <TextField label={m.control_to_time()} inputMode="numeric" maxLength={5} {...field('toTime')} />
      </div>
      {span ? (
        <p className="mv-meta">
          {m.control_period({ from: exactMoment(span.from), to: exactMoment(span.to) })}
        </p>
      ) : (
        <p className="mv-problem-line" role="alert">
          {m.control_period_needed()}
        </p>
      )}
    </>
  );
}
