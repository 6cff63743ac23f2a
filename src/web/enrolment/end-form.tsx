import { m } from '#text/generated/messages.js';
import { useForm } from '../app/form.ts';
import { SendForm } from '../app/sending.tsx';
import { Button } from '../ui/button.tsx';
import { SelectField, TextField } from '../ui/fields.tsx';
import { Notice } from '../ui/notice.tsx';
import type { EnrolmentProps } from './turn-forms.tsx';

const reasons = [
  { value: 'own-wish', label: m.end_own_wish },
  { value: 'reached', label: m.end_reached },
  { value: 'moved', label: m.end_moved },
  { value: 'other-service', label: m.end_other_service },
  { value: 'died', label: m.end_died },
] as const;

/** An end says first what is never a reason for one, and where somebody goes on to. */
export function EndForm({ onHold, ...props }: EnrolmentProps & { onHold: (() => void) | undefined }) {
  const { participantId, enrolmentId, name, onSaved } = props;
  const form = useForm(`end ${enrolmentId}`, { because: '', nextPlace: '' });
  const { value, set } = form;
  const goesOn = value.because === 'other-service';
  const nextPlace = value.nextPlace.trim();
  const submit = async () => {
    if (!value.because || (goesOn && !nextPlace)) return;
    const body = {
      because: value.because,
      ...(nextPlace && value.because !== 'died' ? { nextPlace } : {}),
    };
    const path = `/api/people/${participantId}/enrolments/${enrolmentId}/endings`;
    if (await form.save(path, body, m.end_saved())) onSaved();
  };
  return (
    <SendForm {...form.frame} submit={m.end_do()} onSubmit={submit}>
      <Notice>
        <p>{m.end_lead()}</p>
        {onHold && (
          <div>
            <Button variant="secondary" onClick={onHold}>
              {m.end_hold_instead()}
            </Button>
          </div>
        )}
      </Notice>
      <SelectField
        label={m.end_why({ name })}
        placeholder={m.field_choose()}
        options={reasons.map((reason) => ({ value: reason.value, label: reason.label({ name }) }))}
        value={value.because}
        onChange={(because) => set({ because })}
        error={form.chosen(value.because)}
      />
      {value.because !== '' && value.because !== 'died' && (
        <TextField
          label={m.end_next_place({ name })}
          description={goesOn ? m.end_next_place_note() : m.field_may_be_empty()}
          maxLength={200}
          value={value.nextPlace}
          onChange={(next) => set({ nextPlace: next })}
          error={form.missing(goesOn && !nextPlace, m.field_needed())}
        />
      )}
      {value.because !== 'died' && <p className="mv-meta">{m.end_opens_again()}</p>}
    </SendForm>
  );
}
