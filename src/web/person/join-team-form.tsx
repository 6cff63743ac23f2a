import { useState } from 'react';
import { m } from '#text/generated/messages.js';
import { roleText } from '#text/text.ts';
import { dayOf } from '../app/dates.ts';
import { useDraft } from '../app/draft.ts';
import { instantAt } from '../app/oslo-time.ts';
import { SendForm, useSend } from '../app/sending.tsx';
import { SelectField, TextField } from '../ui/fields.tsx';
import { useToast } from '../ui/toast.tsx';
import type { ActProps } from './acts.ts';
import { type ChosenWorker, noWorker, WorkerField } from './worker-field.tsx';

const roles = [
  'contact-person',
  'coordinator',
  'team-member',
  'peer',
  'nav',
  'dps',
  'gp',
  'work-training',
  'voluntary',
] as const;

interface Draft {
  role: string;
  worker: ChosenWorker;
  from: string;
  until: string;
  substituteFor: string;
}

/** Somebody joins the people around the participant, for good or for a while, or steps in for one who is away. */
export function JoinTeamForm({ page, name, done: close }: ActProps) {
  const { value, change, done, restored } = useDraft<Draft>(`team ${page.participantId}`, {
    role: '',
    worker: noWorker,
    from: '',
    until: '',
    substituteFor: '',
  });
  const sending = useSend();
  const toast = useToast();
  const [tried, setTried] = useState(false);
  const set = (part: Partial<Draft>) => change({ ...value, ...part });
  const untilMissing = value.substituteFor !== '' && !value.until;
  const submit = async () => {
    setTried(true);
    if (!value.worker.worker || !value.role || untilMissing) return;
    const saved = await sending.send(`/api/people/${page.participantId}/team-memberships`, bodyOf(value));
    if (!saved) return;
    done();
    toast({ text: m.team_joined({ name: value.worker.typed, participant: name }) });
    close();
  };
  return (
    <SendForm sending={sending} submit={m.add()} onSubmit={submit} restored={restored}>
      <WorkerField
        label={m.team_who()}
        value={value.worker}
        onChange={(worker) => set({ worker })}
        error={tried && !value.worker.worker ? m.field_choose_needed() : undefined}
      />
      <SelectField
        label={m.team_role()}
        placeholder={m.field_choose()}
        options={roles.map((known) => ({ value: known, label: roleText(known) }))}
        value={value.role}
        onChange={(chosen) => set({ role: chosen })}
        error={tried && !value.role ? m.field_choose_needed() : undefined}
      />
      {(page.team?.length ?? 0) > 0 && (
        <SelectField
          label={m.team_substitute_for()}
          placeholder={m.team_substitute_nobody()}
          options={(page.team ?? [])
            .filter((member) => !member.substituteFor)
            .map((member) => ({ value: member.id, label: `${member.name}, ${roleText(member.role)}` }))}
          value={value.substituteFor}
          onChange={(substituteFor) =>
            set({
              substituteFor,
              role: page.team?.find((member) => member.id === substituteFor)?.role ?? value.role,
            })
          }
        />
      )}
      <div className="mv-pair">
        <TextField
          label={m.team_from()}
          description={m.team_from_note()}
          type="date"
          min={dayOf(page.now)}
          value={value.from}
          onChange={(from) => set({ from })}
        />
        <TextField
          label={m.team_until()}
          description={m.team_until_note()}
          type="date"
          min={value.from || dayOf(page.now)}
          value={value.until}
          onChange={(until) => set({ until })}
          error={tried && untilMissing ? m.team_until_needed() : undefined}
        />
      </div>
    </SendForm>
  );
}

const bodyOf = ({ role, worker, from, until, substituteFor }: Draft) => ({
  role,
  worker: worker.worker,
  ...(from ? { from: instantAt(from, '00:00') } : {}),
  ...(until ? { until: instantAt(until, '23:59') } : {}),
  ...(substituteFor ? { substituteFor } : {}),
});
