import { Link } from '@tanstack/react-router';
import { m } from '#text/generated/messages.js';
import { Heading } from '../ui/heading.tsx';

export function NotFound() {
  return (
    <div className="mv-narrow mv-stack">
      <Heading level={1}>{m.not_found_title()}</Heading>
      <p>{m.not_found_text()}</p>
      <p>
        <Link to="/">{m.not_found_home()}</Link>
      </p>
    </div>
  );
}
