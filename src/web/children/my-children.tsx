import { useState } from 'react';
import type { Child } from '#contract/child.ts';
import type { MyPlan } from '#contract/plan.ts';
import { m } from '#text/generated/messages.js';
import { nearDay } from '../app/dates.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { AskForm } from './ask-form.tsx';
import { ChildCard } from './child-card.tsx';
import { ChildForm } from './child-form.tsx';
import { StepForm } from './step-form.tsx';
import { answersText } from './words.ts';

type Open = { what: 'ask' } | { what: 'card'; child?: Child } | { what: 'step'; child: Child };

/** «Mine barn»: why everyone is asked, what one has answered, and a card for each child. */
export function MyChildren({ plan }: { plan: MyPlan }) {
  const [open, setOpen] = useState<Open>();
  const { children, participantId, now } = plan;
  const { asked, cards } = children;
  const close = () => setOpen(undefined);
  return (
    <div className="mv-stack">
      <Card title={m.children_title()}>
        <p>{m.children_lead()}</p>
        <p className="mv-meta">{m.children_not_sent()}</p>
        {asked && (
          <div>
            <p>{answersText(asked)}</p>
            <p className="mv-meta">
              {asked.by
                ? m.children_answered_to({ name: asked.by, day: nearDay(asked.at, now) })
                : m.children_answered_self({ day: nearDay(asked.at, now) })}
            </p>
          </div>
        )}
        <div className="mv-row mv-no-print">
          <Button variant={asked ? 'secondary' : 'primary'} onClick={() => setOpen({ what: 'ask' })}>
            {asked ? m.children_answer_anew() : m.children_answer_do()}
          </Button>
          <Button variant="secondary" onClick={() => setOpen({ what: 'card' })}>
            {m.child_add()}
          </Button>
        </div>
      </Card>
      {cards.map((child) => (
        <Card key={child.id}>
          <ChildCard
            child={child}
            participantId={participantId}
            now={now}
            onChange={() => setOpen({ what: 'card', child })}
            onStep={() => setOpen({ what: 'step', child })}
          />
        </Card>
      ))}
      <p className="mv-meta">{m.child_talk_help()}</p>
      {open && (
        <Dialog title={titleOf(open)} closeLabel={m.close()} onClose={close}>
          <Doing open={open} plan={plan} done={close} />
        </Dialog>
      )}
    </div>
  );
}

const titleOf = (open: Open): string =>
  open.what === 'ask'
    ? m.children_title()
    : open.what === 'step'
      ? m.child_step_add({ name: open.child.name })
      : m.child_add_title();

function Doing({ open, plan, done }: { open: Open; plan: MyPlan; done: () => void }) {
  const { participantId, now } = plan;
  if (open.what === 'ask')
    return (
      <AskForm
        participantId={participantId}
        lead={m.children_not_sent()}
        labels={{ children: m.children_question(), siblings: m.siblings_question() }}
        savedText={m.children_asked_saved()}
        onSaved={done}
      />
    );
  if (open.what === 'step')
    return <StepForm participantId={participantId} child={open.child} now={now} onSaved={done} />;
  return (
    <ChildForm
      participantId={participantId}
      now={now}
      before={open.child}
      labels={{ name: m.child_name(), own: m.child_relation_child() }}
      done={done}
    />
  );
}
