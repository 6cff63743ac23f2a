import type { Strength } from '#contract/own-words.ts';
import { m } from '#text/generated/messages.js';
import { useForm } from '../app/form.ts';
import { ReasonField } from '../app/reason.tsx';
import { SendForm, useSend } from '../app/sending.tsx';
import { unwriting, useSaved, writing } from '../app/undo.ts';
import { WordsBefore } from '../app/words-before.tsx';
import { Button } from '../ui/button.tsx';
import { ChoiceChips } from '../ui/choice-chips.tsx';
import { TextArea } from '../ui/fields.tsx';
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
  const form = useForm(`strength ${participantId} ${strength?.versionId ?? ''}`, {
    kind: (strength?.kind ?? 'good-at') as Kind,
    words: strength?.words ?? '',
    why: '',
  });
  const saved = useSaved();
  const { value, set } = form;
  const all = `/api/people/${participantId}/strengths`;
  const content = { kind: value.kind, words: value.words.trim() };
  const needsWhy = strength !== undefined && whyLabel !== undefined;
  const submit = async () => {
    if (!content.words || (needsWhy && !value.why.trim())) return;
    const reason = needsWhy ? value.why.trim() : m.rewritten_reason();
    const { path, body } = writing(all, strength, content, reason);
    const answer = await form.send(path, body);
    if (!answer) return;
    const before = { kind: strength?.kind, words: strength?.words };
    saved(m.strength_saved(), unwriting(all, strength, before, answer.id));
    onSaved();
  };
  return (
    <SendForm {...form.frame} submit={m.save()} onSubmit={submit} fullWidth>
      <ChoiceChips
        legend={m.strength_kind()}
        options={kinds.map((kind) => ({ value: kind, label: kindName(kind) }))}
        value={value.kind}
        onChange={(kind) => set({ kind })}
      />
      <TextArea
        label={wordsLabel}
        rows={3}
        maxLength={500}
        value={value.words}
        onChange={(words) => set({ words })}
        error={form.needed(value.words)}
      />
      {needsWhy && (
        <ReasonField
          label={whyLabel}
          value={value.why}
          onChange={(why) => set({ why })}
          error={form.needed(value.why)}
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
