import type { PersonPage } from '#contract/person.ts';
import { mayGiveCode } from '#domain/login/code.ts';
import { m } from '#text/generated/messages.js';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';

interface WayInOfProps {
  page: PersonPage;
  name: string;
  onCode: () => void;
}

/** For those beside somebody: the way back in, when a phone is lost or there is no BankID. */
export function WayInOf({ page: { roles, may }, name, onCode }: WayInOfProps) {
  if (!mayGiveCode(roles) || !may.includes('sharing')) return null;
  return (
    <Card title={m.way_in_of_title()}>
      <p className="mv-meta">{m.way_in_of_text({ name })}</p>
      <div>
        <Button variant="secondary" onClick={onCode}>
          {m.give_code_make()}
        </Button>
      </div>
    </Card>
  );
}
