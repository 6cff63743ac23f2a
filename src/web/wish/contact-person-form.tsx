import { useQuery } from '@tanstack/react-query';
import type { Candidates } from '#contract/wish.ts';
import { m } from '#text/generated/messages.js';
import { useForm } from '../app/form.ts';
import { addressQuery } from '../app/queries.ts';
import { QueryView } from '../app/query-view.tsx';
import { SendForm } from '../app/sending.tsx';
import { takingBack, useSaved } from '../app/undo.ts';
import { ChoiceChips } from '../ui/choice-chips.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { TextArea } from '../ui/fields.tsx';
import { Skeleton } from '../ui/waiting.tsx';

interface Props {
  participantId: string;
  savedText: string;
  onSaved: () => void;
}

/** Whom the participant would like to have as contact person, among those who work where they are or have asked. */
export function ContactPersonForm(props: Props) {
  const path = `/api/people/${props.participantId}/contact-person-candidates`;
  const query = useQuery(addressQuery<Candidates>(path));
  return (
    <QueryView query={query} waiting={<Skeleton lines={3} label={m.waiting()} />}>
      {(candidates) =>
        candidates.length === 0 ? (
          <EmptyState>{m.wish_person_none()}</EmptyState>
        ) : (
          <Choose {...props} candidates={candidates} />
        )
      }
    </QueryView>
  );
}

function Choose({ participantId, savedText, onSaved, candidates }: Props & { candidates: Candidates }) {
  const form = useForm(`wish-person ${participantId}`, { chosen: '', why: '' });
  const { chosen, why } = form.value;
  const saved = useSaved();
  const submit = async () => {
    const one = candidates.find(({ worker }) => worker.id === chosen);
    if (!one) return;
    const path = `/api/people/${participantId}/wishes`;
    const words = [m.wish_person_words({ name: one.name }), why.trim()].filter(Boolean).join('. ');
    const wish = await form.send(path, { words: words.slice(0, 500), worker: one.worker });
    if (!wish) return;
    saved(savedText, takingBack(path, wish.id));
    onSaved();
  };
  return (
    <SendForm {...form.frame} submit={m.save()} onSubmit={submit} fullWidth>
      <ChoiceChips
        legend={m.wish_person_first()}
        options={candidates.map(({ worker, name }) => ({ value: worker.id, label: name }))}
        value={chosen}
        onChange={(one) => form.set({ chosen: one })}
        error={form.missing(!chosen, m.wish_person_choose())}
      />
      <TextArea
        label={`${m.wish_person_why()} (${m.optional().toLowerCase()})`}
        rows={2}
        maxLength={400}
        value={why}
        onChange={(words) => form.set({ why: words })}
      />
    </SendForm>
  );
}
