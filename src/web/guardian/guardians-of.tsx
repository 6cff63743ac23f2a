import type { PersonPage } from '#contract/person.ts';
import { m } from '#text/generated/messages.js';
import { Avatar } from '../ui/avatar.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { scopesText, topicsText, untilText } from './mandate-words.ts';

interface GuardiansOfProps {
  page: PersonPage;
  onNote: () => void;
  onEnd: (id: string) => void;
}

/** Who is the person’s guardian, what the mandate covers, and where the document is. */
export function GuardiansOf({ page: { mandates, may, related, now }, onNote, onEnd }: GuardiansOfProps) {
  if (!mandates) return null;
  const mayWrite = may.includes('related');
  // Whoever has named nobody has nobody to note as guardian: the name comes first.
  if (mandates.length === 0 && !(mayWrite && related?.length)) return null;
  return (
    <Card
      title={m.guardians_title()}
      aside={
        mayWrite && (
          <Button variant="secondary" onClick={onNote}>
            {m.mandate_note()}
          </Button>
        )
      }
    >
      {mandates.length === 0 && <p className="mv-meta">{m.guardians_none()}</p>}
      <ul className="mv-team">
        {mandates.map(({ id, name, scopes, topics, document, until }) => (
          <li key={id}>
            <Avatar name={name} />
            <div>
              <p>
                <strong>{name}</strong> <span className="mv-meta">{scopesText(scopes)}</span>
              </p>
              <p className="mv-meta">
                {topicsText(topics)} {untilText(until, now)}
              </p>
              <p className="mv-meta">{m.mandate_document_is({ words: document })}</p>
            </div>
            {mayWrite && (
              <div className="mv-team-side">
                <Button quiet onClick={() => onEnd(id)} aria-label={m.mandate_end_of({ name })}>
                  {m.mandate_end()}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
