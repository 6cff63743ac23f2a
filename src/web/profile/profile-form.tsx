import { useState } from 'react';
import type { Profile } from '#contract/profile.ts';
import { m } from '#text/generated/messages.js';
import { useDraft } from '../app/draft.ts';
import { SendForm, useSend } from '../app/sending.tsx';
import { ChoiceChips } from '../ui/choice-chips.tsx';
import { TextField } from '../ui/fields.tsx';
import { useToast } from '../ui/toast.tsx';

interface ProfileFormProps {
  participantId: string;
  profile: Profile;
  onSaved: () => void;
}

const phonePattern = /^\+?[0-9 ]{8,19}$/;
const genders = [
  { value: 'woman', label: m.profile_woman },
  { value: 'man', label: m.profile_man },
  { value: 'other', label: m.profile_other_gender },
] as const;

/** What somebody is called and how to reach them. Only the first name has to be there. */
export function ProfileForm({ participantId, profile, onSaved }: ProfileFormProps) {
  const { value, change, done, restored } = useDraft(`profile ${participantId} ${profile.versionId}`, {
    givenName: profile.givenName,
    familyName: profile.familyName ?? '',
    preferredName: profile.preferredName ?? '',
    phone: profile.phone ?? '',
    birthDay: profile.birthDay ?? '',
    gender: profile.gender ?? '',
  });
  const sending = useSend();
  const toast = useToast();
  const [tried, setTried] = useState(false);
  const set = (part: Partial<typeof value>) => change({ ...value, ...part });
  const wrongPhone = value.phone.trim() !== '' && !phonePattern.test(value.phone.trim());
  const filled = Object.entries(value).filter(([, words]) => words.trim() !== '');
  const submit = async () => {
    setTried(true);
    if (!value.givenName.trim() || wrongPhone) return;
    const saved = await sending.send(`/api/people/${participantId}/profiles/${profile.id}/corrections`, {
      ...Object.fromEntries(filled.map(([field, words]) => [field, words.trim()])),
      supersedes: profile.versionId,
      reason: m.profile_reason(),
    });
    if (!saved) return;
    done();
    toast({ text: m.saved() });
    onSaved();
  };
  return (
    <SendForm sending={sending} submit={m.save()} onSubmit={submit} restored={restored}>
      <TextField
        label={m.profile_given()}
        maxLength={80}
        required
        value={value.givenName}
        onChange={(givenName) => set({ givenName })}
        error={tried && !value.givenName.trim() ? m.field_needed() : undefined}
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
        error={tried && wrongPhone ? m.field_phone_wrong() : undefined}
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
