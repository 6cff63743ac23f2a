import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { Letterboxes } from '#contract/letter.ts';
import { m } from '#text/generated/messages.js';
import { addressQuery } from '../app/queries.ts';
import { QueryView } from '../app/query-view.tsx';
import { useSend } from '../app/sending.tsx';
import { SelectField } from '../ui/fields.tsx';
import { Heading } from '../ui/heading.tsx';
import { Notice } from '../ui/notice.tsx';
import './close.css';

interface LetterFrameProps {
  title: string;
  children: (boxes: Letterboxes) => ReactNode;
}

/** A page of its own for one letter, with the way back at the top. */
export function LetterFrame({ title, children }: LetterFrameProps) {
  const query = useQuery(addressQuery<Letterboxes>('/api/letterboxes'));
  return (
    <div className="mv-narrow mv-stack close">
      <p className="mv-no-print">
        <Link to="/parorende" className="close-back">
          <span aria-hidden="true">←</span> {m.close_public_title()}
        </Link>
      </p>
      <Heading level={1}>{title}</Heading>
      <QueryView query={query}>{children}</QueryView>
    </div>
  );
}

const boxName = ({ name, municipality }: Letterboxes[number]): string => `${name}, ${municipality}`;

/**
 * What a letter holds while it is written. Nothing of it is kept on the device: it may be somebody else's too, and whoever
 * finds it there may be the one it is about.
 */
export function useLetter<Draft extends { box: string }>(empty: Draft, boxes: Letterboxes) {
  const [value, setValue] = useState<Draft>({ ...empty, box: boxes.length === 1 ? '0' : '' });
  const [tried, setTried] = useState(false);
  const [sentTo, setSentTo] = useState<string>();
  const sending = useSend<{ received: true }>();
  const box = boxes[Number(value.box)];
  const missing = (isMissing: boolean, words: string) => (tried && isMissing ? words : undefined);
  return {
    value,
    set: (part: Partial<Draft>) => setValue({ ...value, ...part }),
    box: value.box === '' ? undefined : box,
    missing,
    needed: (text: string) => missing(!text.trim(), m.field_needed()),
    sentTo,
    send: async (path: string, body: object) => {
      if (!box || !(await sending.send(path, { ...body, service: box.service }))) return;
      setSentTo(box.name);
      setTried(false);
      setValue({ ...empty, box: value.box });
    },
    again: () => setSentTo(undefined),
    frame: { sending, onTry: () => setTried(true) },
  };
}

/** The same for everyone, in words too. */
export const Sent = ({ words, children }: { words: string; children?: ReactNode }) => (
  <Notice tone="good">
    <p>{words}</p>
    <p>
      <strong>{m.close_write_danger()}</strong>
    </p>
    {children}
  </Notice>
);

interface WhichBoxProps {
  boxes: Letterboxes;
  value: string;
  onChange: (chosen: string) => void;
  error: string | undefined;
}

/** Which service the letter goes to; where there is only one, nobody is asked. */
export function WhichBox({ boxes, ...field }: WhichBoxProps) {
  if (boxes.length === 1) return null;
  return (
    <SelectField
      label={m.close_write_service()}
      placeholder={m.field_choose()}
      options={boxes.map((one, place) => ({ value: String(place), label: boxName(one) }))}
      {...field}
    />
  );
}
