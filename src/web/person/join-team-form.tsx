import { m } from '#text/generated/messages.js';
import { roleText } from '#text/text.ts';
import { dayOf } from '../app/dates.ts';
import { useForm } from '../app/form.ts';
import { instantAt } from '../app/oslo-time.ts';
import { SendForm } from '../app/sending.tsx';
import { SelectField, TextField } from '../ui/fields.tsx';
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
  const form = useForm<Draft>(`team ${page.participantId}`, {
    role: '',
    worker: noWorker,
    from: '',
    until: '',
    substituteFor: '',
  });
  const { value, set } = form;
  const untilMissing = value.substituteFor !== '' && !value.until;
  const submit = async () => {
    if (!value.worker.worker || !value.role || untilMissing) return;
    const path = `/api/people/${page.participantId}/team-memberships`;
    const joined = m.team_joined({ name: value.worker.typed, participant: name });
    if (await form.save(path, bodyOf(value), joined)) close();
  };
  return (
    <SendForm {...form.frame} submit={m.add()} onSubmit={submit}>
      <WorkerField
        label={m.team_who()}
        value={value.worker}
        onChange={(worker) => set({ worker })}
        error={form.chosen(value.worker.worker)}
      />
      <SelectField
        label={m.team_role()}
        placeholder={m.field_choose()}
        options={roles.map((known) => ({ value: known, label: roleText(known) }))}
        value={value.role}
        onChange={(chosen) => set({ role: chosen })}
        error={form.chosen(value.role)}
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
          error={form.missing(untilMissing, m.team_until_needed())}
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
