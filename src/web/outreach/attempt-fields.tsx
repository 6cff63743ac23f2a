import { m } from '#text/generated/messages.js';
import { outreachText } from '#text/outreach.ts';
import { type Happened, HappenedFields, happenedAt, OtherTime } from '../app/happened.tsx';
import { Button } from '../ui/button.tsx';
import { ChoiceChips } from '../ui/choice-chips.tsx';
import { TextArea, TextField } from '../ui/fields.tsx';

const outcomes = ['met', 'not-met', 'called', 'message-left'] as const;
export type Outcome = (typeof outcomes)[number];

/** One attempt while it is being written; what is null has not been asked for. */
export interface Attempt extends Happened {
  outcome: Outcome | null;
  place: string;
  note: string;
  howToMeet: string | null;
}

export const noAttempt: Attempt = { outcome: null, place: '', note: '', howToMeet: null, day: '', time: '' };

/** As the server takes it: what is empty is left out. */
export const attemptBody = ({ outcome, place, note, howToMeet, day, time }: Attempt) => ({
  outcome,
  ...(place.trim() ? { place: place.trim() } : {}),
  ...(note.trim() ? { note: note.trim() } : {}),
  ...(howToMeet?.trim() ? { howToMeet: howToMeet.trim() } : {}),
  ...happenedAt({ day, time }),
});

interface AttemptFieldsProps {
  attempt: Attempt;
  set: (part: Partial<Attempt>) => void;
  now: string;
  missing: (isMissing: boolean, words: string) => string | undefined;
}

/** Two taps are enough: how it went, and save. The rest is for when there is something to say. */
export function AttemptFields({ attempt, set, now, missing }: AttemptFieldsProps) {
  return (
    <>
      <ChoiceChips
        legend={m.outreach_outcome()}
        options={outcomes.map((value) => ({ value, label: outreachText(value) }))}
        value={attempt.outcome ?? undefined}
        onChange={(outcome) => set({ outcome })}
        error={missing(!attempt.outcome, m.outreach_outcome_needed())}
      />
      <TextField
        label={m.outreach_place()}
        maxLength={200}
        value={attempt.place}
        onChange={(place) => set({ place })}
      />
      <TextArea
        label={m.outreach_note()}
        rows={2}
        maxLength={4000}
        value={attempt.note}
        onChange={(note) => set({ note })}
      />
      {attempt.howToMeet !== null && (
        <TextArea
          label={m.outreach_how()}
          description={m.outreach_how_note()}
          rows={2}
          maxLength={500}
          value={attempt.howToMeet}
          onChange={(howToMeet) => set({ howToMeet })}
        />
      )}
      <HappenedFields happened={attempt} set={set} now={now} />
      {(attempt.howToMeet === null || !attempt.day) && (
        <div className="mv-row mv-form-more">
          {attempt.howToMeet === null && (
            <Button quiet onClick={() => set({ howToMeet: '' })}>
              {m.outreach_add_how()}
            </Button>
          )}
          <OtherTime happened={attempt} set={set} now={now} />
        </div>
      )}
    </>
  );
}
