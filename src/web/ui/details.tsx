import { type ReactNode, useState } from 'react';
import './details.css';

interface DetailsProps {
  summary: string;
  /** What is inside is made when it is first opened, for what has to be fetched. */
  lazy?: boolean;
  children: ReactNode;
}

/** Something one may open when one wonders. */
export function Details({ summary, lazy, children }: DetailsProps) {
  const [opened, setOpened] = useState(false);
  return (
    <details className="mv-details" onToggle={(event) => event.currentTarget.open && setOpened(true)}>
      <summary>{summary}</summary>
      {(!lazy || opened) && <div className="mv-stack">{children}</div>}
    </details>
  );
}
