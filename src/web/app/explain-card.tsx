import { useState } from 'react';
import type { WhyAsked } from '#contract/look-up.ts';
import { m } from '#text/generated/messages.js';
import { purposeText } from '#text/purposes.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextArea } from '../ui/fields.tsx';
import { Tag } from '../ui/tag.tsx';
import { lastDay, nearMoment } from './dates.ts';
import { useForm } from './form.ts';
import { SendForm } from './sending.tsx';
import './explain-card.css';

/** What one is asked to explain of one's own look-ups. Stands first on a home until it is answered. */
export function ExplainCard({ asked, now }: { asked: readonly WhyAsked[]; now: string }) {
  const [answering, setAnswering] = useState<WhyAsked>();
  if (asked.length === 0) return null;
  return (
    <Card title={m.explain_title()}>
      <ul className="mv-explain">
        {asked.map((one) => (
          <li key={one.id}>
            <div>
              <p>{leadOf(one, now)}</p>
              <p className="mv-meta">{m.explain_log({ what: purposeText(one.purpose) })}</p>
              {one.words && <p>{m.quote({ words: one.words })}</p>}
              <Tag tone={one.late ? 'sun' : 'sand'}>
                {one.late
                  ? m.explain_late({ day: lastDay(one.dueAt, now) })
                  : m.explain_due({ day: lastDay(one.dueAt, now) })}
              </Tag>
            </div>
            <Button
              onClick={() => setAnswering(one)}
              aria-label={`${m.explain_answer()}: ${leadOf(one, now)}`}
            >
              {m.explain_answer()}
            </Button>
          </li>
        ))}
      </ul>
      {answering && (
        <Dialog title={m.explain_words()} closeLabel={m.close()} onClose={() => setAnswering(undefined)}>
          <ExplainForm id={answering.id} onSaved={() => setAnswering(undefined)}>
            {leadOf(answering, now)}
          </ExplainForm>
        </Dialog>
      )}
    </Card>
  );
}

function leadOf({ person, lookedAt }: WhyAsked, now: string): string {
  const moment = nearMoment(lookedAt, now);
  return person ? m.explain_lead({ name: person.name, moment }) : m.explain_lead_nobody({ moment });
}

interface ExplainFormProps {
  id: string;
  onSaved: () => void;
  /** What one is asked about. */
  children: string;
}

/** Why somebody looked, said to the one it was about. */
export function ExplainForm({ id, onSaved, children }: ExplainFormProps) {
  const form = useForm(`explain ${id}`, '');
  const words = form.value.trim();
  const answer = async () => {
    if (!words) return;
    if (await form.save(`/api/look-up-questions/${id}/answers`, { words }, m.explain_saved())) onSaved();
  };
  return (
    <SendForm {...form.frame} submit={m.explain_answer()} onSubmit={answer}>
      <p>{children}</p>
      <TextArea
        label={m.explain_words()}
        hideLabel
        description={m.explain_words_note()}
        required
        maxLength={2000}
        value={form.value}
        onChange={form.change}
        error={form.needed(form.value)}
      />
    </SendForm>
  );
}
