import { m } from '#text/generated/messages.js';
import { Heading } from '../ui/heading.tsx';
import { Logo } from '../ui/logo.tsx';
import './login.css';

export function InsecurePage() {
  return (
    <main className="mv-login">
      <div className="mv-narrow mv-stack mv-login-in">
        <p className="mv-logo">
          <Logo />
          {m.product_name()}
        </p>
        <Heading level={1}>{m.insecure_title()}</Heading>
        <p>{m.insecure_text()}</p>
        <p>
          <a href={`https://${location.host}${location.pathname}`}>{m.insecure_try()}</a>
        </p>
      </div>
    </main>
  );
}
