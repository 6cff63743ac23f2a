import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { MyPlan } from '#contract/plan.ts';
import type { Directory } from '#contract/session.ts';
import type { AskPreview } from '#contract/sharing.ts';
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
import { Button } from '../ui/button.tsx';
import { ChoiceChips, ManyChips } from '../ui/choice-chips.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { SelectField, TextField } from '../ui/fields.tsx';
import { Skeleton } from '../ui/waiting.tsx';
import { ConfirmConsent, type SentConsent } from './confirm-consent.tsx';
import { type Confirming, HowConfirmed } from './how-confirmed.tsx';

interface GiveConsentProps {
  participantId: string;
  related: MyPlan['related'];
  now: string;
  onClose: () => void;
  /** Where it can be seen with the other's eyes first. */
  onPreview?: (ask: AskPreview, name: string) => void;
  /** What the participant is called, where a worker notes what they have signed on paper. */
  signedBy?: string;
}

export const GiveConsent = (props: GiveConsentProps) => (
  <Dialog title={m.sharing_give()} closeLabel={m.close()} onClose={props.onClose}>
    <ConsentTo {...props} />
  </Dialog>
);

/** The same without a frame of its own: also for a paper that a worker notes. */
export function ConsentTo(props: GiveConsentProps) {
  const directory = useQuery(directoryQuery);
  return (
    <QueryView query={directory} waiting={<Skeleton lines={4} label={m.waiting()} />}>
      {({ organisations, workers }) => (
        <ConsentForm
          {...props}
          recipients={[...closeOnes(props.related), ...organisationsFor(organisations)]}
          workers={workers}
        />
      )}
    </QueryView>
  );
}

/** Whom one may share with: what they can be let in to, and how the request names them. */
interface Recipient {
  id: string;
  name: string;
  label: string;
  topics: Topic[];
  body: Omit<AskPreview, 'topics'>;
}

const closeOnes = (related: MyPlan['related']): Recipient[] =>
  related.map(({ id, name, relationship }) => ({
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

/** One who works there, and no other. */
const toPerson = ({
  municipalityId,
  id,
  name,
  organisation,
}: Directory['workers'][number]): Pick<Recipient, 'name' | 'body'> => ({
  name: `${name} (${organisation})`,
  body: { worker: { municipalityId, id } },
});

const blank = {
  recipient: '',
  person: '',
  topics: [] as string[],
  how: 'until-stop' as 'until-stop' | 'until-day',
  until: '',
  by: 'code' as Confirming['by'],
  signedDay: '',
  kept: '',
};

interface ConsentFormProps extends GiveConsentProps {
  recipients: Recipient[];
  workers: Directory['workers'];
}

function ConsentForm(props: ConsentFormProps) {
  const { participantId, now, onClose, onPreview, signedBy, recipients, workers } = props;
  const form = useForm(`consent ${signedBy === undefined ? '' : participantId}`, blank);
  const { value, set } = form;
  const [sent, setSent] = useState<SentConsent>();
  const place = recipients.find(({ id }) => id === value.recipient);
  const there = workers.filter(({ organisationId }) => organisationId === place?.id);
  const person = there.find(({ id }) => id === value.person);
  const chosen = place && person ? { ...place, ...toPerson(person) } : place;
  const offered = chosen?.topics ?? [];
  const topics = offered.filter((topic) => value.topics.includes(topic));
  const until = value.how === 'until-day' ? value.until : undefined;
  const byCode = signedBy !== undefined && value.by === 'code';
  const signed = signedBy === undefined || byCode || (value.signedDay !== '' && value.kept.trim() !== '');
  const ready = chosen && topics.length > 0 && until !== '';
  const language = currentLanguage();

  const submit = async () => {
    if (!ready || !signed) return;
    const body = { ...chosen.body, topics, language, ...(until ? { until } : {}) };
    const all = `/api/people/${participantId}`;
    if (byCode) {
      const answer = await form.send(`${all}/consent-codes`, body, value);
      if (answer)
        setSent({
          id: answer.id,
          body,
          recipient: chosen.name,
          sentence: consentSentence(language, { recipient: chosen.name, topics, until }),
        });
      return;
    }
    const paper = signedBy === undefined ? {} : { paper: { signedDay: value.signedDay, kept: value.kept } };
    const given = m.sharing_given({ recipient: chosen.name });
    if (await form.save(`${all}/consents`, { ...body, ...paper }, given)) onClose();
  };

  if (sent !== undefined && signedBy !== undefined)
    return (
      <ConfirmConsent
        participantId={participantId}
        name={signedBy}
        sent={sent}
        onDone={() => {
          form.change(blank);
          onClose();
        }}
        onBack={() => setSent(undefined)}
      />
    );
  if (recipients.length === 0) return <EmptyState>{m.sharing_nobody()}</EmptyState>;
  return (
    <SendForm {...form.frame} submit={submitWords(signedBy, byCode)} onSubmit={submit} fullWidth>
      <SelectField
        label={signedBy === undefined ? m.sharing_with_whom() : m.paper_to_whom()}
        placeholder={m.sharing_choose()}
        value={value.recipient}
        onChange={(recipient) => set({ recipient, person: '' })}
        options={recipients.map(({ id, label }) => ({ value: id, label }))}
        error={form.chosen(chosen)}
      />
      {there.length > 0 && (
        <SelectField
          label={m.sharing_which_person()}
          value={value.person}
          onChange={(one) => set({ person: one })}
          options={[
            { value: '', label: m.sharing_everyone_there() },
            ...there.map(({ id, name }) => ({ value: id, label: m.sharing_only({ name }) })),
          ]}
        />
      )}
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
          min={dayOf(now)}
          onChange={(day) => set({ until: day })}
          error={form.needed(value.until)}
        />
      )}
      {signedBy !== undefined && (
        <HowConfirmed value={value} set={set} name={signedBy} now={now} needed={form.needed} />
      )}
      {ready && (
        <div className="share-sentence" aria-live="polite">
          <p className="mv-meta">
            {signedBy === undefined ? m.sharing_you_say() : m.paper_says({ name: signedBy })}
          </p>
          <p>
            <b>{consentSentence(language, { recipient: chosen.name, topics, until })}</b>
          </p>
          {onPreview && (
            <Button
              variant="tertiary"
              onClick={() => onPreview({ ...chosen.body, topics, ...(until ? { until } : {}) }, chosen.name)}
            >
              {m.preview_ask({ name: chosen.name })}
            </Button>
          )}
        </div>
      )}
      <p className="mv-meta">
        {signedBy === undefined ? m.sharing_no_means() : m.paper_means({ name: signedBy })}
      </p>
    </SendForm>
  );
}

function submitWords(signedBy: string | undefined, byCode: boolean): string {
  if (signedBy === undefined) return m.sharing_say_yes();
  return byCode ? m.consent_code_send({ name: signedBy }) : m.paper_note();
}
