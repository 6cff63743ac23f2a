import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { Spinner } from './waiting.tsx';

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  variant?: 'primary' | 'secondary' | 'tertiary';
  color?: 'accent' | 'berry' | 'neutral';
  /** Looks like a link in running text, still a full-size target. */
  quiet?: boolean;
  busy?: boolean;
  fullWidth?: boolean;
  children: ReactNode;
}

export function Button({
  variant = 'primary',
  color = 'accent',
  quiet,
  busy,
  fullWidth,
  children,
  className,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={`ds-button mv-button ${className ?? ''}`}
      data-variant={quiet ? 'tertiary' : variant}
      data-color={color}
      data-quiet={quiet ? '' : undefined}
      data-fullwidth={fullWidth ? '' : undefined}
      aria-busy={busy || undefined}
      disabled={rest.disabled || busy}
    >
      {busy && <Spinner />}
      {children}
    </button>
  );
}
