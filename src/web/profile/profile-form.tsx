import type { Profile } from '#contract/profile.ts';
import { m } from '#text/generated/messages.js';
import { useForm } from '../app/form.ts';
import { isWrongPhone } from '../app/phone.ts';
import { SendForm } from '../app/sending.tsx';
import { ChoiceChips } from '../ui/choice-chips.tsx';
import { TextField } from '../ui/fields.tsx';

interface ProfileFormProps {
  participantId: string;
  profile: Profile;
  onSaved: () => void;
}

const genders = [
  { value: 'woman', label: m.profile_woman },
  { value: 'man', label: m.profile_man },
  { value: 'other', label: m.profile_other_gender },
] as const;

/** What somebody is called and how to reach them. Only the first name has to be there. */
export function ProfileForm({ participantId, profile, onSaved }: ProfileFormProps) {
  const form = useForm(`profile ${participantId} ${profile.versionId}`, {
    givenName: profile.givenName,
    familyName: profile.familyName ?? '',
    preferredName: profile.preferredName ?? '',
    phone: profile.phone ?? '',
    birthDay: profile.birthDay ?? '',
    gender: profile.gender ?? '',
  });
  const { value, set } = form;
  const wrongPhone = isWrongPhone(value.phone);
  const filled = Object.entries(value).filter(([, words]) => words.trim() !== '');
  const submit = async () => {
    if (!value.givenName.trim() || wrongPhone) return;
    const body = {
      ...Object.fromEntries(filled.map(([field, words]) => [field, words.trim()])),
      supersedes: profile.versionId,
      reason: m.profile_reason(),
    };
    const path = `/api/people/${participantId}/profiles/${profile.id}/corrections`;
    if (await form.save(path, body, m.saved())) onSaved();
  };
  return (
    <SendForm {...form.frame} submit={m.save()} onSubmit={submit}>
      <TextField
        label={m.profile_given()}
        maxLength={80}
        required
        value={value.givenName}
        onChange={(givenName) => set({ givenName })}
        error={form.needed(value.givenName)}
      />
      <TextField
        label={m.profile_family()}
        maxLength={80}
        value={value.familyName}
        onChange={(familyName) => set({ familyName })}
      />
      <TextField
        label={m.profile_called()}
        description={m.profile_called_note()}
        maxLength={80}
        value={value.preferredName}
        onChange={(preferredName) => set({ preferredName })}
      />
      <TextField
        label={m.profile_phone()}
        inputMode="tel"
        value={value.phone}
        onChange={(phone) => set({ phone })}
        error={form.missing(wrongPhone, m.field_phone_wrong())}
      />
      <TextField
        label={m.profile_born()}
        type="date"
        value={value.birthDay}
        onChange={(birthDay) => set({ birthDay })}
      />
      <ChoiceChips
        legend={m.profile_gender()}
        options={genders.map(({ value: gender, label }) => ({ value: gender, label: label() }))}
        value={genders.find((gender) => gender.value === value.gender)?.value}
        onChange={(gender) => set({ gender })}
      />
      <p className="mv-meta">{m.profile_nothing_needed()}</p>
    </SendForm>
  );
}
