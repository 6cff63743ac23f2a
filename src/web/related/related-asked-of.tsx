import type { PersonPage } from '#contract/person.ts';
import { m } from '#text/generated/messages.js';
import { nearDay } from '../app/dates.ts';
import { Button } from '../ui/button.tsx';
import { AskRelatedForm, relatedAnswerText } from './ask-form.tsx';

interface RelatedAskedOfProps {
  page: PersonPage;
  name: string;
  onAsk: () => void;
}

/** Whether it is clear whom we may talk with; what is not clear is ours to ask. */
export function RelatedAskedOf({ page, name, onAsk }: RelatedAskedOfProps) {
  const { relatedAsked: asked, now } = page;
  return (
    <div className="related-asked">
      {asked ? (
        <>
          <p>{relatedAnswerText(asked.answer)}</p>
          <p className="mv-meta">
            {asked.by
              ? m.related_asked_by({ name: asked.by, day: nearDay(asked.at, now) })
              : m.related_said_by({ name, day: nearDay(asked.at, now) })}{' '}
            {asked.explained ? m.related_was_explained() : m.related_not_explained()}
          </p>
        </>
      ) : (
        <p>{m.related_not_asked({ name })}</p>
      )}
      {page.may.includes('related') && (
        <Button quiet={asked?.explained === true} variant="secondary" onClick={onAsk}>
          {asked ? m.children_ask_anew() : m.related_ask()}
        </Button>
      )}
    </div>
  );
}

interface AskRelatedOfProps {
  page: PersonPage;
  name: string;
  done: () => void;
}

export const AskRelatedOf = ({ page, name, done }: AskRelatedOfProps) => (
  <AskRelatedForm
    participantId={page.participantId}
    legend={m.related_ask_title({ name })}
    explained={m.related_explained()}
    onSaved={done}
  />
);
