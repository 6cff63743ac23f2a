import type { ReactNode } from 'react';

export function Tag({
  tone = 'neutral',
  children,
}: {
  tone?: 'accent' | 'sun' | 'berry' | 'sand' | 'neutral';
  children: ReactNode;
}) {
  return (
    <span className="ds-tag mv-tag" data-tone={tone}>
      {children}
    </span>
  );
}
