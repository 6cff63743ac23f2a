import { useQuery } from '@tanstack/react-query';
import type { Directory } from '#contract/session.ts';
import { m } from '#text/generated/messages.js';
import {
  ContactPersonChoice,
  type ContactPersonChosen,
  nobodyChosen,
} from '../app/contact-person-choice.tsx';
import { useForm } from '../app/form.ts';
import { directoryQuery } from '../app/queries.ts';
import { QueryView } from '../app/query-view.tsx';
import { SendForm } from '../app/sending.tsx';
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
  const form = useForm<ContactPersonChosen>(`contact-person ${page.participantId}`, nobodyChosen);
  const { value } = form;
  const services = new Set(page.standings?.map(({ serviceRef }) => serviceRef.id));
  const submit = async () => {
    if (!value.worker) return;
    const body = { role: 'contact-person', worker: value.worker, chosenBy: value.chosenBy };
    const path = `/api/people/${page.participantId}/team-memberships`;
    const joined = m.team_joined({ name: value.typed, participant: name });
    if (await form.save(path, body, joined)) close();
  };
  return (
    <SendForm {...form.frame} submit={m.save()} onSubmit={submit}>
      <ContactPersonChoice
        directory={directory}
        organisationIds={directory.services
          .filter(({ id }) => services.has(id))
          .map(({ organisationId }) => organisationId)}
        value={value}
        onChange={form.change}
        error={form.chosen(value.worker)}
      />
    </SendForm>
  );
}
