import type { ReactNode } from 'react';

interface NoticeProps {
  /** `problem` is for the system’s own failures, never for what a person did. */
  tone?: 'good' | 'wait' | 'problem';
  title?: string;
  children: ReactNode;
}

export function Notice({ tone = 'good', title, children }: NoticeProps) {
  return (
    <div className="mv-notice mv-stack" data-tone={tone} role={tone === 'problem' ? 'alert' : 'status'}>
      {title && <p className="mv-h3">{title}</p>}
      {children}
    </div>
  );
}
