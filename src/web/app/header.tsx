import { useQueryClient } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { LoggedOut } from '#contract/login.ts';
import type { Session } from '#contract/session.ts';
import { m } from '#text/generated/messages.js';
import { Button } from '../ui/button.tsx';
import { Logo } from '../ui/logo.tsx';
import { api } from './api.ts';
import { forgetDrafts } from './draft.ts';
import { draftOwner } from './draft-owner.ts';
import { HeaderSearch } from './header-search.tsx';
import { LanguageChoice } from './language-choice.tsx';
import { placesFor } from './navigation.ts';

export function Header({ session }: { session: Session }) {
  const places = placesFor(session);
  const onlyOne = places.length === 1 && (session.homes[0] === 'my-plan' || session.homes[0] === 'close');
  return (
    <header className="mv-header" data-narrow={onlyOne ? '' : undefined}>
      {session.mode === 'demo' && <p className="mv-demo mv-no-print">{m.demo_strip()}</p>}
      <div className="mv-header-in">
        <Link to="/" className="mv-logo">
          <Logo />
          {m.product_name()}
        </Link>
        {!onlyOne && <Places places={places} />}
        {HeaderSearch && session.homes.includes('my-day') && (
          <div className="mv-header-search">
            <HeaderSearch />
          </div>
        )}
        <Menu session={session} />
      </div>
    </header>
  );
}

/** On a phone they are a row to drag; the place where one is stands in view. */
function Places({ places }: { places: ReturnType<typeof placesFor> }) {
  const nav = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  useEffect(() => {
    const here = nav.current?.querySelector(`a[href="${pathname}"]`);
    here?.scrollIntoView({ inline: 'center', block: 'nearest' });
  }, [pathname]);
  return (
    <nav ref={nav} className="mv-nav" aria-label={m.nav_label()}>
      {places.map((place) => (
        <Link key={place.to} to={place.to}>
          {place.label}
        </Link>
      ))}
    </nav>
  );
}

function Menu({ session }: { session: Session }) {
  return (
    <div className="mv-menu-place">
      <button type="button" className="mv-menu-button" popoverTarget="mv-menu">
        <span className="mv-menu-name">{session.name.split(' ')[0]}</span>
        <span className="mv-menu-word">{m.menu()}</span>
      </button>
      <div id="mv-menu" popover="auto" className="mv-menu">
        <div className="mv-stack">
          <div>
            <p className="mv-h3">{session.name}</p>
            {session.workers.map(({ id, organisation }) => (
              <p key={id} className="mv-meta">
                {organisation}
              </p>
            ))}
          </div>
          {session.homes.includes('my-plan') && (
            <Link to="/oppslag" onClick={() => document.getElementById('mv-menu')?.hidePopover()}>
              {m.look_ups_title()}
            </Link>
          )}
          <Link to="/innlogginger" onClick={() => document.getElementById('mv-menu')?.hidePopover()}>
            {m.my_logins_title()}
          </Link>
          <LanguageChoice />
          <LogOut session={session} />
        </div>
      </div>
    </div>
  );
}

function LogOut({ session }: { session: Session }) {
  const client = useQueryClient();
  const logOut = async () => {
    await forgetDrafts(draftOwner(session));
    const left = await api.delete<LoggedOut>('/api/session').catch((): LoggedOut => ({}));
    client.clear();
    location.assign(left.address ?? '/');
  };
  return (
    <Button variant="secondary" color="neutral" onClick={logOut}>
      {m.log_out()}
    </Button>
  );
}
