import { useQuery } from '@tanstack/react-query';
import type { Outreach } from '#contract/outreach.ts';
import type { Directory } from '#contract/session.ts';
import { m } from '#text/generated/messages.js';
import { useForm } from '../app/form.ts';
import { KnownPeople, knownFrom } from '../app/known-people.tsx';
import { isWrongPhone } from '../app/phone.ts';
import { directoryQuery } from '../app/queries.ts';
import { QueryView } from '../app/query-view.tsx';
import { SendForm } from '../app/sending.tsx';
import { Button } from '../ui/button.tsx';
import { ChoiceChips } from '../ui/choice-chips.tsx';
import { TextField } from '../ui/fields.tsx';
import { type Attempt, AttemptFields, attemptBody, noAttempt } from './attempt-fields.tsx';

interface MeetFormProps {
  services: Outreach['services'];
  now: string;
  onSaved: () => void;
}

export function MeetForm(props: MeetFormProps) {
  return (
    <QueryView query={useQuery(directoryQuery)}>
      {(directory) => <Fields {...props} directory={directory} />}
    </QueryView>
  );
}

interface Draft extends Attempt {
  called: string;
  phone: string | null;
  home: string;
  service: string;
}

/** Somebody new: what they are called is enough. */
function Fields({ services, now, onSaved, directory }: MeetFormProps & { directory: Directory }) {
  const only = directory.municipalities.length === 1 ? directory.municipalities[0]?.id : undefined;
  const form = useForm<Draft>('outreach new', {
    ...noAttempt,
    outcome: 'met',
    called: '',
    phone: null,
    home: only ?? '',
    service: services[0]?.service.id ?? '',
  });
  const { value, set } = form;
  const phone = value.phone?.trim() ?? '';
  const attempt = {
    service: services.find(({ service }) => service.id === value.service)?.service,
    ...attemptBody(value),
  };
  const body = {
    home: value.home,
    givenName: value.called.trim(),
    ...(phone ? { phone } : {}),
    ...attempt,
  };
  const send = async (path: string, what: object, text: string) => {
    if (await form.save(path, what, text)) onSaved();
  };
  const saved = m.outreach_new_saved({ name: value.called.trim() });
  const known = knownFrom(form.error);
  const submit = () => {
    if (value.called.trim() && value.home && value.outcome && !isWrongPhone(phone))
      void send('/api/outreach', body, saved);
  };
  return (
    <SendForm
      {...form.frame}
      submit={m.save()}
      onSubmit={submit}
      fullWidth
      asks={
        known && (
          <KnownPeople
            known={known}
            busy={form.frame.sending.busy}
            onAdd={({ participantId, name }) =>
              send(`/api/people/${participantId}/outreach`, attempt, m.known_added({ name }))
            }
            onOther={() => send('/api/outreach', { ...body, otherPerson: true }, saved)}
          />
        )
      }
    >
      <TextField
        label={m.field_called()}
        description={m.field_called_note()}
        maxLength={80}
        required
        value={value.called}
        onChange={(called) => set({ called })}
        error={form.needed(value.called)}
      />
      {!only && (
        <ChoiceChips
          legend={m.outreach_home()}
          options={directory.municipalities.map(({ id, name }) => ({ value: id, label: name }))}
          value={value.home || undefined}
          onChange={(home) => set({ home })}
          error={form.chosen(value.home)}
        />
      )}
      {services.length > 1 && (
        <ChoiceChips
          legend={m.field_service()}
          options={services.map(({ service, name }) => ({ value: service.id, label: name }))}
          value={value.service}
          onChange={(service) => set({ service })}
        />
      )}
      <AttemptFields attempt={value} set={set} now={now} missing={form.missing} />
      {value.phone === null ? (
        <div className="mv-row mv-form-more">
          <Button quiet onClick={() => set({ phone: '' })}>
            {m.outreach_add_phone()}
          </Button>
        </div>
      ) : (
        <TextField
          label={m.field_phone()}
          inputMode="tel"
          value={value.phone}
          onChange={(typed) => set({ phone: typed })}
          error={form.missing(isWrongPhone(phone), m.field_phone_wrong())}
        />
      )}
    </SendForm>
  );
}
