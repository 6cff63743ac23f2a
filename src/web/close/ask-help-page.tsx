import type { Letterboxes } from '#contract/letter.ts';
import { m } from '#text/generated/messages.js';
import { isWrongPhone } from '../app/phone.ts';
import { SendForm } from '../app/sending.tsx';
import { Card } from '../ui/card.tsx';
import { TextArea, TextField } from '../ui/fields.tsx';
import { LetterFrame, Sent, useLetter, WhichBox } from './letter-frame.tsx';

const empty = { box: '', words: '', name: '', phone: '' };

/** «Jeg er pårørende og trenger noen å snakke med»: about oneself, and nobody else. */
export const AskHelpPage = () => (
  <LetterFrame title={m.close_help_title()}>{(boxes) => <AskHelp boxes={boxes} />}</LetterFrame>
);

function AskHelp({ boxes }: { boxes: Letterboxes }) {
  const letter = useLetter(empty, boxes);
  const { value, set, box, missing, needed } = letter;
  const wrongPhone = isWrongPhone(value.phone);
  const submit = () => {
    const { words, name, phone } = value;
    if (!box || !words.trim() || !name.trim() || !phone.trim() || wrongPhone) return;
    void letter.send('/api/letters/for-myself', {
      words: words.trim(),
      name: name.trim(),
      phone: phone.trim(),
    });
  };
  if (letter.sentTo) return <Sent words={m.close_help_sent({ service: letter.sentTo })} />;
  return (
    <Card>
      <p>{m.close_help_lead()}</p>
      <SendForm {...letter.frame} submit={m.close_help_do()} onSubmit={submit} fullWidth>
        <WhichBox
          boxes={boxes}
          value={value.box}
          onChange={(chosen) => set({ box: chosen })}
          error={missing(!box, m.field_choose_needed())}
        />
        <TextArea
          label={m.close_help_words()}
          rows={5}
          maxLength={4000}
          value={value.words}
          onChange={(words) => set({ words })}
          error={needed(value.words)}
        />
        <TextField
          label={m.close_help_name()}
          maxLength={120}
          value={value.name}
          onChange={(name) => set({ name })}
          error={needed(value.name)}
        />
        <TextField
          label={m.close_help_phone()}
          description={m.close_help_phone_note()}
          inputMode="tel"
          maxLength={20}
          value={value.phone}
          onChange={(phone) => set({ phone })}
          error={needed(value.phone) ?? missing(wrongPhone, m.field_phone_wrong())}
        />
      </SendForm>
    </Card>
  );
}
