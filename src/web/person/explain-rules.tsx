import { useState } from 'react';
import { m } from '#text/generated/messages.js';
import { rulesText } from '#text/told.ts';
import { currentLanguage } from '../app/language.ts';
import { SendForm, useSend } from '../app/sending.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { useToast } from '../ui/toast.tsx';
import type { ActProps } from './acts.ts';

/** Read together from the screen; the server keeps the very text that was shown. */
export function ExplainRules({ page, name, done: close }: ActProps) {
  const [agrees, setAgrees] = useState(false);
  const [tried, setTried] = useState(false);
  const sending = useSend();
  const toast = useToast();
  const language = currentLanguage();
  const submit = async () => {
    setTried(true);
    if (!agrees) return;
    const body = { code: 'confidentiality-and-group-rules', language };
    if (!(await sending.send(`/api/people/${page.participantId}/acknowledgements`, body))) return;
    toast({ text: m.rules_saved({ name }) });
    close();
  };
  return (
    <SendForm sending={sending} submit={m.save()} onSubmit={submit}>
      <p className="mv-meta">{m.rules_lead({ name })}</p>
      <div className="mv-rules">
        {rulesText(language)
          .split(/(?<=[.!?])\s+/)
          .map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
      </div>
      <Checkbox checked={agrees} onChange={setAgrees} label={m.rules_agrees({ name })} />
      {tried && !agrees && (
        <p className="mv-problem-line" role="alert">
          {m.rules_agree_needed({ name })}
        </p>
      )}
    </SendForm>
  );
}
