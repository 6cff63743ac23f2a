import type { PersonPage } from '#contract/person.ts';
import type { Wish, WishAnswer } from '#contract/wish.ts';
import { addDays } from '#domain/time/week.ts';
import { m } from '#text/generated/messages.js';
import { dayOf } from '../app/dates.ts';
import { useForm } from '../app/form.ts';
import { SendForm } from '../app/sending.tsx';
import { takingBack, useSaved } from '../app/undo.ts';
import { ChoiceChips } from '../ui/choice-chips.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { TextArea, TextField } from '../ui/fields.tsx';
import { reasonText } from './wish-words.ts';

type Outcome = WishAnswer['outcome'];
type Reason = NonNullable<WishAnswer['reason']>;
const outcomes: readonly { value: Outcome; label: (words: { name: string }) => string }[] = [
  { value: 'given', label: m.wish_outcome_given },
  { value: 'other-instead', label: m.wish_outcome_other },
  { value: 'later', label: m.wish_outcome_later },
  { value: 'not-given', label: m.wish_outcome_not },
];
const reasons: readonly Reason[] = ['rule', 'money', 'distance', 'full', 'not-here', 'other'];

interface Draft {
  outcome: Outcome | '';
  reason: Reason | '';
  reasonWords: string;
  instead: string;
  untilDay: string;
}
const blank: Draft = { outcome: '', reason: '', reasonWords: '', instead: '', untilDay: '' };

interface AnswerWishFormProps {
  page: PersonPage;
  name: string;
  about: string | undefined;
  done: () => void;
}

/** What comes of a wish; a no says why, and whoever wished reads it. */
export function AnswerWishForm({ page, name, about, done }: AnswerWishFormProps) {
  const wish = page.wishes?.find(({ id }) => id === about);
  if (!wish || wish.answers[0]?.outcome === 'given') return <EmptyState>{m.wish_answer_gone()}</EmptyState>;
  return <Form key={wish.answers[0]?.id} wish={wish} page={page} name={name} close={done} />;
}

const isNo = (outcome: Draft['outcome']): boolean => outcome !== '' && outcome !== 'given';

/** Which fields still need something. */
function missingIn({ outcome, reason, reasonWords, instead, untilDay }: Draft) {
  const no = isNo(outcome);
  return {
    outcome: !outcome,
    reason: no && !reason,
    reasonWords: no && reason === 'other' && !reasonWords.trim(),
    instead: outcome === 'other-instead' && !instead.trim(),
    untilDay: outcome === 'later' && !untilDay,
  };
}

function bodyOf({ outcome, reason, reasonWords, instead, untilDay }: Draft): object {
  if (outcome === 'given') return { outcome };
  return {
    outcome,
    reason,
    ...(reasonWords.trim() ? { reasonWords: reasonWords.trim() } : {}),
    ...(outcome === 'other-instead' ? { instead: instead.trim() } : {}),
    ...(outcome === 'later' ? { untilDay } : {}),
  };
}

interface FormProps {
  wish: Wish;
  page: PersonPage;
  name: string;
  close: () => void;
}

function Form({ wish, page, name, close }: FormProps) {
  const after = wish.answers[0]?.id;
  const form = useForm<Draft>(`wish-answer ${wish.id} ${after ?? ''}`, blank);
  const saved = useSaved();
  const { value, set } = form;
  const missing = missingIn(value);
  const needed = (field: keyof typeof missing) => form.missing(missing[field], m.field_needed());
  const submit = async () => {
    if (Object.values(missing).some(Boolean)) return;
    const path = `/api/people/${page.participantId}/wish-answers`;
    const answer = await form.send(path, {
      wishId: wish.id,
      wishVersion: wish.versionId,
      ...bodyOf(value),
      ...(after ? { after } : {}),
    });
    if (!answer) return;
    saved(m.wish_answer_saved({ name }), takingBack(path, answer.id));
    close();
  };
  return (
    <SendForm {...form.frame} submit={m.save()} onSubmit={submit}>
      <p className="mv-words">{m.quote({ words: wish.words })}</p>
      <ChoiceChips<Outcome>
        legend={m.wish_outcome()}
        options={outcomes.map(({ value: code, label }) => ({ value: code, label: label({ name }) }))}
        value={value.outcome || undefined}
        onChange={(outcome) => set({ outcome })}
        error={form.chosen(value.outcome)}
      />
      {value.outcome === 'other-instead' && (
        <TextField
          label={m.wish_what_instead()}
          maxLength={500}
          value={value.instead}
          onChange={(instead) => set({ instead })}
          error={needed('instead')}
        />
      )}
      {value.outcome === 'later' && (
        <TextField
          label={m.wish_until()}
          type="date"
          min={addDays(dayOf(page.now), 1)}
          value={value.untilDay}
          onChange={(untilDay) => set({ untilDay })}
          error={needed('untilDay')}
        />
      )}
      {isNo(value.outcome) && <Why value={value} name={name} set={set} needed={needed} />}
    </SendForm>
  );
}

interface WhyProps {
  value: Draft;
  name: string;
  set: (part: Partial<Draft>) => void;
  needed: (field: 'reason' | 'reasonWords') => string | undefined;
}

function Why({ value, name, set, needed }: WhyProps) {
  return (
    <>
      <ChoiceChips<Reason>
        legend={m.wish_why_not()}
        options={reasons.map((code) => ({ value: code, label: reasonText(code) }))}
        value={value.reason || undefined}
        onChange={(reason) => set({ reason })}
        error={needed('reason')}
      />
      <TextArea
        label={m.wish_why_words({ name })}
        rows={2}
        maxLength={500}
        value={value.reasonWords}
        onChange={(reasonWords) => set({ reasonWords })}
        error={needed('reasonWords')}
      />
    </>
  );
}
