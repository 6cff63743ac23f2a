import type { Strength } from '#contract/own-words.ts';
import { m } from '#text/generated/messages.js';
import { Button } from '../ui/button.tsx';
import { type KindName, kinds } from './kinds.ts';
import './strengths.css';

interface StrengthListProps {
  strengths: readonly Strength[];
  kindName: KindName;
  /** Left out where the reader may not write. */
  onChange?: ((id: string) => void) | undefined;
}

/** Kind by kind, in the person’s own words. */
export function StrengthList({ strengths, kindName, onChange }: StrengthListProps) {
  return (
    <div className="strengths">
      {kinds
        .map((kind) => ({ kind, those: strengths.filter((one) => one.kind === kind) }))
        .filter(({ those }) => those.length > 0)
        .map(({ kind, those }) => (
          <section key={kind}>
            <h3 className="mv-meta">{kindName(kind)}</h3>
            <ul>
              {those.map(({ id, words }) => (
                <li key={id}>
                  <span>{words}</span>
                  {onChange && (
                    <Button
                      quiet
                      className="mv-no-print"
                      onClick={() => onChange(id)}
                      aria-label={m.strength_change({ words })}
                    >
                      {m.change()}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          </section>
        ))}
    </div>
  );
}
