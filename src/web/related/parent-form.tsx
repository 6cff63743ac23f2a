import type { PersonPage } from '#contract/person.ts';
import { shareableWith } from '#domain/consent/shareable.ts';
import { m } from '#text/generated/messages.js';
import { useForm } from '../app/form.ts';
import { SendForm } from '../app/sending.tsx';
import { topicName } from '../app/topic-names.ts';
import { takingBack } from '../app/undo.ts';
import { Button } from '../ui/button.tsx';
import { ManyChips } from '../ui/choice-chips.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { TextArea } from '../ui/fields.tsx';

interface ParentFormOfProps {
  page: PersonPage;
  name: string;
  about: string | undefined;
  done: () => void;
}

const levels: Record<string, () => string> = {
  'parents-decide': m.parent_level_decide,
  'young-may-limit': m.parent_level_limit,
  'necessary-only': m.parent_level_necessary,
};

/** What a parent of a minor is shown without consent: part by part, with the reason, and with what the young person says. */
export function ParentFormOf({ page, name, about, done }: ParentFormOfProps) {
  const { participantId, parentalLevel, related } = page;
  const parent = related?.find(({ id }) => id === about);
  const form = useForm(`parent ${participantId} ${about}`, {
    topics: parent?.asParent?.topics ?? ([] as string[]),
    because: parent?.asParent?.because ?? '',
    youngSaid: parent?.asParent?.youngSaid ?? '',
  });
  if (!parent || !parentalLevel) return <EmptyState>{m.refusal_not_a_minor()}</EmptyState>;
  const { value, set } = form;
  const mustAsk = parentalLevel !== 'parents-decide';
  const path = `/api/people/${participantId}`;
  const submit = async () => {
    const youngSaid = value.youngSaid.trim();
    if (value.topics.length === 0 || !value.because.trim() || (mustAsk && !youngSaid)) return;
    const body = { topics: value.topics, because: value.because.trim(), ...(youngSaid ? { youngSaid } : {}) };
    const saved = m.parent_saved({ name: parent.name });
    if (await form.save(`${path}/related-persons/${parent.id}/insights`, body, saved)) done();
  };
  const stop = async (id: string) => {
    const act = takingBack(`${path}/parental-insights`, id, m.parent_stop_reason());
    if (await form.save(act.path, act.body, m.parent_stopped())) done();
  };
  return (
    <SendForm {...form.frame} submit={m.save()} onSubmit={submit} fullWidth>
      <p>{levels[parentalLevel]?.()}</p>
      <ManyChips
        legend={m.parent_topics()}
        options={shareableWith('related-person').map((topic) => ({ value: topic, label: topicName(topic) }))}
        values={value.topics as never[]}
        onChange={(topics) => set({ topics })}
        error={form.missing(value.topics.length === 0, m.field_choose_needed())}
      />
      <TextArea
        label={m.parent_because()}
        rows={2}
        maxLength={500}
        value={value.because}
        onChange={(because) => set({ because })}
        error={form.needed(value.because)}
      />
      <TextArea
        label={m.parent_young_said({ name })}
        rows={2}
        maxLength={500}
        value={value.youngSaid}
        onChange={(youngSaid) => set({ youngSaid })}
        error={mustAsk ? form.needed(value.youngSaid) : undefined}
      />
      {parent.asParent && (
        <div>
          <Button
            variant="secondary"
            color="neutral"
            busy={form.frame.sending.busy}
            onClick={() => parent.asParent && void stop(parent.asParent.id)}
          >
            {m.parent_stop()}
          </Button>
        </div>
      )}
    </SendForm>
  );
}
