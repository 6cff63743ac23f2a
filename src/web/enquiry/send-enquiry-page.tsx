import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { m } from '#text/generated/messages.js';
import { sessionQuery } from '../app/queries.ts';
import { Card } from '../ui/card.tsx';
import { Heading } from '../ui/heading.tsx';
import { ReceiveForm } from './receive-form.tsx';

const fromKind = { nav: 'nav', dps: 'dps', gp: 'gp', prison: 'prison', treatment: 'treatment' } as const;

/** A partner sends somebody on, and sees no list. */
export function SendEnquiryPage() {
  const session = useQuery(sessionQuery).data;
  const navigate = useNavigate();
  if (!session) return null;
  const kinds = session.workers.map(({ organisationKind }) => organisationKind);
  const source = Object.entries(fromKind).find(([known]) => kinds.includes(known))?.[1] ?? 'other';
  return (
    <div className="mv-narrow mv-stack">
      <Heading level={1}>{m.send_enquiry_title()}</Heading>
      <p>{m.send_enquiry_lead()}</p>
      <Card>
        <ReceiveForm today={session.now} source={source} onSaved={() => navigate({ to: '/' })} />
      </Card>
    </div>
  );
}
