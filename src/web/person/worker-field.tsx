import { useQuery } from '@tanstack/react-query';
import type { Directory } from '#contract/session.ts';
import type { Ref } from '#contract/shapes.ts';
import { m } from '#text/generated/messages.js';
import { directoryQuery } from '../app/queries.ts';
import { Combobox, matching } from '../ui/combobox.tsx';

export interface ChosenWorker {
  typed: string;
  worker: Ref | null;
}

export const noWorker: ChosenWorker = { typed: '', worker: null };

interface WorkerFieldProps {
  label: string;
  value: ChosenWorker;
  onChange: (value: ChosenWorker) => void;
  /** Those who come to mind first, before anything is typed. */
  first?: readonly { name: string; worker: Ref; organisation: string }[];
  fits?: (worker: Directory['workers'][number]) => boolean;
  error?: string | undefined;
}

/** Finds somebody who works, in any organisation. */
export function WorkerField({ label, value, onChange, first = [], fits, error }: WorkerFieldProps) {
  const directory = useQuery(directoryQuery).data;
  const near = first.map(({ name, worker, organisation }) => ({
    value: worker.id,
    label: name,
    note: organisation,
    worker,
  }));
  const others = (directory?.workers ?? [])
    .filter((worker) => (fits ? fits(worker) : true))
    .filter(({ id }) => !near.some((known) => known.value === id))
    .map(({ municipalityId, id, name, organisation }) => ({
      value: id,
      label: name,
      note: organisation,
      worker: { municipalityId, id },
    }));
  const options = [...near, ...others];
  return (
    <Combobox
      label={label}
      text={value.typed}
      onText={(typed) => onChange({ typed, worker: null })}
      options={matching(options, value.typed)}
      onChoose={(chosen) => {
        const found = options.find((option) => option.value === chosen.value);
        if (found) onChange({ typed: found.label, worker: found.worker });
      }}
      emptyText={m.worker_none()}
      error={error}
    />
  );
}
