import { useState } from 'react';
import { addDays } from '#domain/time/week.ts';
import { m } from '#text/generated/messages.js';
import { dayOf, nearDay } from '../app/dates.ts';
import { useDraft } from '../app/draft.ts';
import { SendForm, useSend } from '../app/sending.tsx';
import { ChoiceChips } from '../ui/choice-chips.tsx';
import { TextArea } from '../ui/fields.tsx';
import { useToast } from '../ui/toast.tsx';

interface WriteTellingProps {
  participantId: string;
  name: string;
  now: string;
  onSaved: () => void;
}

type Kind = 'relapse' | 'hard-time';

/** The participant told it to the contact person, who writes that they did. */
export function WriteTelling({ participantId, name, now, onSaved }: WriteTellingProps) {
  const { value, change, done, restored } = useDraft<{ kind: Kind | ''; words: string }>(
    `telling ${participantId}`,
    { kind: '', words: '' },
  );
  const sending = useSend();
  const toast = useToast();
  const [tried, setTried] = useState(false);
  const submit = async () => {
    setTried(true);
    if (!value.kind) return;
    const saved = await sending.send(`/api/people/${participantId}/tellings`, {
      kind: value.kind,
      ...(value.words.trim() ? { words: value.words.trim() } : {}),
    });
    if (!saved) return;
    done();
    toast({ text: m.tell_write_saved({ day: nearDay(addDays(dayOf(now), 1), now) }) });
    onSaved();
  };
  return (
    <SendForm sending={sending} submit={m.save()} onSubmit={submit} restored={restored}>
      <p>{m.tell_write_lead({ name })}</p>
      <div>
        <ChoiceChips<Kind>
          legend={m.tell_write_what({ name })}
          options={[
            { value: 'relapse', label: m.tell_write_relapse() },
            { value: 'hard-time', label: m.tell_write_hard_time() },
          ]}
          value={value.kind || undefined}
          onChange={(kind) => change({ ...value, kind })}
        />
        {tried && !value.kind && (
          <p className="mv-problem-line" role="alert">
            {m.field_choose_needed()}
          </p>
        )}
      </div>
      <TextArea
        label={m.tell_write_words({ name })}
        description={m.field_may_be_empty()}
        maxLength={2000}
        value={value.words}
        onChange={(words) => change({ ...value, words })}
      />
    </SendForm>
  );
}
