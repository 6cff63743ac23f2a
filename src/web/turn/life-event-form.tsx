import type { LifeEvent } from '#contract/turn.ts';
import { m } from '#text/generated/messages.js';
import { turnText } from '#text/turns.ts';
import { useForm } from '../app/form.ts';
import { isHomecoming, turnTitle } from '../app/life-event.ts';
import { ReasonField } from '../app/reason.tsx';
import { SendForm } from '../app/sending.tsx';
import { ChoiceChips } from '../ui/choice-chips.tsx';
import { SelectField, TextArea, TextField } from '../ui/fields.tsx';

interface LifeEventFormProps {
  participantId: string;
  name: string;
  now: string;
  /** Left out for a new one; otherwise what is moved or put right. */
  event?: LifeEvent | undefined;
  onSaved: () => void;
}

interface Draft {
  kind: string;
  setting: string;
  day: string;
  metAtDoor: NonNullable<LifeEvent['metAtDoor']> | '';
  place: string;
  words: string;
  reason: string;
}

const kinds = [
  'discharge',
  'admission',
  'release',
  'imprisonment',
  'moved-home',
  'eviction-notice',
  'job-start',
  'job-end',
  'other',
] as const;
const settings = ['detox', 'inpatient-treatment', 'hospital'] as const;
const hasSetting = (kind: string): boolean => kind === 'admission' || kind === 'discharge';

/** A turn in somebody's life, behind or ahead. Moved or put right, it says why, and what stood before is kept. */
export function LifeEventForm({ participantId, name, now, event, onSaved }: LifeEventFormProps) {
  const form = useForm<Draft>(`life-event ${participantId} ${event?.versionId ?? ''}`, draftOf(event));
  const { value, set, needed } = form;
  const submit = async () => {
    if (!value.kind || !value.day || (event && !value.reason.trim())) return;
    const path = event ? `life-events/${event.id}/corrections` : 'life-events';
    const body = {
      ...bodyOf(value),
      ...(event ? { supersedes: event.versionId, reason: value.reason.trim() } : {}),
    };
    const text = event ? m.turn_changed() : m.turn_saved({ what: turnTitle(bodyOf(value), now) });
    if (await form.save(`/api/people/${participantId}/${path}`, body, text)) onSaved();
  };
  return (
    <SendForm {...form.frame} submit={m.save()} onSubmit={submit}>
      <SelectField
        label={m.turn_kind()}
        placeholder={m.field_choose()}
        options={kinds.map((kind) => ({ value: kind, label: turnText(kind, undefined, 'behind') }))}
        value={value.kind}
        onChange={(kind) => set({ kind, setting: hasSetting(kind) ? value.setting : '' })}
        error={form.chosen(value.kind)}
      />
      {hasSetting(value.kind) && (
        <ChoiceChips
          legend={m.turn_setting()}
          options={settings.map((setting) => ({ value: setting, label: settingLabel(value.kind, setting) }))}
          value={settings.find((setting) => setting === value.setting)}
          onChange={(setting) => set({ setting })}
        />
      )}
      <TextField
        label={m.turn_day()}
        description={m.turn_day_note()}
        type="date"
        value={value.day}
        onChange={(day) => set({ day })}
        error={needed(value.day)}
      />
      {isHomecoming(value) && (
        <ChoiceChips
          legend={m.turn_meet_of({ name })}
          options={[
            { value: 'wanted', label: m.yes() },
            { value: 'not-wanted', label: m.no() },
          ]}
          value={value.metAtDoor || undefined}
          onChange={(metAtDoor) => set({ metAtDoor })}
        />
      )}
      {event && (
        <ReasonField
          label={m.turn_change_why()}
          description={m.contact_correct_note()}
          value={value.reason}
          onChange={(reason) => set({ reason })}
          error={needed(value.reason)}
        />
      )}
      <TextField
        label={m.turn_place()}
        maxLength={200}
        value={value.place}
        onChange={(place) => set({ place })}
      />
      <TextArea
        label={m.turn_words()}
        description={m.turn_words_note({ name })}
        rows={2}
        maxLength={2000}
        value={value.words}
        onChange={(words) => set({ words })}
      />
    </SendForm>
  );
}

/** «fra avrusing», «til avrusing»: what stands after the verb. */
const settingLabel = (kind: string, setting: string): string =>
  turnText(kind, setting, 'behind').slice(turnText(kind, undefined, 'behind').length + 1);

const draftOf = (event: LifeEvent | undefined): Draft => ({
  kind: event?.kind ?? '',
  setting: event?.setting ?? '',
  day: event?.day ?? '',
  metAtDoor: event?.metAtDoor ?? '',
  place: event?.place ?? '',
  words: event?.words ?? '',
  reason: '',
});

const bodyOf = ({ kind, setting, day, metAtDoor, place, words }: Draft) => ({
  kind,
  day,
  ...(metAtDoor && isHomecoming({ kind }) ? { metAtDoor } : {}),
  ...(setting ? { setting } : {}),
  ...(place.trim() ? { place: place.trim() } : {}),
  ...(words.trim() ? { words: words.trim() } : {}),
});
