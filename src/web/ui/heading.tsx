import type { ReactNode } from 'react';

const tags = { 1: 'h1', 2: 'h2', 3: 'h3' } as const;

export function Heading({ level, children, id }: { level: 1 | 2 | 3; children: ReactNode; id?: string }) {
  const Tag = tags[level];
  return (
    <Tag id={id} className={`mv-h${level}`} tabIndex={level === 1 ? -1 : undefined}>
      {children}
    </Tag>
  );
}
