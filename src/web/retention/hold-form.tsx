import { m } from '#text/generated/messages.js';
import { useForm } from '../app/form.ts';
import { ReasonField } from '../app/reason.tsx';
import { SendForm } from '../app/sending.tsx';
import { TextField } from '../ui/fields.tsx';

/** Somebody by exactly name and birth day, and why. */
export function HoldForm({ municipalityId, onSaved }: { municipalityId: string; onSaved: () => void }) {
  const form = useForm(`hold ${municipalityId}`, {
    givenName: '',
    familyName: '',
    birthDay: '',
    because: '',
  });
  const { value, set, needed } = form;
  const save = async () => {
    if (Object.values(value).some((text) => !text.trim())) return;
    if (await form.save(`/api/retention/${municipalityId}/holds`, value, m.keep_hold_saved())) onSaved();
  };
  return (
    <SendForm {...form.frame} submit={m.keep_hold_put()} onSubmit={save}>
      <TextField
        label={m.control_given_name()}
        value={value.givenName}
        maxLength={100}
        onChange={(givenName) => set({ givenName })}
        error={needed(value.givenName)}
      />
      <TextField
        label={m.control_family_name()}
        value={value.familyName}
        maxLength={100}
        onChange={(familyName) => set({ familyName })}
        error={needed(value.familyName)}
      />
      <TextField
        label={m.control_birth_day()}
        type="date"
        value={value.birthDay}
        onChange={(birthDay) => set({ birthDay })}
        error={needed(value.birthDay)}
      />
      <p className="mv-meta">{m.keep_hold_exact()}</p>
      <ReasonField
        label={m.keep_hold_because()}
        description={m.keep_hold_because_note()}
        value={value.because}
        onChange={(because) => set({ because })}
        error={needed(value.because)}
      />
    </SendForm>
  );
}
