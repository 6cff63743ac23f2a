import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Told } from '#contract/told.ts';
import { m } from '#text/generated/messages.js';
import { currentLanguage } from '../app/language.ts';
import { addressQuery } from '../app/queries.ts';
import { QueryView } from '../app/query-view.tsx';
import { SendForm, useSend } from '../app/sending.tsx';
import { TextField } from '../ui/fields.tsx';
import { ToldText } from './told-text.tsx';

interface TellFormProps {
  participantId: string;
  code: string;
  /** What is asked for, to whoever holds the screen. */
  words: { lead?: string; sign: string; signNote: string; done: string };
  onSaved: (id: string) => void;
}

/** One text, read from the screen; the server keeps it word for word. Group rules are signed with a name. */
export function TellForm(props: TellFormProps) {
  const query = useQuery(addressQuery<Told>(`/api/people/${props.participantId}/told`));
  return (
    <QueryView query={query}>
      {({ texts }) => {
        const text = texts.find(({ code }) => code === props.code);
        return text && <Fields {...props} text={text} />;
      }}
    </QueryView>
  );
}

type Text = Told['texts'][number];

function Fields({ participantId, text, words, onSaved }: TellFormProps & { text: Text }) {
  const [name, setName] = useState('');
  const [tried, setTried] = useState(false);
  const sending = useSend();
  const { code, version, mustSign } = text;
  const unsigned = mustSign && !name.trim();
  const submit = async () => {
    setTried(true);
    if (unsigned) return;
    const saved = await sending.send(`/api/people/${participantId}/acknowledgements`, {
      code,
      language: currentLanguage(),
      textVersion: version,
      ...(mustSign ? { signedName: name.trim() } : {}),
    });
    if (saved) onSaved(saved.id);
  };
  return (
    <SendForm sending={sending} submit={mustSign ? m.told_sign() : words.done} onSubmit={submit}>
      {words.lead && <p className="mv-meta">{words.lead}</p>}
      <ToldText text={text.text} />
      {mustSign && (
        <TextField
          label={words.sign}
          description={words.signNote}
          maxLength={160}
          required
          value={name}
          onChange={setName}
          error={tried && unsigned ? m.field_needed() : undefined}
        />
      )}
    </SendForm>
  );
}
