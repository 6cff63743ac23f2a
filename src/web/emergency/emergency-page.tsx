import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { FoundInEmergency } from '#contract/emergency.ts';
import { m } from '#text/generated/messages.js';
import { useForm } from '../app/form.ts';
import { SendForm, useSend } from '../app/sending.tsx';
import { Card } from '../ui/card.tsx';
import { ChoiceChips } from '../ui/choice-chips.tsx';
import { TextArea, TextField } from '../ui/fields.tsx';
import { Heading } from '../ui/heading.tsx';
import { Notice } from '../ui/notice.tsx';
import './emergency.css';

const nobody = { givenName: '', familyName: '', birthDay: '' };
const LEAST_CHARACTERS = 15;

/** For health personnel: the one person with this name and birth day, why, and for how long. */
export function EmergencyPage() {
  const [looked, setLooked] = useState<FoundInEmergency>();
  return (
    <div className="mv-narrow mv-stack">
      <Heading level={1}>{m.nav_emergency()}</Heading>
      <p>{m.emergency_lead()}</p>
      <Find onFound={setLooked} onChange={() => setLooked(undefined)} />
      {looked && !looked.participantId && (
        <Notice tone="wait">
          <p>{m.emergency_nobody()}</p>
        </Notice>
      )}
      {looked?.participantId && <OpenForm participantId={looked.participantId} />}
    </div>
  );
}

interface FindProps {
  onFound: (looked: FoundInEmergency | undefined) => void;
  onChange: () => void;
}

/** Nothing of this is kept as a draft: it is somebody’s name. */
function Find({ onFound, onChange }: FindProps) {
  const [who, setWho] = useState(nobody);
  const [tried, setTried] = useState(false);
  const sending = useSend<FoundInEmergency>();
  const set = (part: Partial<typeof nobody>) => {
    setWho({ ...who, ...part });
    onChange();
  };
  const needed = (text: string) => (tried && !text.trim() ? m.field_needed() : undefined);
  const find = async () => {
    if (Object.values(who).some((text) => !text.trim())) return;
    onFound(await sending.send('/api/emergency/searches', who));
  };
  return (
    <Card>
      <SendForm
        sending={sending}
        submit={m.emergency_find()}
        variant="secondary"
        onTry={() => setTried(true)}
        onSubmit={find}
      >
        <div className="emergency-pair">
          <TextField
            label={m.emergency_given_name()}
            maxLength={80}
            value={who.givenName}
            onChange={(givenName) => set({ givenName })}
            error={needed(who.givenName)}
          />
          <TextField
            label={m.emergency_family_name()}
            maxLength={80}
            value={who.familyName}
            onChange={(familyName) => set({ familyName })}
            error={needed(who.familyName)}
          />
        </div>
        <TextField
          label={m.emergency_birth_day()}
          description={m.emergency_exactly()}
          type="date"
          value={who.birthDay}
          onChange={(birthDay) => set({ birthDay })}
          error={needed(who.birthDay)}
        />
      </SendForm>
    </Card>
  );
}

const hoursToChoose = ['1', '2', '4'] as const;

function OpenForm({ participantId }: { participantId: string }) {
  const form = useForm(`emergency ${participantId}`, {
    reason: '',
    hours: '2' as (typeof hoursToChoose)[number],
  });
  const navigate = useNavigate();
  const { reason, hours } = form.value;
  const tooShort = reason.trim().length < LEAST_CHARACTERS;
  const open = async () => {
    if (tooShort) return;
    const body = { participantId, reason, hours: Number(hours) };
    if (await form.save('/api/emergency/openings', body, m.emergency_opened()))
      await navigate({ to: '/deltaker/$participantId', params: { participantId } });
  };
  return (
    <Card title={m.emergency_found()}>
      <SendForm {...form.frame} submit={m.emergency_open()} onSubmit={open}>
        <TextArea
          label={m.emergency_why()}
          description={m.emergency_why_note()}
          maxLength={1000}
          required
          value={reason}
          onChange={(text) => form.set({ reason: text })}
          error={form.missing(tooShort, m.refusal_reason_in_words())}
        />
        <ChoiceChips
          legend={m.emergency_hours()}
          options={hoursToChoose.map((value) => ({
            value,
            label: value === '1' ? m.emergency_one_hour() : m.emergency_some_hours({ count: value }),
          }))}
          value={hours}
          onChange={(chosen) => form.set({ hours: chosen })}
        />
        <p className="mv-meta">{m.emergency_is_told()}</p>
      </SendForm>
    </Card>
  );
}
