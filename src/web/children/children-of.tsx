import type { PersonPage } from '#contract/person.ts';
import { m } from '#text/generated/messages.js';
import { nearDay } from '../app/dates.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { AskForm } from './ask-form.tsx';
import { ChildCard } from './child-card.tsx';
import { ChildForm } from './child-form.tsx';
import { StepForm } from './step-form.tsx';
import { answersText } from './words.ts';
import './children.css';

interface ChildrenOfProps {
  page: PersonPage;
  name: string;
  onAsk: () => void;
  onCard: (id?: string) => void;
  onStep: (id: string) => void;
}

/** The children around somebody: whether we have asked, and a card for each. */
export function ChildrenOf({ page, name, onAsk, onCard, onStep }: ChildrenOfProps) {
  const { children, now, participantId } = page;
  if (!children) return null;
  const mayWrite = page.may.includes('children');
  return (
    <Card
      title={m.children_of({ name })}
      aside={
        mayWrite && (
          <Button variant="secondary" onClick={() => onCard()}>
            {m.child_add()}
          </Button>
        )
      }
    >
      <Asked about={children} name={name} now={now} onAsk={mayWrite ? onAsk : undefined} />
      <div className="children">
        {children.cards.map((child) => (
          <ChildCard
            key={child.id}
            child={child}
            participantId={participantId}
            now={now}
            onChange={mayWrite ? () => onCard(child.id) : undefined}
            onStep={mayWrite ? () => onStep(child.id) : undefined}
          />
        ))}
      </div>
    </Card>
  );
}

interface AskedProps {
  about: NonNullable<PersonPage['children']>;
  name: string;
  now: string;
  onAsk: (() => void) | undefined;
}

/** Asked or not; what is ours to ask says by which day. */
function Asked({ about: { asked, owed }, name, now, onAsk }: AskedProps) {
  // A hole opens at midnight: the day before is the last one.
  const by = owed && nearDay(new Date(Date.parse(owed.by) - 1000).toISOString(), now);
  return (
    <div className="mv-stack children-asked">
      {asked ? (
        <div>
          <p>{answersText(asked)}</p>
          <p className="mv-meta">
            {asked.by
              ? m.children_asked_by({ name: asked.by, day: nearDay(asked.at, now) })
              : m.children_said_by({ name, day: nearDay(asked.at, now) })}
          </p>
        </div>
      ) : (
        <p>{m.children_not_asked({ name })}</p>
      )}
      {by && (
        <p className="mv-meta">
          {asked ? m.children_ask_again_owed({ day: by }) : m.children_ask_owed({ day: by })}
        </p>
      )}
      {onAsk && (
        <div>
          <Button
            quiet={asked !== undefined && !owed}
            variant={owed ? 'primary' : 'secondary'}
            onClick={onAsk}
          >
            {asked ? m.children_ask_anew() : m.children_ask()}
          </Button>
        </div>
      )}
    </div>
  );
}

interface FormOfProps {
  page: PersonPage;
  name: string;
  about: string | undefined;
  done: () => void;
}

export const AskChildrenOf = ({ page, name, done }: FormOfProps) => (
  <AskForm
    participantId={page.participantId}
    lead={m.children_ask_lead()}
    labels={{ children: m.children_question_of({ name }), siblings: m.siblings_question_of({ name }) }}
    savedText={m.children_asked_saved_of({ name })}
    onSaved={done}
  />
);

const cardIn = (page: PersonPage, about: string | undefined) =>
  page.children?.cards.find(({ id }) => id === about);

export function ChildFormOf({ page, name, about, done }: FormOfProps) {
  const before = cardIn(page, about);
  if (about !== undefined && !before) return <EmptyState>{m.child_gone()}</EmptyState>;
  return (
    <ChildForm
      participantId={page.participantId}
      now={page.now}
      before={before}
      labels={{ name: m.child_name_of(), own: m.child_relation_child_of({ name }) }}
      whyLabel={m.child_rewrite_why()}
      done={done}
    />
  );
}

export function ChildStepFormOf({ page, about, done }: FormOfProps) {
  const child = cardIn(page, about);
  if (!child) return <EmptyState>{m.child_gone()}</EmptyState>;
  return <StepForm participantId={page.participantId} child={child} now={page.now} onSaved={done} />;
}
