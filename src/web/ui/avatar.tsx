import type { CSSProperties } from 'react';

const initialsOf = (name: string): string => {
  const parts = name.trim().split(/\s+/);
  return ((parts[0]?.[0] ?? '') + (parts.length > 1 ? (parts.at(-1)?.[0] ?? '') : '')).toUpperCase();
};

/** Initials beside a name that is written out, so screen readers skip them. */
export function Avatar({ name, away, size }: { name: string; away?: boolean; size?: string }) {
  const style = size ? ({ '--avatar': size } as CSSProperties) : undefined;
  return (
    <span className="ds-avatar mv-avatar" style={style} data-away={away ? '' : undefined} aria-hidden="true">
      {initialsOf(name)}
    </span>
  );
}
