import { useState } from 'react';
import { m } from '#text/generated/messages.js';
import { useToast } from '../ui/toast.tsx';
import { useDraft } from './draft.ts';
import { useSend } from './sending.tsx';

/**
 * What a form holds: what is written, kept as a draft until it has arrived, what is said to be missing once somebody
 * has tried to save it, and how it is sent. `name` says what is written about what (`contact ${participantId}`).
 */
export function useForm<Draft>(name: string, initial: Draft) {
  const { value, change, done, restored } = useDraft(name, initial);
  const sending = useSend();
  const toast = useToast();
  const [tried, setTried] = useState(false);
  const missing = (isMissing: boolean, words: string) => (tried && isMissing ? words : undefined);

  /** `undefined` says that it was refused or never arrived: then everything stands as it was written. */
  const send = async (path: string, body: unknown, after?: Draft) => {
    const answer = await sending.send(path, body);
    if (!answer) return undefined;
    setTried(false);
    done(after);
    return answer;
  };
  /** Sends, and says what is saved. */
  const save = async (path: string, body: unknown, savedText: string, after?: Draft) => {
    const answer = await send(path, body, after);
    if (answer) toast({ text: savedText });
    return answer;
  };
  return {
    value,
    change,
    set: (part: Partial<Draft>) => change({ ...value, ...part }),
    missing,
    needed: (text: string) => missing(!text.trim(), m.field_needed()),
    chosen: (choice: unknown) => missing(!choice, m.field_choose_needed()),
    send,
    save,
    error: sending.error,
    /** For the frame around it: `<SendForm {...form.frame}>`. */
    frame: { sending, restored, onTry: () => setTried(true) },
  };
}
