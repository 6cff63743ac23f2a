import { useQuery } from '@tanstack/react-query';
import type { ShownMessages } from '#contract/code.ts';
import { m } from '#text/generated/messages.js';
import { timeOf } from '../app/dates.ts';
import { shownPhone } from '../app/phone.ts';
import { addressQuery } from '../app/queries.ts';
import { QueryView } from '../app/query-view.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Heading } from '../ui/heading.tsx';

const EVERY_MS = 2_000;

/** The demonstration's made-up phone: what would have come by SMS. Nothing is sent to anybody. */
export function DemoPhonePage() {
  const query = useQuery({
    ...addressQuery<ShownMessages>('/api/demo/messages'),
    refetchInterval: EVERY_MS,
  });
  return (
    <div className="mv-narrow mv-stack">
      <Heading level={1}>{m.demo_phone_title()}</Heading>
      <p>{m.demo_phone_lead()}</p>
      <QueryView query={query}>
        {({ messages }) =>
          messages.length === 0 ? (
            <EmptyState>{m.demo_phone_none()}</EmptyState>
          ) : (
            messages.map(({ at, phone, text }) => (
              <Card key={at} title={m.demo_phone_to({ phone: shownPhone(phone), time: timeOf(at) })}>
                <p>{text}</p>
              </Card>
            ))
          )
        }
      </QueryView>
    </div>
  );
}
