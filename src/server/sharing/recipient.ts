import type { AskPreview } from '#contract/sharing.ts';
import type { Opening, Tx } from '../db/database.ts';
import { raw, sql } from '../db/query.ts';
import { found, Refused } from '../refused.ts';

export interface Recipient {
  name: string;
  /** How the sentence names them: of one person, also where they work. */
  called: string;
  /** The kind of an organisation, or `related-person`. */
  kind: string;
  columns: {
    recipient_municipality_id: string | null;
    recipient_organisation_id: string | null;
    recipient_worker_municipality_id: string | null;
    recipient_worker_id: string | null;
    recipient_related_id: string | null;
  };
}

const nobody: Recipient['columns'] = {
  recipient_municipality_id: null,
  recipient_organisation_id: null,
  recipient_worker_municipality_id: null,
  recipient_worker_id: null,
  recipient_related_id: null,
};

/** Whom a consent, or a preview, names: exactly one; one who is not near, or not close, is missing. */
export async function recipientOf(
  tx: Tx,
  about: Opening,
  { organisation, worker, relatedPersonId }: Pick<AskPreview, 'organisation' | 'worker' | 'relatedPersonId'>,
): Promise<Recipient> {
  if ([organisation, worker, relatedPersonId].filter((one) => one !== undefined).length !== 1)
    throw new Refused('one-recipient');
  if (organisation !== undefined) {
    const [row] = await tx.rows(
      raw(sql<{ name: string; kind: string }>`select name, kind from organisation
        where municipality_id = ${organisation.municipalityId} and id = ${organisation.id}`),
    );
    const { name, kind } = found(row);
    return {
      name,
      called: name,
      kind,
      columns: {
        ...nobody,
        recipient_municipality_id: organisation.municipalityId,
        recipient_organisation_id: organisation.id,
      },
    };
  }
  if (worker !== undefined) {
    const [row] = await tx.rows(
      raw(sql<{ name: string; kind: string; organisation: string; place: string }>`
        select w.name, o.kind, o.id as organisation, o.name as place from worker w
        join organisation o on o.municipality_id = w.municipality_id and o.id = w.organisation_id
        where w.municipality_id = ${worker.municipalityId} and w.id = ${worker.id}
          and coalesce(app.now() < app.works_until(w.municipality_id, w.id), true)`),
    );
    const { name, kind, place, organisation: at } = found(row);
    return {
      name,
      called: `${name} (${place})`,
      kind,
      columns: {
        ...nobody,
        recipient_municipality_id: worker.municipalityId,
        recipient_organisation_id: at,
        recipient_worker_municipality_id: worker.municipalityId,
        recipient_worker_id: worker.id,
      },
    };
  }
  const [row] = await tx.rows(
    raw(sql<{
      name: string;
    }>`select name from related_person_now where municipality_id = ${about.municipalityId}
      and participant_id = ${about.participantId} and fact_id = ${relatedPersonId}`),
  );
  const { name } = found(row);
  return {
    name,
    called: name,
    kind: 'related-person',
    columns: { ...nobody, recipient_related_id: relatedPersonId ?? null },
  };
}
