import { useQuery } from '@tanstack/react-query';
import type { MyPlan } from '#contract/plan.ts';
import type { Directory } from '#contract/session.ts';
import type { Topic } from '#domain/access/topics.ts';
import { shareableWith } from '#domain/consent/shareable.ts';
import { consentSentence } from '#text/consent.ts';
import { m } from '#text/generated/messages.js';
import { relationshipText, topicText } from '#text/text.ts';
import { capital, dayOf } from '../app/dates.ts';
import { useForm } from '../app/form.ts';
import { currentLanguage } from '../app/language.ts';
import { directoryQuery } from '../app/queries.ts';
import { QueryView } from '../app/query-view.tsx';
import { SendForm } from '../app/sending.tsx';
import { ChoiceChips, ManyChips } from '../ui/choice-chips.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { SelectField, TextField } from '../ui/fields.tsx';
import { Skeleton } from '../ui/waiting.tsx';

interface GiveConsentProps {
  plan: MyPlan;
  onClose: () => void;
}

export function GiveConsent({ plan, onClose }: GiveConsentProps) {
  const directory = useQuery(directoryQuery);
  return (
    <Dialog title={m.sharing_give()} closeLabel={m.close()} onClose={onClose}>
      <QueryView query={directory} waiting={<Skeleton lines={4} label={m.waiting()} />}>
        {({ organisations }) => (
          <ConsentForm
            plan={plan}
            onClose={onClose}
            recipients={[...closeOnes(plan), ...organisationsFor(organisations)]}
          />
        )}
      </QueryView>
    </Dialog>
  );
}

/** Whom one may share with: what they can be let in to, and how the request names them. */
interface Recipient {
  id: string;
  name: string;
  label: string;
  topics: Topic[];
  body: object;
}

const closeOnes = (plan: MyPlan): Recipient[] =>
  plan.related.map(({ id, name, relationship }) => ({
    id,
    name,
    label: `${name} (${relationshipText(relationship)})`,
    topics: shareableWith('related-person'),
    body: { relatedPersonId: id },
  }));

const organisationsFor = (organisations: Directory['organisations']): Recipient[] =>
  organisations
    .map(({ municipalityId, id, name, kind }) => ({
      id,
      name,
      label: name,
      topics: shareableWith(kind),
      body: { organisation: { municipalityId, id } },
    }))
    .filter(({ topics }) => topics.length > 0);

const blank = {
  recipient: '',
  topics: [] as string[],
  how: 'until-stop' as 'until-stop' | 'until-day',
  until: '',
};

function ConsentForm({ plan, onClose, recipients }: GiveConsentProps & { recipients: Recipient[] }) {
  const form = useForm('consent', blank);
  const { value, set } = form;
  const chosen = recipients.find(({ id }) => id === value.recipient);
  const offered = chosen?.topics ?? [];
  const topics = offered.filter((topic) => value.topics.includes(topic));
  const until = value.how === 'until-day' ? value.until : undefined;
  const ready = chosen && topics.length > 0 && until !== '';

  const submit = async () => {
    if (!ready) return;
    const body = { ...chosen.body, topics, language: currentLanguage(), ...(until ? { until } : {}) };
    const given = m.sharing_given({ recipient: chosen.name });
    if (await form.save(`/api/people/${plan.participantId}/consents`, body, given)) onClose();
  };

  if (recipients.length === 0) return <EmptyState>{m.sharing_nobody()}</EmptyState>;
  return (
    <SendForm {...form.frame} submit={m.sharing_say_yes()} onSubmit={submit} fullWidth>
      <SelectField
        label={m.sharing_with_whom()}
        placeholder={m.sharing_choose()}
        value={value.recipient}
        onChange={(recipient) => set({ recipient })}
        options={recipients.map(({ id, label }) => ({ value: id, label }))}
        error={form.chosen(chosen)}
      />
      {chosen && (
        <ManyChips
          legend={m.sharing_what()}
          options={offered.map((topic) => ({ value: topic as string, label: capital(topicText(topic)) }))}
          values={topics}
          onChange={(picked) => set({ topics: picked })}
          error={form.chosen(topics.length > 0)}
        />
      )}
      <ChoiceChips
        legend={m.sharing_how_long()}
        options={[
          { value: 'until-stop', label: m.sharing_until_i_stop() },
          { value: 'until-day', label: m.sharing_until_date() },
        ]}
        value={value.how}
        onChange={(how) => set({ how })}
      />
      {value.how === 'until-day' && (
        <TextField
          type="date"
          label={m.sharing_last_day()}
          value={value.until}
          min={dayOf(plan.now)}
          onChange={(day) => set({ until: day })}
          error={form.needed(value.until)}
        />
      )}
      {ready && (
        <div className="share-sentence" aria-live="polite">
          <p className="mv-meta">{m.sharing_you_say()}</p>
          <p>
            <b>{consentSentence(currentLanguage(), { recipient: chosen.name, topics, until })}</b>
          </p>
        </div>
      )}
      <p className="mv-meta">{m.sharing_no_means()}</p>
    </SendForm>
  );
}
