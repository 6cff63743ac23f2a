import { m } from '#text/generated/messages.js';
import { dayOf } from '../app/dates.ts';
import { ChoiceChips } from '../ui/choice-chips.tsx';
import { TextField } from '../ui/fields.tsx';

/** By what a worker's screen knows that it is the participant who says yes. */
export interface Confirming {
  by: 'code' | 'paper';
  signedDay: string;
  kept: string;
}

interface HowConfirmedProps {
  value: Confirming;
  set: (part: Partial<Confirming>) => void;
  /** What the participant is called. */
  name: string;
  now: string;
  needed: (text: string) => string | undefined;
}

/** A code to the participant's own phone, or a paper with a signature. */
export function HowConfirmed({ value, set, name, now, needed }: HowConfirmedProps) {
  return (
    <>
      <ChoiceChips
        legend={m.consent_by({ name })}
        options={[
          { value: 'code', label: m.consent_by_code() },
          { value: 'paper', label: m.consent_by_paper() },
        ]}
        value={value.by}
        onChange={(by) => set({ by })}
      />
      {value.by === 'paper' && (
        <>
          <TextField
            type="date"
            label={m.paper_signed({ name })}
            value={value.signedDay}
            max={dayOf(now)}
            onChange={(signedDay) => set({ signedDay })}
            error={needed(value.signedDay)}
          />
          <TextField
            label={m.paper_kept()}
            value={value.kept}
            maxLength={200}
            onChange={(kept) => set({ kept })}
            error={needed(value.kept)}
          />
        </>
      )}
    </>
  );
}
