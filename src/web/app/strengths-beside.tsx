import type { Strength } from '#contract/own-words.ts';
import { m } from '#text/generated/messages.js';
import './own-words.css';

/** What there is to build on, beside the fields where something is planned. */
export function StrengthsBeside({
  strengths = [],
  only,
}: {
  strengths: readonly Strength[] | undefined;
  only?: readonly Strength['kind'][];
}) {
  const shown = strengths.filter(({ kind }) => !only || only.includes(kind));
  if (shown.length === 0) return null;
  return (
    <aside className="own-beside">
      <p className="mv-h3">{m.strengths_beside()}</p>
      <ul>
        {shown.map(({ id, words }) => (
          <li key={id}>{m.matters_quote({ words })}</li>
        ))}
      </ul>
    </aside>
  );
}
