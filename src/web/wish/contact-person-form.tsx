import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Candidates } from '#contract/wish.ts';
import { m } from '#text/generated/messages.js';
import { addressQuery } from '../app/queries.ts';
import { QueryView } from '../app/query-view.tsx';
import { SendForm, useSend } from '../app/sending.tsx';
import { useSaved } from '../app/undo.ts';
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
  const [chosen, setChosen] = useState<string>();
  const [why, setWhy] = useState('');
  const [tried, setTried] = useState(false);
  const sending = useSend();
  const saved = useSaved();
  const submit = async () => {
    setTried(true);
    const one = candidates.find(({ worker }) => worker.id === chosen);
    if (!one) return;
    const path = `/api/people/${participantId}/wishes`;
    const words = [m.wish_person_words({ name: one.name }), why.trim()].filter(Boolean).join('. ');
    const wish = await sending.send(path, { words: words.slice(0, 500), worker: one.worker });
    if (!wish) return;
    saved(savedText, {
      path: `${path}/${wish.id}/withdrawals`,
      body: { supersedes: wish.id, reason: m.undo_reason() },
    });
    onSaved();
  };
  return (
    <SendForm sending={sending} submit={m.save()} onSubmit={submit} fullWidth>
      <ChoiceChips
        legend={m.wish_person_first()}
        options={candidates.map(({ worker, name }) => ({ value: worker.id, label: name }))}
        value={chosen}
        onChange={setChosen}
      />
      {tried && chosen === undefined && (
        <p className="mv-problem-line" role="alert">
          {m.wish_person_choose()}
        </p>
      )}
      <TextArea
        label={`${m.wish_person_why()} (${m.optional().toLowerCase()})`}
        rows={2}
        maxLength={400}
        value={why}
        onChange={setWhy}
      />
    </SendForm>
  );
}
