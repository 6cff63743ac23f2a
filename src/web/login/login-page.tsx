import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { m } from '#text/generated/messages.js';
import { LanguageChoice } from '../app/language-choice.tsx';
import { sessionQuery } from '../app/queries.ts';
import { Heading } from '../ui/heading.tsx';
import { Logo } from '../ui/logo.tsx';
import { Notice } from '../ui/notice.tsx';
import { InvitationForm } from './invitation-form.tsx';
import { useRefusalInAddress } from './said-in-address.ts';
import { Ways } from './ways.tsx';
import './login.css';

/** Where one lands who is vouched for and whom nobody here has met. */
const INVITATION = '/invitasjon';

export function LoginPage() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const refusal = useRefusalInAddress();
  const loggedIn = async () => {
    const now = await client.fetchQuery({ ...sessionQuery, staleTime: 0 });
    if (now && ['/', INVITATION].includes(location.pathname)) await navigate({ to: '/' });
  };
  const invited = location.pathname === INVITATION;
  return (
    <main className="mv-login">
      <div className="mv-narrow mv-stack mv-login-in">
        <p className="mv-logo">
          <Logo />
          {m.product_name()}
        </p>
        <Heading level={1}>{invited ? m.login_newcomer_title() : m.login_title()}</Heading>
        {refusal !== undefined && (
          <Notice tone="wait" title={m.login_refused_title()}>
            <p>{refusal}</p>
          </Notice>
        )}
        {invited ? (
          <InvitationForm onDone={loggedIn} />
        ) : (
          <>
            <p className="mv-login-lead">{m.login_lead()}</p>
            <p>
              <Link to="/parorende">{m.login_relative()}</Link>
            </p>
            <Ways onDone={loggedIn} />
          </>
        )}
        <LanguageChoice />
      </div>
    </main>
  );
}
