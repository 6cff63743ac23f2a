import { m } from '#text/generated/messages.js';
import { ButtonLink } from '../app/button-link.tsx';
import { Card } from '../ui/card.tsx';
import { Heading } from '../ui/heading.tsx';
import { Guidance } from './guidance.tsx';
import './close.css';

/** For everyone who is close to somebody, logged in or not: help for oneself, a letter about another, and what is good to know. */
export function RelativesPage() {
  return (
    <div className="mv-narrow mv-stack close">
      <Heading level={1}>{m.close_public_title()}</Heading>
      <p>{m.close_public_lead()}</p>
      <Card title={m.close_help_card()}>
        <p>{m.close_help_lead()}</p>
        <p>
          <ButtonLink to="/parorende/snakke">{m.close_help_do()}</ButtonLink>
        </p>
      </Card>
      <Card title={m.close_write_card()}>
        <p>{m.close_write_lead()}</p>
        <p>
          <ButtonLink to="/parorende/skriv" variant="secondary">
            {m.close_write_do()}
          </ButtonLink>
        </p>
      </Card>
      <Guidance />
    </div>
  );
}
