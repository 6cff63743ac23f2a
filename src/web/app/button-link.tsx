import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, Ref } from 'react';
import './button-link.css';

interface PlainProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  variant?: 'primary' | 'secondary' | 'tertiary';
  ref?: Ref<HTMLAnchorElement>;
}

const Plain = ({ variant = 'primary', className, ...rest }: PlainProps) => (
  <a
    {...rest}
    className={`ds-button mv-button ${className ?? ''}`}
    data-variant={variant}
    data-color="accent"
  />
);

/** A link to another screen that looks like what it is: the next step. */
export const ButtonLink = createLink(Plain);
