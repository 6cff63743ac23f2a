import type { PersonPage } from '#contract/person.ts';
import { m } from '#text/generated/messages.js';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import type { Kind, KindName } from './kinds.ts';
import { StrengthForm } from './strength-form.tsx';
import { StrengthList } from './strength-list.tsx';

const names: Record<Kind, (words: { name: string }) => string> = {
  'good-at': m.strength_good_at_of,
  'has-helped': m.strength_has_helped_of,
  'who-is-there': m.strength_who_is_there_of,
  'how-to-meet-me': m.strength_how_to_meet_of,
};
const kindOf =
  (name: string): KindName =>
  (kind) =>
    names[kind]({ name });

interface StrengthsOfProps {
  page: PersonPage;
  name: string;
  /** Opens the form for one of them, or for a new one. */
  onWrite: (id?: string) => void;
}

/** First on a person’s page: what there is to build on, before anything is needed. */
export function StrengthsOf({ page, name, onWrite }: StrengthsOfProps) {
  const { strengths } = page;
  if (!strengths) return null;
  const mayWrite = page.may.includes('goals');
  const add = mayWrite && (
    <Button quiet onClick={() => onWrite()}>
      {m.strength_add()}
    </Button>
  );
  return (
    <Card title={m.strengths_of({ name })} aside={strengths.length > 0 && add}>
      {strengths.length === 0 ? (
        <EmptyState action={add}>{m.strengths_none({ name })}</EmptyState>
      ) : (
        <StrengthList
          strengths={strengths}
          kindName={kindOf(name)}
          onChange={mayWrite ? onWrite : undefined}
        />
      )}
    </Card>
  );
}

/** Written together, in the participant’s words. */
export function StrengthFormOf({
  page,
  name,
  about,
  done,
}: {
  page: PersonPage;
  name: string;
  about: string | undefined;
  done: () => void;
}) {
  return (
    <StrengthForm
      participantId={page.participantId}
      now={page.now}
      strength={page.strengths?.find(({ id }) => id === about)}
      kindName={kindOf(name)}
      wordsLabel={m.strength_words_of({ name })}
      whyLabel={m.why_changed()}
      onSaved={done}
    />
  );
}
