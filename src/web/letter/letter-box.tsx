import { useQuery } from '@tanstack/react-query';
import { type ComponentType, useState } from 'react';
import type { Letter, Letters } from '#contract/letter.ts';
import { m } from '#text/generated/messages.js';
import { between, exactMoment, lengthOf } from '../app/dates.ts';
import { Moment } from '../app/moment.tsx';
import { addressQuery } from '../app/queries.ts';
import { ProblemNotice, QueryView } from '../app/query-view.tsx';
import { useSend } from '../app/sending.tsx';
import { Button } from '../ui/button.tsx';
import { Details } from '../ui/details.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { PhoneLink } from '../ui/phone-link.tsx';
import { Tag } from '../ui/tag.tsx';
import { useToast } from '../ui/toast.tsx';
import { ConnectForm, type PersonField } from './connect-form.tsx';
import './letter.css';

interface LetterBoxProps {
  PersonField: PersonField;
  /** The form that receives somebody who asks for help themself; of another noun. */
  Receive: ComponentType<{ letter: Letter; now: string; onSaved: () => void }>;
}

type Doing = { what: 'connect' | 'receive'; letter: Letter };

/** The letterbox of the services where one takes in. Nobody else opens it. */
export function LetterBox({ PersonField, Receive }: LetterBoxProps) {
  const query = useQuery(addressQuery<Letters>('/api/letters'));
  const [doing, setDoing] = useState<Doing>();
  const done = () => setDoing(undefined);
  return (
    <section id="postkassen" className="letters mv-stack" aria-labelledby="letters-title">
      <h2 id="letters-title" className="mv-h3">
        {m.letters_title()}
      </h2>
      <p className="mv-meta">{m.letters_lead()}</p>
      <QueryView query={query}>
        {({ letters, now }) => (
          <>
            <Waiting letters={letters.filter(({ handled }) => !handled)} now={now} onDo={setDoing} />
            <Handled letters={letters} now={now} />
            {doing?.what === 'connect' && (
              <Dialog title={m.letter_connect_title()} closeLabel={m.close()} onClose={done}>
                <ConnectForm letter={doing.letter} PersonField={PersonField} onSaved={done} />
              </Dialog>
            )}
            {doing?.what === 'receive' && (
              <Dialog title={m.letter_receive()} closeLabel={m.close()} onClose={done}>
                <Receive letter={doing.letter} now={now} onSaved={done} />
              </Dialog>
            )}
          </>
        )}
      </QueryView>
    </section>
  );
}

interface WaitingProps {
  letters: readonly Letter[];
  now: string;
  onDo: (doing: Doing) => void;
}

function Waiting({ letters, now, onDo }: WaitingProps) {
  if (letters.length === 0) return <EmptyState>{m.letters_none()}</EmptyState>;
  return (
    <ul className="mv-stack">
      {letters.map((letter) => (
        <li key={letter.letter.id}>
          <LetterCard letter={letter} now={now} onDo={onDo} />
        </li>
      ))}
    </ul>
  );
}

function LetterCard({ letter, now, onDo }: { letter: Letter; now: string; onDo: WaitingProps['onDo'] }) {
  const { about, words, writer, confidence, receivedAt, serviceName } = letter;
  return (
    <article className="letter mv-stack">
      <div className="mv-row">
        <strong>
          {about ? m.letter_about({ about }) : m.letter_for_myself({ name: writer?.name ?? '' })}
        </strong>
        <span title={exactMoment(receivedAt)}>
          <Tag tone="sun">{m.enquiry_waited({ length: lengthOf(between(receivedAt, now)) })}</Tag>
        </span>
      </div>
      <p className="mv-meta">
        {about && `${writerText(writer)} · `}
        {serviceName} · <Moment at={receivedAt} now={now} />
        {writer?.phone && (
          <>
            {' · '}
            <PhoneLink phone={writer.phone} />
          </>
        )}
      </p>
      <blockquote className="mv-own-words">{words}</blockquote>
      {confidence && (
        <p>
          <Tag tone={confidence === 'kept' ? 'berry' : 'accent'}>
            {confidence === 'kept' ? m.letter_kept() : m.letter_told()}
          </Tag>
        </p>
      )}
      <div className="mv-row">
        {about ? (
          <Button onClick={() => onDo({ what: 'connect', letter })}>{m.letter_connect()}</Button>
        ) : (
          <Button onClick={() => onDo({ what: 'receive', letter })}>{m.letter_receive()}</Button>
        )}
        <Noting letter={letter} />
      </div>
    </article>
  );
}

const writerText = (writer: Letter['writer']): string => {
  const who = [writer?.name, writer?.relation].filter(Boolean).join(', ');
  return who ? m.letter_from({ who }) : m.letter_from_nobody();
};

function Noting({ letter }: { letter: Letter }) {
  const { send, busy, error } = useSend();
  const toast = useToast();
  const note = async () => {
    if (await send('/api/letter-notings', { letter: letter.letter })) toast({ text: m.letter_noted() });
  };
  return (
    <>
      <Button variant="secondary" busy={busy} onClick={() => void note()}>
        {letter.about ? m.letter_note() : m.letter_note_for_myself()}
      </Button>
      {error && <ProblemNotice error={error} />}
    </>
  );
}

const handledWords: Record<string, () => string> = {
  connected: m.letter_handled_connected,
  received: m.letter_handled_received,
  noted: m.letter_handled_noted,
};

/** A line for each: its words are not here any more. */
function Handled({ letters, now }: { letters: readonly Letter[]; now: string }) {
  const those = letters.flatMap(({ letter, handled }) => (handled ? [{ id: letter.id, ...handled }] : []));
  if (those.length === 0) return null;
  return (
    <Details summary={m.letter_handled()}>
      <ul className="mv-stack">
        {those.map(({ id, how, at, by }) => (
          <li key={id} className="mv-meta">
            {[by, handledWords[how]?.() ?? how].join(': ')} · <Moment at={at} now={now} />
          </li>
        ))}
      </ul>
    </Details>
  );
}
