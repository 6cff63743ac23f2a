import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { Enquiries, Enquiry } from '#contract/enquiry.ts';
import { m } from '#text/generated/messages.js';
import { addressQuery } from '../app/queries.ts';
import { QueryView } from '../app/query-view.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Heading } from '../ui/heading.tsx';
import { AnswerForm } from './answer-form.tsx';
import { EnquiryCard } from './enquiry-card.tsx';
import { EnrolForm } from './enrol-form.tsx';
import { ReceiveForm } from './receive-form.tsx';
import './enquiry.css';

type Doing = { what: 'answer' | 'enrol'; enquiry: Enquiry } | { what: 'receive' } | undefined;

interface EnquiriesPageProps {
  /** The enquiry one came here to answer. */
  answering?: string | undefined;
  /** The letterbox, of another noun. */
  letters: ReactNode;
}

export function EnquiriesPage({ answering, letters }: EnquiriesPageProps) {
  const query = useQuery(addressQuery<Enquiries>('/api/enquiries'));
  return (
    <div className="mv-wide mv-stack">
      <Heading level={1}>{m.nav_enquiries()}</Heading>
      <QueryView query={query}>
        {(found) => <Found found={found} answering={answering} letters={letters} />}
      </QueryView>
    </div>
  );
}

function Found({ found, answering, letters }: EnquiriesPageProps & { found: Enquiries }) {
  const [doing, setDoing] = useState<Doing>(() => {
    const asked = found.enquiries.find(({ id, answer }) => id === answering && !answer);
    return asked && { what: 'answer', enquiry: asked };
  });
  const waiting = found.enquiries
    .filter(({ answer }) => !answer)
    .toSorted((a, b) => a.receivedAt.localeCompare(b.receivedAt));
  const answered = found.enquiries.filter(({ answer }) => answer);
  const done = () => setDoing(undefined);
  const navigate = useNavigate();
  const toTheirPage = (participantId: string) =>
    void navigate({ to: '/deltaker/$participantId', params: { participantId } });
  return (
    <>
      <div className="mv-row mv-spread">
        <p className="mv-meta">
          {waiting.length === 0 ? m.enquiries_all_answered() : m.enquiries_waiting({ count: waiting.length })}
        </p>
        <Button onClick={() => setDoing({ what: 'receive' })}>{m.enquiry_receive()}</Button>
      </div>
      <List title={m.enquiries_title_waiting()} none={m.enquiries_none_waiting()} enquiries={waiting}>
        {(enquiry) => (
          <EnquiryCard enquiry={enquiry} now={found.now}>
            <Button onClick={() => setDoing({ what: 'answer', enquiry })}>{m.act_answer()}</Button>
            <Button variant="secondary" onClick={() => setDoing({ what: 'enrol', enquiry })}>
              {m.enquiry_enrol()}
            </Button>
          </EnquiryCard>
        )}
      </List>
      {letters}
      <List title={m.enquiries_title_answered()} none={m.enquiries_none_answered()} enquiries={answered}>
        {(enquiry) => (
          <EnquiryCard enquiry={enquiry} now={found.now}>
            <Button variant="secondary" onClick={() => setDoing({ what: 'enrol', enquiry })}>
              {m.enquiry_enrol()}
            </Button>
          </EnquiryCard>
        )}
      </List>
      {doing && (
        <Dialog title={titleOf(doing)} closeLabel={m.close()} onClose={done}>
          {doing.what === 'receive' && <ReceiveForm onSaved={done} today={found.now} />}
          {doing.what === 'answer' && (
            <AnswerForm
              enquiry={doing.enquiry}
              sessions={found.nextSessions}
              now={found.now}
              onSaved={done}
            />
          )}
          {doing.what === 'enrol' && (
            <EnrolForm
              participantId={doing.enquiry.participantId}
              service={doing.enquiry.service}
              now={found.now}
              onSaved={() => toTheirPage(doing.enquiry.participantId)}
            />
          )}
        </Dialog>
      )}
    </>
  );
}

function titleOf(doing: NonNullable<Doing>): string {
  if (doing.what === 'receive') return m.enquiry_receive();
  const { name } = doing.enquiry;
  return doing.what === 'answer' ? m.enquiry_answer_title({ name }) : m.enquiry_enrol_title({ name });
}

interface ListProps {
  title: string;
  none: string;
  enquiries: readonly Enquiry[];
  children: (enquiry: Enquiry) => React.ReactNode;
}

const List = ({ title, none, enquiries, children }: ListProps) => (
  <section className="mv-enquiries" aria-label={title}>
    <h2 className="mv-h3">{title}</h2>
    {enquiries.length === 0 && <EmptyState>{none}</EmptyState>}
    <ul className="mv-stack">
      {enquiries.map((enquiry) => (
        <li key={enquiry.id}>{children(enquiry)}</li>
      ))}
    </ul>
  </section>
);
