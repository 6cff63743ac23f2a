import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { m } from '#text/generated/messages.js';
import { Logo } from '../ui/logo.tsx';
import { LanguageChoice } from './language-choice.tsx';

/** Around what everybody may read: no places to go to but the front page, and the choice of language. */
export const OpenFrame = ({ children }: { children: ReactNode }) => (
  <>
    <a className="mv-skip" href="#main">
      {m.skip_to_content()}
    </a>
    <header className="mv-header" data-narrow="">
      <div className="mv-header-in">
        <Link to="/" className="mv-logo">
          <Logo />
          {m.product_name()}
        </Link>
      </div>
    </header>
    <main id="main" tabIndex={-1}>
      {children}
      <div className="mv-narrow mv-no-print mv-language">
        <LanguageChoice />
      </div>
    </main>
  </>
);
