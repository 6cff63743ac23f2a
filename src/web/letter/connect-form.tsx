import { type ComponentType, useState } from 'react';
import type { Letter } from '#contract/letter.ts';
import { m } from '#text/generated/messages.js';
import { SendForm, useSend } from '../app/sending.tsx';
import { useToast } from '../ui/toast.tsx';

export type PersonField = ComponentType<{
  label: string;
  onChoose: (person: { participantId: string; name: string }) => void;
}>;

interface ConnectFormProps {
  letter: Letter;
  PersonField: PersonField;
  onSaved: () => void;
}

/** Whom a letter is about, among those one has a task for; chosen first and put there by a press of its own. */
export function ConnectForm({ letter, PersonField, onSaved }: ConnectFormProps) {
  const [chosen, choose] = useState<{ participantId: string; name: string }>();
  const sending = useSend();
  const toast = useToast();
  const connect = async () => {
    if (!chosen) return;
    const body = { letter: letter.letter };
    if (!(await sending.send(`/api/people/${chosen.participantId}/letters`, body))) return;
    toast({ text: m.letter_connected({ name: chosen.name }) });
    onSaved();
  };
  return (
    <SendForm
      sending={sending}
      submit={chosen && m.letter_connect_to({ name: chosen.name })}
      onSubmit={() => void connect()}
      fullWidth
    >
      {letter.about && (
        <p>
          <strong>{m.letter_about({ about: letter.about })}</strong>
        </p>
      )}
      <p className="mv-meta">{m.letter_connect_note()}</p>
      <PersonField label={m.letter_connect_find()} onChoose={choose} />
    </SendForm>
  );
}
