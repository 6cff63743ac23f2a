import { useQuery } from '@tanstack/react-query';
import type { Coordination } from '#contract/coordination.ts';
import type { Ref } from '#contract/shapes.ts';
import { m } from '#text/generated/messages.js';
import { useForm } from '../app/form.ts';
import { directoryQuery } from '../app/queries.ts';
import { ReasonField } from '../app/reason.tsx';
import { SendForm } from '../app/sending.tsx';
import { Combobox, matching } from '../ui/combobox.tsx';

interface Draft {
  typed: string;
  worker: Ref | null;
  reason: string;
}
const empty: Draft = { typed: '', worker: null, reason: '' };

interface AppointFormProps {
  person: Coordination['people'][number];
  onSaved: () => void;
}

/** Who is to hold the threads together; why, when somebody else did. */
export function AppointForm({ person, onSaved }: AppointFormProps) {
  const { participantId, coordinator, name } = person;
  const form = useForm<Draft>(`coordinator ${participantId}`, empty);
  const directory = useQuery(directoryQuery).data;
  const { typed, worker, reason } = form.value;
  const options = (directory?.workers ?? [])
    .filter(({ kind }) => kind === 'municipal')
    .map(({ municipalityId, id, name: label, organisation }) => ({
      value: id,
      label,
      note: organisation,
      worker: { municipalityId, id },
    }));
  const submit = async () => {
    if (!worker || (coordinator && !reason.trim())) return;
    const body = { worker, ...(coordinator ? { instead: coordinator.versionId, reason } : {}) };
    const saved = m.coordination_appointed({ coordinator: typed, name });
    if (await form.save(`/api/people/${participantId}/coordinators`, body, saved)) onSaved();
  };
  return (
    <SendForm {...form.frame} submit={m.save()} onSubmit={submit}>
      {coordinator && <p>{m.coordination_now({ name: coordinator.name })}</p>}
      <div className="coordination-who">
        <Combobox
          label={m.coordination_who()}
          text={typed}
          onText={(text) => form.set({ typed: text, worker: null })}
          options={matching(options, typed)}
          onChoose={(chosen) => {
            const found = options.find(({ value }) => value === chosen.value);
            if (found) form.set({ typed: found.label, worker: found.worker });
          }}
          emptyText={m.worker_none()}
          error={form.chosen(worker)}
        />
      </div>
      {coordinator && (
        <ReasonField
          label={m.coordination_why()}
          description={m.coordination_why_note()}
          value={reason}
          onChange={(text) => form.set({ reason: text })}
          error={form.needed(reason)}
        />
      )}
      <p className="mv-meta">{m.coordination_told()}</p>
    </SendForm>
  );
}
