import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Directory } from '#contract/session.ts';
import { m } from '#text/generated/messages.js';
import {
  ContactPersonChoice,
  type ContactPersonChosen,
  nobodyChosen,
} from '../app/contact-person-choice.tsx';
import { useDraft } from '../app/draft.ts';
import { directoryQuery } from '../app/queries.ts';
import { QueryView } from '../app/query-view.tsx';
import { SendForm, useSend } from '../app/sending.tsx';
import { useToast } from '../ui/toast.tsx';
import type { ActProps } from './acts.ts';

export function ContactPersonForm(props: ActProps) {
  return (
    <QueryView query={useQuery(directoryQuery)}>
      {(directory) => <Fields {...props} directory={directory} />}
    </QueryView>
  );
}

/** Nobody is without a contact person, and it is the participant who chooses. */
function Fields({ page, name, done: close, directory }: ActProps & { directory: Directory }) {
  const { value, change, done, restored } = useDraft<ContactPersonChosen>(
    `contact-person ${page.participantId}`,
    nobodyChosen,
  );
  const sending = useSend();
  const toast = useToast();
  const [tried, setTried] = useState(false);
  const services = new Set(page.standings?.map(({ serviceRef }) => serviceRef.id));
  const submit = async () => {
    setTried(true);
    if (!value.worker) return;
    const body = { role: 'contact-person', worker: value.worker, chosenBy: value.chosenBy };
    if (!(await sending.send(`/api/people/${page.participantId}/team-memberships`, body))) return;
    done();
    toast({ text: m.team_joined({ name: value.typed, participant: name }) });
    close();
  };
  return (
    <SendForm sending={sending} submit={m.save()} onSubmit={submit} restored={restored}>
      <ContactPersonChoice
        directory={directory}
        organisationIds={directory.services
          .filter(({ id }) => services.has(id))
          .map(({ organisationId }) => organisationId)}
        value={value}
        onChange={change}
        error={tried && !value.worker ? m.field_choose_needed() : undefined}
      />
    </SendForm>
  );
}
