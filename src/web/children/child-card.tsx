import type { Child, ChildStep } from '#contract/child.ts';
import { m } from '#text/generated/messages.js';
import { nearDay, shortDay } from '../app/dates.ts';
import { useSend } from '../app/sending.tsx';
import { takingBack } from '../app/undo.ts';
import { Button } from '../ui/button.tsx';
import { PhoneLink } from '../ui/phone-link.tsx';
import './children.css';

interface ChildCardProps {
  child: Child;
  participantId: string;
  now: string;
  /** Left out where the reader may not write. */
  onChange?: (() => void) | undefined;
  onStep?: (() => void) | undefined;
}

/** One child: who they have, what they have been told, what was done, and when it is taken up again. */
export function ChildCard({ child, participantId, now, onChange, onStep }: ChildCardProps) {
  const told = child.steps.filter(({ kind }) => kind === 'told');
  const done = child.steps.filter(({ kind }) => kind !== 'told');
  const steps = { participantId, now, mayWrite: onStep !== undefined };
  return (
    <article className="child" aria-label={child.name}>
      <header className="child-head">
        <h3 className="mv-h3">{child.name}</h3>
        {child.age !== undefined && <span className="mv-meta">{m.child_age({ age: child.age })}</span>}
        {onChange && child.mine && (
          <Button
            quiet
            className="mv-no-print"
            onClick={onChange}
            aria-label={m.child_change_of({ name: child.name })}
          >
            {m.change()}
          </Button>
        )}
      </header>
      <Around child={child} />
      <section>
        <h4 className="mv-meta">{m.child_told({ name: child.name })}</h4>
        {told.length === 0 ? (
          <p className="mv-meta">{m.child_told_none({ name: child.name })}</p>
        ) : (
          <Steps those={told} {...steps} />
        )}
      </section>
      {done.length > 0 && (
        <section>
          <h4 className="mv-meta">{m.child_done()}</h4>
          <Steps those={done} {...steps} />
        </section>
      )}
      {child.nextDay && (
        <p>
          <strong>{m.child_next_day({ day: nearDay(child.nextDay, now) })}</strong>
        </p>
      )}
      {onStep && (
        <div className="mv-no-print">
          <Button variant="secondary" onClick={onStep}>
            {m.child_step_add({ name: child.name })}
          </Button>
        </div>
      )}
    </article>
  );
}

/** Who the child has; what is not known has no line. */
function Around({ child: { caredBy, safeAdult, followedBy } }: { child: Child }) {
  return (
    <div>
      {caredBy && <p>{m.child_cared_by_is({ who: caredBy })}</p>}
      {safeAdult && (
        <p>
          {m.child_safe_adult_is({ who: [safeAdult.name, safeAdult.relation].filter(Boolean).join(', ') })}{' '}
          {safeAdult.phone && (
            <PhoneLink
              phone={safeAdult.phone}
              label={m.call_someone({ name: safeAdult.name, phone: safeAdult.phone })}
            />
          )}
        </p>
      )}
      {followedBy && <p>{m.child_followed_by_is({ who: followedBy })}</p>}
    </div>
  );
}

interface StepsProps {
  those: readonly ChildStep[];
  participantId: string;
  now: string;
  mayWrite: boolean;
}

function Steps({ those, participantId, now, mayWrite }: StepsProps) {
  const { send, busy } = useSend();
  return (
    <ul className="child-steps">
      {those.map((step) => (
        <li key={step.id}>
          <p>{step.kind === 'told' ? m.quote({ words: step.words }) : step.words}</p>
          <div className="child-step-by">
            <span className="mv-meta">
              {[step.byWhom ?? step.writtenBy, shortDay(step.day, now)].filter(Boolean).join(' · ')}
            </span>
            {mayWrite && step.mine && (
              <Button
                quiet
                className="mv-no-print"
                busy={busy}
                aria-label={m.child_remove_of({ words: step.words })}
                onClick={() => {
                  const act = takingBack(
                    `/api/people/${participantId}/child-steps`,
                    step.id,
                    m.remove_reason(),
                  );
                  void send(act.path, act.body);
                }}
              >
                {m.remove()}
              </Button>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
