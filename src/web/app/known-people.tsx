import { useLayoutEffect, useRef } from 'react';
import type { KnownPerson } from '#contract/shapes.ts';
import { m } from '#text/generated/messages.js';
import { stateText } from '#text/text.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { ApiProblem } from './problem.ts';

interface KnownPeopleProps {
  known: readonly KnownPerson[];
  busy: boolean;
  onAdd: (person: KnownPerson) => void;
  onOther: () => void;
}

/** Whom it may be, when a refusal says that it may be somebody one knows. */
export const knownFrom = (error: Error | null): readonly KnownPerson[] | undefined =>
  error instanceof ApiProblem && error.code === 'already-known' ? error.known : undefined;

/** Nothing is sent yet: the one who writes says whether it is the same person. */
export function KnownPeople({ known, busy, onAdd, onOther }: KnownPeopleProps) {
  const place = useRef<HTMLDivElement>(null);
  // It comes where the button was, at the end of a long form on a small screen.
  useLayoutEffect(() => place.current?.scrollIntoView({ block: 'end' }), []);
  return (
    <div ref={place}>
      <Notice tone="wait" title={m.refusal_already_known()}>
        <p>{m.known_lead()}</p>
        <ul className="mv-stack">
          {known.map((person) => (
            <li key={person.participantId} className="mv-row mv-spread">
              <span>
                <strong>{person.name}</strong>{' '}
                {person.service && (
                  <span className="mv-meta">
                    {m.tag_standing({ service: person.service, state: stateText(person.state ?? '') })}
                  </span>
                )}
              </span>
              {person.mayAdd ? (
                <Button busy={busy} onClick={() => onAdd(person)}>
                  {m.known_add({ name: person.name })}
                </Button>
              ) : (
                <span className="mv-meta">{m.known_not_yours({ name: person.name })}</span>
              )}
            </li>
          ))}
        </ul>
        <div>
          <Button variant="secondary" color="neutral" busy={busy} onClick={onOther}>
            {m.known_other()}
          </Button>
        </div>
      </Notice>
    </div>
  );
}
