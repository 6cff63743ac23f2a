import { useState } from 'react';
import type { MyPlan, RelatedPerson } from '#contract/plan.ts';
import { m } from '#text/generated/messages.js';
import { closenessText, listOf } from '#text/text.ts';
import { shortDay } from '../app/dates.ts';
import { later } from '../app/later.tsx';
import { topicName } from '../app/topic-names.ts';
import { Avatar } from '../ui/avatar.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';

const AskRelatedForm = later(async () => (await import('./ask-form.tsx')).AskRelatedForm);
const RelatedForm = later(async () => (await import('./related-form.tsx')).RelatedForm);

/** Those whom the participant has named as close, among «Mine folk». */
export function CloseOnes({ plan }: { plan: MyPlan }) {
  const [open, setOpen] = useState<RelatedPerson | 'new' | 'ask'>();
  const close = () => setOpen(undefined);
  return (
    <>
      <ul className="plan-people">
        {plan.related.map((person) => (
          <CloseOne key={person.id} person={person} now={plan.now} onChange={() => setOpen(person)} />
        ))}
      </ul>
      <div className="mv-row mv-no-print">
        <Button variant="secondary" onClick={() => setOpen('new')}>
          {m.related_add()}
        </Button>
        <Button quiet onClick={() => setOpen('ask')}>
          {plan.relatedAsked ? m.related_asked_change() : m.related_asked_title()}
        </Button>
      </div>
      {open === 'ask' && (
        <Dialog title={m.related_asked_title()} closeLabel={m.close()} onClose={close}>
          <AskRelatedForm
            participantId={plan.participantId}
            legend={m.related_asked_title()}
            standing={plan.relatedAsked}
            onSaved={close}
          />
        </Dialog>
      )}
      {open && open !== 'ask' && (
        <Dialog title={m.related_title()} closeLabel={m.close()} onClose={close}>
          <RelatedForm
            participantId={plan.participantId}
            before={open === 'new' ? undefined : open}
            nameLabel={m.related_name()}
            takeBackNote={m.related_take_back_note()}
            done={close}
          />
        </Dialog>
      )}
    </>
  );
}

function CloseOne({ person, now, onChange }: { person: RelatedPerson; now: string; onChange: () => void }) {
  const { name, phone, relationship, asParent } = person;
  return (
    <li>
      <Avatar name={name} size="3.4rem" />
      <b>{name}</b>
      <span className="mv-meta">{closenessText(relationship)}</span>
      {asParent && (
        <span className="mv-meta">
          {m.parent_sees({
            topics: listOf(asParent.topics.map((topic) => topicName(topic))),
            day: shortDay(asParent.until, now),
          })}
        </span>
      )}
      {phone && (
        <a
          className="plan-call"
          aria-label={m.people_call({ name })}
          data-number={phone}
          href={`tel:${phone.replaceAll(' ', '')}`}
        >
          {m.people_call_short()}
        </a>
      )}
      <Button quiet className="mv-no-print" onClick={onChange} aria-label={m.related_change_of({ name })}>
        {m.change()}
      </Button>
    </li>
  );
}
