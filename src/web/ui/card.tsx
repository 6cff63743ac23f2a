import { type ReactNode, useId } from 'react';

interface CardProps {
  /** Becomes the card’s heading and its name for screen readers. */
  title?: string;
  level?: 2 | 3;
  tone?: 'plain' | 'accent' | 'sand';
  /** Stands to the right of the title. */
  aside?: ReactNode;
  className?: string;
  children: ReactNode;
}

export function Card({ title, level = 2, tone = 'plain', aside, className = '', children }: CardProps) {
  const id = useId();
  const Title = level === 2 ? 'h2' : 'h3';
  return (
    <section
      className={`ds-card mv-card ${className}`}
      data-tone={tone}
      data-color="neutral"
      aria-labelledby={title ? id : undefined}
    >
      <div className="mv-stack">
        {title && (
          <div className="mv-row mv-spread">
            <Title id={id} className="mv-h2">
              {title}
            </Title>
            {aside}
          </div>
        )}
        {children}
      </div>
    </section>
  );
}
