import type { ReactNode } from 'react';
import './details.css';

/** Something one may open when one wonders. */
export function Details({ summary, children }: { summary: string; children: ReactNode }) {
  return (
    <details className="mv-details">
      <summary>{summary}</summary>
      <div className="mv-stack">{children}</div>
    </details>
  );
}
