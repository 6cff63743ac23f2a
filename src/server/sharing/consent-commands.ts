import type { Static } from 'typebox';
import type { GiveConsent } from '#contract/plan.ts';
import { giveConsent } from '#domain/consent/give.ts';
import { type Day, dayOf } from '#domain/time/day.ts';
import { consentSentence } from '#text/consent.ts';
import type { Opening, Tx } from '../db/database.ts';
import { addFact } from '../db/fact.ts';
import { raw, sql } from '../db/query.ts';
import { saying, sharedPlan, theirs } from '../db/saying.ts';
import { accept, found, Refused } from '../refused.ts';

interface Recipient {
  name: string;
  /** The kind of an organisation, or `related-person`. */
  kind: string;
  columns: {
    recipient_municipality_id: string | null;
    recipient_organisation_id: string | null;
    recipient_related_id: string | null;
  };
}

/** The participant opens topics to an organisation, or to one who is close. The sentence that was shown is kept with it. */
export async function addConsent(tx: Tx, about: Opening, body: Static<typeof GiveConsent>): Promise<string> {
  const recipient = await recipientOf(tx, about, body);
  const given = accept(
    giveConsent(body.topics, recipient.kind, body.until as Day | undefined, dayOf(tx.now)),
  );
  return addFact(tx, 'consent', about, theirs(saying(tx, about, sharedPlan), about), {
    ...recipient.columns,
    topics: given.topics,
    valid_from: tx.now,
    valid_to: given.validTo,
    words: consentSentence(body.language, {
      recipient: recipient.name,
      topics: given.topics,
      until: body.until,
    }),
  });
}

async function recipientOf(
  tx: Tx,
  about: Opening,
  { organisation, relatedPersonId }: Static<typeof GiveConsent>,
): Promise<Recipient> {
  if (organisation !== undefined && relatedPersonId === undefined) {
    const [row] = await tx.rows(
      raw(sql<{ name: string; kind: string }>`select name, kind from organisation
        where municipality_id = ${organisation.municipalityId} and id = ${organisation.id}`),
    );
    const columns = {
      recipient_municipality_id: organisation.municipalityId,
      recipient_organisation_id: organisation.id,
      recipient_related_id: null,
    };
    return { ...found(row), columns };
  }
  if (relatedPersonId === undefined || organisation !== undefined) throw new Refused('one-recipient');
  const [row] = await tx.rows(
    raw(sql<{
      name: string;
    }>`select name from related_person_now where municipality_id = ${about.municipalityId}
      and participant_id = ${about.participantId} and fact_id = ${relatedPersonId}`),
  );
  const columns = {
    recipient_municipality_id: null,
    recipient_organisation_id: null,
    recipient_related_id: relatedPersonId,
  };
  return { ...found(row), kind: 'related-person', columns };
}
