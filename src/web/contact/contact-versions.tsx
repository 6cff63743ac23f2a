import { m } from '#text/generated/messages.js';
import { contactKindText } from '#text/text.ts';
import { exactMoment } from '../app/dates.ts';
import { QueryView } from '../app/query-view.tsx';
import { Tag } from '../ui/tag.tsx';
import { useVersions } from './correct-contact.tsx';

/** Everything that has stood here, the newest first: what, who, when and why it was changed. */
export function ContactVersionList(props: { participantId: string; factId: string }) {
  return (
    <QueryView query={useVersions(props)}>
      {(versions) => (
        <ol className="mv-versions">
          {versions
            .toSorted((a, b) => b.version - a.version)
            .map((version, place) => (
              <li key={version.id}>
                <div className="mv-row">
                  <Tag tone={place === 0 ? 'accent' : 'neutral'}>
                    {place === 0 ? m.version_now() : m.version_number({ number: version.version })}
                  </Tag>
                  {version.withdrawn && <Tag>{m.version_withdrawn()}</Tag>}
                  <span className="mv-meta">{contactKindText(version.kind)}</span>
                </div>
                <p>{version.note}</p>
                {version.nextStep && <p>{m.event_next_step({ words: version.nextStep })}</p>}
                <p className="mv-meta">
                  {m.version_by({ name: version.recordedBy, moment: exactMoment(version.recordedAt) })}
                  {version.reason && ` ${m.version_reason({ reason: version.reason })}`}
                </p>
              </li>
            ))}
        </ol>
      )}
    </QueryView>
  );
}
