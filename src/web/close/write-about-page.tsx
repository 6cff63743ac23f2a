import type { Letterboxes } from '#contract/letter.ts';
import { m } from '#text/generated/messages.js';
import { isWrongPhone } from '../app/phone.ts';
import { SendForm } from '../app/sending.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { ChoiceChips } from '../ui/choice-chips.tsx';
import { TextArea, TextField } from '../ui/fields.tsx';
import { LetterFrame, Sent, useLetter, WhichBox } from './letter-frame.tsx';

const empty = {
  box: '',
  about: '',
  words: '',
  confidence: '' as 'kept' | 'told' | '',
  name: '',
  relation: '',
  phone: '',
};

/** «Skriv til oss om noen du er bekymret for»: one way in, and the same answer whoever it is about. */
export const WriteAboutPage = () => (
  <LetterFrame title={m.close_write_title()}>{(boxes) => <WriteAbout boxes={boxes} />}</LetterFrame>
);

function WriteAbout({ boxes }: { boxes: Letterboxes }) {
  const letter = useLetter(empty, boxes);
  const { value, set, box, missing, needed } = letter;
  const given = (key: 'name' | 'relation' | 'phone') =>
    value[key].trim() ? { [key]: value[key].trim() } : {};
  const submit = () => {
    const { about, words, confidence } = value;
    if (!box || !about.trim() || !words.trim() || !confidence || isWrongPhone(value.phone)) return;
    void letter.send('/api/letters', {
      about: about.trim(),
      words: words.trim(),
      confidence,
      ...given('name'),
      ...given('relation'),
      ...given('phone'),
    });
  };
  if (letter.sentTo)
    return (
      <Sent words={m.close_write_sent({ service: letter.sentTo })}>
        <div>
          <Button variant="secondary" onClick={letter.again}>
            {m.close_write_again()}
          </Button>
        </div>
      </Sent>
    );
  return (
    <Card>
      <p>{m.close_write_lead()}</p>
      <p>
        <strong>{m.close_write_danger()}</strong>
      </p>
      <SendForm {...letter.frame} submit={m.close_write_send()} onSubmit={submit} fullWidth>
        <WhichBox
          boxes={boxes}
          value={value.box}
          onChange={(chosen) => set({ box: chosen })}
          error={missing(!box, m.field_choose_needed())}
        />
        <TextField
          label={m.close_write_about()}
          description={m.close_write_about_note()}
          maxLength={200}
          value={value.about}
          onChange={(about) => set({ about })}
          error={needed(value.about)}
        />
        <TextArea
          label={m.close_write_words()}
          rows={6}
          maxLength={4000}
          value={value.words}
          onChange={(words) => set({ words })}
          error={needed(value.words)}
        />
        <ChoiceChips<'kept' | 'told'>
          legend={m.close_write_confidence()}
          options={[
            { value: 'kept', label: m.close_write_kept() },
            { value: 'told', label: m.close_write_told() },
          ]}
          value={value.confidence || undefined}
          onChange={(confidence) => set({ confidence })}
          error={missing(!value.confidence, m.field_choose_needed())}
        />
        {value.confidence === 'kept' && <p className="mv-meta">{m.close_write_kept_note()}</p>}
        <p>{m.close_write_who()}</p>
        <TextField
          label={m.close_write_name()}
          maxLength={120}
          value={value.name}
          onChange={(name) => set({ name })}
        />
        <TextField
          label={m.close_write_relation()}
          maxLength={80}
          value={value.relation}
          onChange={(relation) => set({ relation })}
        />
        <TextField
          label={m.close_write_phone()}
          inputMode="tel"
          maxLength={20}
          value={value.phone}
          onChange={(phone) => set({ phone })}
          error={missing(isWrongPhone(value.phone), m.field_phone_wrong())}
        />
      </SendForm>
    </Card>
  );
}
