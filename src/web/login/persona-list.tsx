import { useState } from 'react';
import type { Persona } from '#contract/session.ts';
import { personaRoleText } from '#text/persona-roles.ts';
import { ProblemNotice } from '../app/query-view.tsx';
import { Avatar } from '../ui/avatar.tsx';
import { Spinner } from '../ui/waiting.tsx';

interface PersonaListProps {
  lead?: string | undefined;
  personas: Persona[];
  choose: (id: string) => Promise<void>;
}

export function PersonaList({ lead, personas, choose }: PersonaListProps) {
  const [chosen, setChosen] = useState<string>();
  const [problem, setProblem] = useState<unknown>();
  const onChoose = async (id: string) => {
    setChosen(id);
    setProblem(undefined);
    await choose(id).catch(setProblem);
    setChosen(undefined);
  };
  return (
    <div className="mv-stack">
      {lead && <p>{lead}</p>}
      {problem !== undefined && <ProblemNotice error={problem} />}
      <ul className="mv-personas">
        {personas.map((persona) => (
          <li key={persona.id}>
            <button
              type="button"
              className="mv-persona"
              disabled={chosen !== undefined}
              onClick={() => onChoose(persona.id)}
            >
              <Avatar name={persona.name} />
              <span>
                <b>{persona.name}</b>
                <span className="mv-meta">
                  {[personaRoleText(persona.role), persona.organisation].filter(Boolean).join(', ')}
                </span>
              </span>
              {chosen === persona.id ? <Spinner /> : <span aria-hidden="true">→</span>}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
