import { useState } from 'react';
import { Combobox } from '../ui/combobox.tsx';
import { useFoundOptions } from './find-people.ts';

interface PersonFieldProps {
  label: string;
  onChoose: (person: { participantId: string; name: string }) => void;
}

/** Finds somebody among those one may see, by part of a name, birth day or phone. */
export function PersonField({ label, onChoose }: PersonFieldProps) {
  const [text, setText] = useState('');
  const found = useFoundOptions(text);
  return (
    <Combobox
      label={label}
      text={text}
      onText={setText}
      {...found}
      onChoose={({ value, label: name }) => {
        setText('');
        onChoose({ participantId: value, name });
      }}
    />
  );
}
