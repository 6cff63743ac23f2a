import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { m } from '#text/generated/messages.js';
import { Combobox } from '../ui/combobox.tsx';
import { useFoundPeople } from './find-people.ts';

const typesText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));

const most = 8;

/** In the header of every worker’s screen; «/» goes here from wherever one is. */
export function FindPerson() {
  const [text, setText] = useState('');
  const found = useFoundPeople(text);
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
  const people = text.trim() ? (found.data?.people ?? []) : [];
  return (
    <search>
      <Combobox
        label={m.people_find()}
        hideLabel
        placeholder={m.people_find_placeholder()}
        inputRef={field}
        text={text}
        onText={setText}
        options={people.slice(0, most).map(({ participantId, name, service }) => ({
          value: participantId,
          label: name,
          note: service,
        }))}
        onChoose={({ value }) => {
          setText('');
          field.current?.blur();
          void navigate({ to: '/deltaker/$participantId', params: { participantId: value } });
        }}
        emptyText={found.isFetching ? undefined : m.people_not_found()}
      />
    </search>
  );
}
