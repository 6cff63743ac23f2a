import { useState } from 'react';
import type { Strength } from '#contract/own-words.ts';
import { m } from '#text/generated/messages.js';
import { useDraft } from '../app/draft.ts';
import { SendForm, useSend } from '../app/sending.tsx';
import { useSaved } from '../app/undo.ts';
import { WordsBefore } from '../app/words-before.tsx';
import { Button } from '../ui/button.tsx';
import { ChoiceChips } from '../ui/choice-chips.tsx';
import { TextArea, TextField } from '../ui/fields.tsx';
import { type Kind, type KindName, kinds } from './kinds.ts';

interface StrengthFormProps {
  participantId: string;
  now: string;
  /** The one that is rewritten; left out for a new one. */
  strength: Strength | undefined;
  kindName: KindName;
  wordsLabel: string;
  /** Asked when somebody else than the participant changes the words. */
  whyLabel?: string;
  onSaved: () => void;
}

/** Something to build on: written, rewritten, or taken away. */
export function StrengthForm(props: StrengthFormProps) {
  const { participantId, now, strength, kindName, wordsLabel, whyLabel, onSaved } = props;
  const { value, change, done, restored } = useDraft(
    `strength ${participantId} ${strength?.versionId ?? ''}`,
    {
      kind: (strength?.kind ?? 'good-at') as Kind,
      words: strength?.words ?? '',
      why: '',
    },
  );
  const sending = useSend();
  const saved = useSaved();
  const [tried, setTried] = useState(false);
  const all = `/api/people/${participantId}/strengths`;
  const content = { kind: value.kind, words: value.words.trim() };
  const needsWhy = strength !== undefined && whyLabel !== undefined;
  const submit = async () => {
    setTried(true);
    if (!content.words || (needsWhy && !value.why.trim())) return;
    const reason = needsWhy ? value.why.trim() : m.rewritten_reason();
    const answer = strength
      ? await sending.send(`${all}/${strength.id}/corrections`, {
          ...content,
          supersedes: strength.versionId,
          reason,
        })
      : await sending.send(all, content);
    if (!answer) return;
    done();
    const undone = { supersedes: answer.id, reason: m.undo_reason() };
    saved(
      m.strength_saved(),
      strength
        ? {
            path: `${all}/${strength.id}/corrections`,
            body: { kind: strength.kind, words: strength.words, ...undone },
          }
        : { path: `${all}/${answer.id}/withdrawals`, body: undone },
    );
    onSaved();
  };
  return (
    <SendForm sending={sending} submit={m.save()} onSubmit={submit} restored={restored} fullWidth>
      <ChoiceChips
        legend={m.strength_kind()}
        options={kinds.map((kind) => ({ value: kind, label: kindName(kind) }))}
        value={value.kind}
        onChange={(kind) => change({ ...value, kind })}
      />
      <TextArea
        label={wordsLabel}
        rows={3}
        maxLength={500}
        value={value.words}
        onChange={(words) => change({ ...value, words })}
        error={tried && !content.words ? m.field_needed() : undefined}
      />
      {needsWhy && (
        <TextField
          label={whyLabel}
          maxLength={500}
          value={value.why}
          onChange={(why) => change({ ...value, why })}
          error={tried && !value.why.trim() ? m.field_needed() : undefined}
        />
      )}
      {strength && (
        <>
          <TakeAway all={all} strength={strength} onGone={onSaved} />
          {strength.versionId !== strength.id && <WordsBefore path={`${all}/${strength.id}`} now={now} />}
        </>
      )}
    </SendForm>
  );
}

function TakeAway({ all, strength, onGone }: { all: string; strength: Strength; onGone: () => void }) {
  const { send, busy } = useSend();
  const saved = useSaved();
  const takeAway = async () => {
    const body = { supersedes: strength.versionId, reason: m.remove_reason() };
    if (!(await send(`${all}/${strength.id}/withdrawals`, body))) return;
    saved(m.removed(), { path: all, body: { kind: strength.kind, words: strength.words } });
    onGone();
  };
  return (
    <div>
      <Button quiet busy={busy} onClick={() => void takeAway()}>
        {m.remove()}
      </Button>
    </div>
  );
}
