import { useQuery } from '@tanstack/react-query';
import type { Ref } from '#contract/shapes.ts';
import { m } from '#text/generated/messages.js';
import { directoryQuery } from '../app/queries.ts';
import { SelectField } from '../ui/fields.tsx';

interface LeaderFieldProps {
  value: string;
  onChange: (id: string) => void;
  error?: string | undefined;
  description?: string;
}

/** Anyone who works where services are shared. */
export function LeaderField({ value, onChange, error, description }: LeaderFieldProps) {
  const workers = useQuery(directoryQuery).data?.workers ?? [];
  return (
    <SelectField
      label={m.field_leader()}
      description={description}
      placeholder={m.field_choose()}
      options={workers.map(({ id, name, organisation }) => ({
        value: id,
        label: `${name}, ${organisation}`,
      }))}
      value={value}
      onChange={onChange}
      error={error}
    />
  );
}

/** The one who was chosen, with the municipality they work in. */
export function useWorkerRef(): (id: string) => Ref | undefined {
  const workers = useQuery(directoryQuery).data?.workers ?? [];
  return (id) => {
    const worker = workers.find((one) => one.id === id);
    return worker && { municipalityId: worker.municipalityId, id: worker.id };
  };
}
