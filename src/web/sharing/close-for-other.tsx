import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Directory } from '#contract/session.ts';
import { m } from '#text/generated/messages.js';
import { directoryQuery } from '../app/queries.ts';
import { QueryView } from '../app/query-view.tsx';
import { ReasonForm } from '../app/reason.tsx';
import { Button } from '../ui/button.tsx';
import { Combobox, type ComboboxOption, matching } from '../ui/combobox.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Skeleton } from '../ui/waiting.tsx';
import type { Closing } from './close-door.tsx';

interface CloseForOtherProps {
  participantId: string;
  onClose: () => void;
  onChoose: (closing: Closing) => void;
}

/**
 * The way to close for somebody who sees nothing today: a neighbour who works there, one who was close once. Whoever it is
 * chosen among, everyone who logs in may choose among as helpers; nothing of it tells who knows whom.
 */
export function CloseForOther({ participantId, onClose, onChoose }: CloseForOtherProps) {
  const directory = useQuery(directoryQuery);
  const [missing, setMissing] = useState(false);
  return (
    <Dialog title={m.door_other()} closeLabel={m.close()} onClose={onClose}>
      {missing ? (
        <NotThere participantId={participantId} onSent={onClose} />
      ) : (
        <QueryView query={directory} waiting={<Skeleton lines={3} label={m.waiting()} />}>
          {(data) => <Choose directory={data} onChoose={onChoose} onMissing={() => setMissing(true)} />}
        </QueryView>
      )}
    </Dialog>
  );
}

interface ChooseProps {
  directory: Directory;
  onChoose: (closing: Closing) => void;
  onMissing: () => void;
}

const LEAST_LETTERS = 2;

function Choose({ directory, onChoose, onMissing }: ChooseProps) {
  const [text, setText] = useState('');
  const all = choosable(directory);
  const typed = text.trim().length >= LEAST_LETTERS;
  return (
    <div className="mv-stack share-choose">
      <p>{m.door_other_lead()}</p>
      <Combobox
        label={m.door_other_who()}
        text={text}
        onText={setText}
        options={typed ? matching(all, text) : []}
        emptyText={typed ? m.door_other_none() : undefined}
        onChoose={({ value }) => {
          const chosen = all.find((one) => one.value === value);
          if (chosen) onChoose({ name: chosen.label, to: chosen.to, topics: [] });
        }}
      />
      <div>
        <Button quiet onClick={onMissing}>
          {m.door_other_missing()}
        </Button>
      </div>
    </div>
  );
}

interface Choosable extends ComboboxOption {
  to: NonNullable<Closing['to']>;
}

function choosable({ workers, organisations }: Directory): Choosable[] {
  return [
    ...workers.map(({ municipalityId, id, name, organisation }) => ({
      value: id,
      label: name,
      note: organisation,
      to: { worker: { municipalityId, id } },
    })),
    ...organisations.map(({ municipalityId, id, name }) => ({
      value: id,
      label: name,
      note: m.door_other_whole(),
      to: { organisation: { municipalityId, id } },
    })),
  ];
}

/** Not in the list: then there is nobody to close for yet, and somebody is owed to look out for them. */
const NotThere = ({ participantId, onSent }: { participantId: string; onSent: () => void }) => (
  <ReasonForm
    draft={`door other ${participantId}`}
    label={m.door_other_describe()}
    description={m.door_other_describe_note()}
    maxLength={300}
    submit={m.door_other_send()}
    savedText={m.door_other_sent()}
    path={`/api/people/${participantId}/rights-requests`}
    bodyOf={(who) => ({ kind: 'restrict', words: m.door_other_words({ who }) })}
    onSaved={onSent}
  >
    <p>{m.door_other_missing_lead()}</p>
  </ReasonForm>
);
