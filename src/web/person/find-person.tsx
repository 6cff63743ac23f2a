import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { m } from '#text/generated/messages.js';
import { Combobox } from '../ui/combobox.tsx';
import { useFoundOptions } from './find-people.ts';

const typesText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));

/** In the header of every worker’s screen; «/» goes here from wherever one is. */
export function FindPerson() {
  const [text, setText] = useState('');
  const found = useFoundOptions(text);
  const navigate = useNavigate();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || typesText(event.target))
        return;
      event.preventDefault();
      field.current?.focus();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return (
    <search>
      <Combobox
        label={m.people_find()}
        hideLabel
        placeholder={m.people_find_placeholder()}
        inputRef={field}
        text={text}
        onText={setText}
        {...found}
        onChoose={({ value }) => {
          setText('');
          field.current?.blur();
          void navigate({ to: '/deltaker/$participantId', params: { participantId: value } });
        }}
      />
    </search>
  );
}
