import { useId, useState } from 'react';
import type { Directory } from '#contract/session.ts';
import type { Ref } from '#contract/shapes.ts';
import { m } from '#text/generated/messages.js';
import { ChoiceChips } from '../ui/choice-chips.tsx';
import { Combobox, matching } from '../ui/combobox.tsx';
import './contact-person-choice.css';

export interface ContactPersonChosen {
  typed: string;
  worker: Ref | null;
  chosenBy: 'participant' | 'service';
}

export const nobodyChosen: ContactPersonChosen = { typed: '', worker: null, chosenBy: 'service' };

interface ContactPersonChoiceProps {
  directory: Directory;
  /** Where those who come to mind first work. */
  organisationIds: readonly string[];
  value: ContactPersonChosen;
  onChange: (value: ContactPersonChosen) => void;
  error: string | undefined;
}

/** Whom the participant walks with: who they are in their own words, and whose choice it was. Never how many they walk with. */
export function ContactPersonChoice({
  directory,
  organisationIds,
  value,
  onChange,
  error,
}: ContactPersonChoiceProps) {
  const group = useId();
  const all = directory.workers.filter(({ kind }) => kind === 'municipal');
  const near = all.filter(
    ({ organisationId, presentation }) => presentation && organisationIds.includes(organisationId),
  );
  const others = all.filter((worker) => !near.includes(worker));
  const [other, setOther] = useState(near.length === 0 || others.some(({ id }) => id === value.worker?.id));
  const options = others.map(({ id, name, organisation }) => ({
    value: id,
    label: name,
    note: organisation,
  }));
  const choose = (id: string) => {
    const chosen = all.find((worker) => worker.id === id);
    if (!chosen) return;
    const { municipalityId, name } = chosen;
    onChange({ ...value, typed: name, worker: { municipalityId, id } });
  };
  return (
    <fieldset className="mv-chips mv-candidates">
      <legend className="mv-legend">{m.enrol_contact_person()}</legend>
      <p className="mv-field-note">{m.choice_note()}</p>
      {near.map(({ id, name, presentation }) => (
        <label key={id} className="mv-candidate">
          <input
            type="radio"
            name={group}
            checked={!other && value.worker?.id === id}
            onChange={() => {
              setOther(false);
              choose(id);
            }}
          />
          <span>
            <strong>{name}</strong>
            <span className="mv-meta">{presentation}</span>
          </span>
        </label>
      ))}
      {near.length > 0 && (
        <label className="mv-candidate">
          <input
            type="radio"
            name={group}
            checked={other}
            onChange={() => {
              setOther(true);
              onChange({ ...value, typed: '', worker: null });
            }}
          />
          <span>{m.choice_other()}</span>
        </label>
      )}
      {other && (
        <Combobox
          label={m.enrol_contact_person()}
          hideLabel
          text={value.typed}
          onText={(typed) => onChange({ ...value, typed, worker: null })}
          options={matching(options, value.typed)}
          onChoose={(chosen) => choose(chosen.value)}
          emptyText={m.worker_none()}
          error={undefined}
        />
      )}
      {error && (
        <p className="mv-problem-line" role="alert">
          {error}
        </p>
      )}
      <ChoiceChips
        legend={m.choice_by()}
        options={[
          { value: 'participant', label: m.choice_by_self() },
          { value: 'service', label: m.choice_by_us() },
        ]}
        value={value.chosenBy}
        onChange={(chosenBy) => onChange({ ...value, chosenBy })}
      />
    </fieldset>
  );
}
