import { useQuery } from '@tanstack/react-query';
import type { PersonPage } from '#contract/person.ts';
import type { Rights } from '#contract/rights.ts';
import { m } from '#text/generated/messages.js';
import { usualText } from '#text/rights.ts';
import { useForm } from '../app/form.ts';
import { addressQuery } from '../app/queries.ts';
import { QueryView } from '../app/query-view.tsx';
import { SendForm } from '../app/sending.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { ChoiceChips } from '../ui/choice-chips.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { TextArea, TextField } from '../ui/fields.tsx';
import { RequestForm } from './request-form.tsx';
import { RequestView } from './request-view.tsx';
import './rights.css';

interface RightsOfProps {
  page: PersonPage;
  name: string;
  onAsk: () => void;
  onAnswer: (requestId: string) => void;
}

const deciders = ['contact-person', 'coordinator', 'intake'];
const mayDecide = (page: PersonPage): boolean => page.roles.some((role) => deciders.includes(role));

/** What somebody has asked for, for those beside. */
export function RightsOf({ page, name, onAsk, onAnswer }: RightsOfProps) {
  const { rights = [], now } = page;
  if (!page.may.includes('sharing')) return null;
  return (
    <Card
      title={m.rights_of({ name })}
      aside={
        <Button variant="secondary" onClick={onAsk}>
          {m.add()}
        </Button>
      }
    >
      <p className="mv-meta">{m.rights_note_of({ name })}</p>
      {rights.length === 0 && <EmptyState>{m.rights_none_of({ name })}</EmptyState>}
      {rights.map((request) => (
        <RequestView
          key={request.id}
          request={request}
          now={now}
          owed={(day) => m.rights_owed_to({ name, day })}
        >
          {request.owedBy && mayDecide(page) && (
            <div>
              <Button variant="secondary" onClick={() => onAnswer(request.id)}>
                {m.rights_answer()}
              </Button>
            </div>
          )}
        </RequestView>
      ))}
    </Card>
  );
}

interface FormOfProps {
  page: PersonPage;
  name: string;
  about: string | undefined;
  done: () => void;
}

/** Written down for the participant, in their words. */
export function RightsRequestOf({ page: { participantId }, name, about, done }: FormOfProps) {
  const rights = useQuery(addressQuery<Rights>(`/api/people/${participantId}/rights`));
  return (
    <QueryView query={rights}>
      {(data) => (
        <RequestForm
          participantId={participantId}
          rights={data}
          about={about}
          wordsLabel={m.rights_words_of({ name })}
          onSaved={done}
        />
      )}
    </QueryView>
  );
}

const outcomes = [
  { value: 'granted', label: m.rights_outcome_granted },
  { value: 'partly', label: m.rights_outcome_partly },
  { value: 'refused', label: m.rights_outcome_refused },
  { value: 'prolonged', label: m.rights_outcome_prolonged },
] as const;

/** The answer, with the reasons; or until when one is owed. */
export function DecideRightForm({ page, name, about, done }: FormOfProps) {
  const request = page.rights?.find(({ id }) => id === about);
  const form = useForm(`right-answer ${about}`, { outcome: '', words: '', untilDay: '' });
  if (request?.owedBy === undefined) return <EmptyState>{m.rights_gone()}</EmptyState>;
  const { value, set } = form;
  const prolonged = value.outcome === 'prolonged';
  const submit = async () => {
    const words = value.words.trim();
    if (!value.outcome || !words || (prolonged && !value.untilDay)) return;
    const body = {
      requestId: request.id,
      outcome: value.outcome,
      words,
      ...(prolonged ? { untilDay: value.untilDay } : {}),
    };
    const path = `/api/people/${page.participantId}/rights-decisions`;
    if (await form.save(path, body, m.rights_answered({ name }))) done();
  };
  return (
    <>
      <RequestView request={request} now={page.now} owed={(day) => m.rights_owed_to({ name, day })}>
        <p className="mv-meta">{m.rights_law({ usual: usualText(request.usual), law: request.law })}</p>
      </RequestView>
      <SendForm {...form.frame} submit={m.save()} onSubmit={submit}>
        <ChoiceChips
          legend={m.rights_outcome()}
          options={outcomes.map(({ value: outcome, label }) => ({ value: outcome, label: label() }))}
          value={outcomes.find((one) => one.value === value.outcome)?.value}
          onChange={(outcome) => set({ outcome })}
          error={form.chosen(value.outcome)}
        />
        {prolonged && (
          <TextField
            label={m.rights_until()}
            type="date"
            value={value.untilDay}
            onChange={(untilDay) => set({ untilDay })}
            error={form.needed(value.untilDay)}
          />
        )}
        <TextArea
          label={m.rights_reason()}
          description={m.rights_reason_note({ name })}
          rows={4}
          maxLength={2000}
          value={value.words}
          onChange={(words) => set({ words })}
          error={form.needed(value.words)}
        />
      </SendForm>
    </>
  );
}
