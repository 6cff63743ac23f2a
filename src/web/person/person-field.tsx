import { useState } from 'react';
import { m } from '#text/generated/messages.js';
import { Combobox } from '../ui/combobox.tsx';
import { useFoundPeople } from './find-people.ts';

interface PersonFieldProps {
  label: string;
  onChoose: (person: { participantId: string; name: string }) => void;
}

const most = 8;

/** Finds somebody among those one may see, by part of a name, birth day or phone. */
export function PersonField({ label, onChoose }: PersonFieldProps) {
  const [text, setText] = useState('');
  const found = useFoundPeople(text);
  const people = text.trim() ? (found.data?.people ?? []) : [];
  return (
    <Combobox
      label={label}
      text={text}
      onText={setText}
      options={people.slice(0, most).map(({ participantId, name, service }) => ({
        value: participantId,
        label: name,
        note: service,
      }))}
      onChoose={({ value, label: name }) => {
        setText('');
        onChoose({ participantId: value, name });
      }}
      emptyText={found.isFetching ? undefined : m.people_not_found()}
    />
  );
}
