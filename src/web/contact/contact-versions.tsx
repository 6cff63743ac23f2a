import type { ContactVersions } from '#contract/contact.ts';
import { m } from '#text/generated/messages.js';
import { contactKindText } from '#text/text.ts';
import { VersionList } from '../app/version-list.tsx';
import { versionsPath } from './correct-contact.tsx';

export const ContactVersionList = (props: { participantId: string; factId: string }) => (
  <VersionList<ContactVersions[number]> path={versionsPath(props)} byOf={({ recordedBy }) => recordedBy}>
    {({ kind, note, nextStep }) => (
      <>
        <p className="mv-meta">{contactKindText(kind)}</p>
        <p>{note}</p>
        {nextStep && <p>{m.event_next_step({ words: nextStep })}</p>}
      </>
    )}
  </VersionList>
);
