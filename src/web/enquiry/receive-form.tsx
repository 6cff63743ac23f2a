import { useQuery } from '@tanstack/react-query';
import type { enquirySources } from '#contract/enquiry.ts';
import type { Letter } from '#contract/letter.ts';
import type { Directory } from '#contract/session.ts';
import { m } from '#text/generated/messages.js';
import { sourceText } from '#text/text.ts';
import { dayOf } from '../app/dates.ts';
import { useForm } from '../app/form.ts';
import { KnownPeople, knownFrom } from '../app/known-people.tsx';
import { isWrongPhone } from '../app/phone.ts';
import { directoryQuery } from '../app/queries.ts';
import { QueryView } from '../app/query-view.tsx';
import { SendForm } from '../app/sending.tsx';
import { SelectField, TextArea, TextField } from '../ui/fields.tsx';
import './enquiry.css';

type Source = (typeof enquirySources)[number];

const sources: readonly Source[] = [
  'self',
  'relative',
  'family',
  'nav',
  'dps',
  'prison',
  'treatment',
  'gp',
  'street',
  'police',
  'other',
];

interface ReceiveFormProps {
  today: string;
  /** Where the enquiry comes from, when that is given by who writes it. */
  source?: Source;
  /** The letter it came by: what stands in it is filled in. */
  letter?: Letter;
  onSaved: () => void;
}

interface Draft {
  givenName: string;
  familyName: string;
  phone: string;
  birthDay: string;
  personNumber: string;
  source: string;
  words: string;
  home: string;
  service: string;
}

export function ReceiveForm(props: ReceiveFormProps) {
  return (
    <QueryView query={useQuery(directoryQuery)}>
      {(directory) => <Fields {...props} directory={directory} />}
    </QueryView>
  );
}

/** The fields that are not ready. */
function faultsOf(draft: Draft): Set<keyof Draft> {
  const faults = new Set<keyof Draft>();
  for (const needed of ['givenName', 'words', 'home', 'service', 'source'] as const)
    if (!draft[needed].trim()) faults.add(needed);
  if (isWrongPhone(draft.phone)) faults.add('phone');
  return faults;
}

/** A draft as the act it becomes. */
function actOf(draft: Draft, directory: Directory) {
  const service = directory.services.find(({ id }) => id === draft.service);
  const phone = draft.phone.trim();
  return {
    home: draft.home,
    service: { municipalityId: service?.municipalityId, id: draft.service },
    source: draft.source,
    givenName: draft.givenName.trim(),
    words: draft.words.trim(),
    ...(draft.familyName.trim() ? { familyName: draft.familyName.trim() } : {}),
    ...(phone ? { phone } : {}),
    ...(draft.birthDay ? { birthDay: draft.birthDay } : {}),
    ...(draft.personNumber.trim() ? { personNumber: draft.personNumber.trim() } : {}),
  };
}

/** What is said, without who it is about. */
const enquiryOf = ({ service, source, words }: ReturnType<typeof actOf>) => ({ service, source, words });

function Fields({ today, source, letter, onSaved, directory }: ReceiveFormProps & { directory: Directory }) {
  const onlyService = directory.services.length === 1 ? directory.services[0]?.id : undefined;
  const form = useForm<Draft>(letter ? `enquiry ${letter.letter.id}` : 'enquiry', {
    givenName: letter?.writer?.name ?? '',
    familyName: '',
    phone: letter?.writer?.phone ?? '',
    birthDay: '',
    personNumber: '',
    source: source ?? '',
    words: letter?.words ?? '',
    home: '',
    service: letter?.service.id ?? onlyService ?? '',
  });
  const { value, set } = form;
  const faults = faultsOf(value);
  const fault = (field: keyof Draft, text: string) => form.missing(faults.has(field), text);
  const field = (name: keyof Draft) => ({
    value: value[name],
    onChange: (text: string) => set({ [name]: text }),
  });
  const send = async (path: string, body: object, text: string) => {
    if (await form.save(path, body, text)) onSaved();
  };
  const act = { ...actOf(value, directory), ...(letter ? { letter: letter.letter } : {}) };
  const received = m.enquiry_received({ name: value.givenName });
  const known = knownFrom(form.error);
  const submit = () => {
    if (faults.size === 0) void send('/api/enquiries', act, received);
  };
  return (
    <SendForm
      {...form.frame}
      submit={m.save()}
      onSubmit={submit}
      asks={
        known && (
          <KnownPeople
            known={known}
            busy={form.frame.sending.busy}
            onAdd={({ participantId, name }) =>
              send(`/api/people/${participantId}/enquiries`, enquiryOf(act), m.known_added({ name }))
            }
            onOther={() => send('/api/enquiries', { ...act, otherPerson: true }, received)}
          />
        )
      }
    >
      <div className="mv-two">
        <TextField
          label={m.field_given_name()}
          maxLength={80}
          required
          {...field('givenName')}
          error={fault('givenName', m.field_needed())}
        />
        <TextField label={m.field_family_name()} maxLength={80} {...field('familyName')} />
        <TextField
          label={m.field_phone()}
          inputMode="tel"
          {...field('phone')}
          error={fault('phone', m.field_phone_wrong())}
        />
        <TextField label={m.field_birth_day()} type="date" max={dayOf(today)} {...field('birthDay')} />
        <TextField
          label={m.number_if_known()}
          description={m.number_if_known_note()}
          inputMode="numeric"
          maxLength={30}
          {...field('personNumber')}
        />
      </div>
      <TextArea
        label={m.enquiry_words()}
        description={m.enquiry_words_note()}
        rows={4}
        maxLength={4000}
        required
        {...field('words')}
        error={fault('words', m.field_needed())}
      />
      <div className="mv-two">
        {!source && (
          <SelectField
            label={m.enquiry_source()}
            placeholder={m.field_choose()}
            options={sources.map((known) => ({ value: known, label: sourceText(known) }))}
            {...field('source')}
            error={fault('source', m.field_choose_needed())}
          />
        )}
        <SelectField
          label={m.enquiry_home()}
          placeholder={m.field_choose()}
          options={directory.municipalities.map(({ id, name }) => ({ value: id, label: name }))}
          {...field('home')}
          error={fault('home', m.field_choose_needed())}
        />
        <SelectField
          label={m.field_service()}
          placeholder={m.field_choose()}
          options={directory.services.map(({ id, name }) => ({ value: id, label: name }))}
          {...field('service')}
          error={fault('service', m.field_choose_needed())}
        />
      </div>
    </SendForm>
  );
}
