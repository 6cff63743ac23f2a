import { type LifeArea, lifeAreas } from '#domain/plan/life-area.ts';
import { m } from '#text/generated/messages.js';
import { lifeAreaText } from '#text/life-areas.ts';
import { useForm } from '../app/form.ts';
import { SendForm } from '../app/sending.tsx';
import { useSaved } from '../app/undo.ts';
import { ChoiceChips, ManyChips } from '../ui/choice-chips.tsx';
import { TextArea } from '../ui/fields.tsx';
import './wheel.css';

type NumberChoice = 'none' | `${number}`;
interface Said {
  rating: NumberChoice;
  words: string;
}
interface Talk {
  areas: LifeArea[];
  said: Partial<Record<LifeArea, Said>>;
}

const blank: Said = { rating: 'none', words: '' };
const nothing: Talk = { areas: [], said: {} };
const options: { value: NumberChoice; label: string }[] = Array.from({ length: 11 }, (_, rating) => ({
  value: `${rating}`,
  label: String(rating),
}));

const isEmpty = ({ rating, words }: Said): boolean => rating === 'none' && !words.trim();

/** One talk over the wheel, on one screen: only the parts somebody wants to talk about, each with a number or words. */
export function WheelForm({
  participantId,
  lead,
  onSaved,
}: {
  participantId: string;
  lead: string;
  onSaved: () => void;
}) {
  const form = useForm<Talk>(`wheel ${participantId}`, nothing);
  const saved = useSaved();
  const { value, set } = form;
  const chosen = lifeAreas.filter((area) => value.areas.includes(area));
  const saidOf = (area: LifeArea) => value.said[area] ?? blank;
  const submit = async () => {
    if (chosen.length === 0 || chosen.some((area) => isEmpty(saidOf(area)))) return;
    const areas = chosen.map((area) => {
      const { rating, words } = saidOf(area);
      return {
        area,
        ...(rating === 'none' ? {} : { rating: Number(rating) }),
        ...(words.trim() ? { words: words.trim() } : {}),
      };
    });
    const path = `/api/people/${participantId}/conversation-wheels`;
    const talk = await form.send(path, { areas });
    if (!talk) return;
    saved(m.wheel_saved(), { path: `${path}/${talk.id}/withdrawals`, body: { reason: m.undo_reason() } });
    onSaved();
  };
  return (
    <SendForm {...form.frame} submit={m.save()} onSubmit={submit} fullWidth>
      <p>{lead}</p>
      <ManyChips<LifeArea>
        legend={m.wheel_choose()}
        options={lifeAreas.map((area) => ({ value: area, label: lifeAreaText(area) }))}
        values={value.areas}
        onChange={(areas) => set({ areas })}
        error={form.missing(chosen.length === 0, m.wheel_choose_first())}
      />
      {chosen.length > 0 && <p className="mv-meta">{m.wheel_scale()}</p>}
      {chosen.map((area) => (
        <Area
          key={area}
          name={lifeAreaText(area)}
          said={saidOf(area)}
          error={form.missing(isEmpty(saidOf(area)), m.wheel_say_something())}
          onChange={(said) => set({ said: { ...value.said, [area]: said } })}
        />
      ))}
    </SendForm>
  );
}

interface AreaProps {
  name: string;
  said: Said;
  error: string | undefined;
  onChange: (said: Said) => void;
}

function Area({ name, said, error, onChange }: AreaProps) {
  return (
    <section className="wheel-area" aria-label={name}>
      <h3 className="mv-h3">{name}</h3>
      <ChoiceChips<NumberChoice>
        legend={m.wheel_number_of({ area: name })}
        hideLegend
        options={[...options, { value: 'none', label: m.wheel_no_number() }]}
        value={said.rating}
        onChange={(rating) => onChange({ ...said, rating })}
      />
      <TextArea
        label={m.wheel_words_of({ area: name })}
        hideLabel
        placeholder={m.wheel_words()}
        rows={2}
        maxLength={1000}
        value={said.words}
        onChange={(words) => onChange({ ...said, words })}
        error={error}
      />
    </section>
  );
}
