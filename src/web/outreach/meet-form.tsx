import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Outreach } from '#contract/outreach.ts';
import type { Directory } from '#contract/session.ts';
import { m } from '#text/generated/messages.js';
import { useDraft } from '../app/draft.ts';
import { KnownPeople, knownFrom } from '../app/known-people.tsx';
import { directoryQuery } from '../app/queries.ts';
import { QueryView } from '../app/query-view.tsx';
import { SendForm, useSend } from '../app/sending.tsx';
import { Button } from '../ui/button.tsx';
import { ChoiceChips } from '../ui/choice-chips.tsx';
import { TextField } from '../ui/fields.tsx';
import { useToast } from '../ui/toast.tsx';
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

const phonePattern = /^\+?[0-9 ]{8,19}$/;

/** Somebody new: what they are called is enough. */
function Fields({ services, now, onSaved, directory }: MeetFormProps & { directory: Directory }) {
  const only = directory.municipalities.length === 1 ? directory.municipalities[0]?.id : undefined;
  const { value, change, done, restored } = useDraft<Draft>('outreach new', {
    ...noAttempt,
    outcome: 'met',
    called: '',
    phone: null,
    home: only ?? '',
    service: services[0]?.service.id ?? '',
  });
  const sending = useSend();
  const toast = useToast();
  const [tried, setTried] = useState(false);
  const set = (part: Partial<Draft>) => change({ ...value, ...part });
  const phone = value.phone?.trim() ?? '';
  const phoneWrong = phone !== '' && !phonePattern.test(phone);
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
    if (!(await sending.send(path, what))) return;
    done();
    toast({ text });
    onSaved();
  };
  const saved = m.outreach_new_saved({ name: value.called.trim() });
  const known = knownFrom(sending.error);
  const submit = () => {
    setTried(true);
    if (value.called.trim() && value.home && value.outcome && !phoneWrong)
      void send('/api/outreach', body, saved);
  };
  return (
    <SendForm
      sending={sending}
      submit={m.save()}
      onSubmit={submit}
      restored={restored}
      fullWidth
      asks={
        known && (
          <KnownPeople
            known={known}
            busy={sending.busy}
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
        error={tried && !value.called.trim() ? m.field_needed() : undefined}
      />
      {!only && (
        <div>
          <ChoiceChips
            legend={m.outreach_home()}
            options={directory.municipalities.map(({ id, name }) => ({ value: id, label: name }))}
            value={value.home || undefined}
            onChange={(home) => set({ home })}
          />
          {tried && !value.home && (
            <p className="mv-problem-line" role="alert">
              {m.field_choose_needed()}
            </p>
          )}
        </div>
      )}
      {services.length > 1 && (
        <ChoiceChips
          legend={m.field_service()}
          options={services.map(({ service, name }) => ({ value: service.id, label: name }))}
          value={value.service}
          onChange={(service) => set({ service })}
        />
      )}
      <AttemptFields attempt={value} set={set} now={now} tried={tried} />
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
          error={tried && phoneWrong ? m.field_phone_wrong() : undefined}
        />
      )}
    </SendForm>
  );
}
