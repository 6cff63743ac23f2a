import type { Static } from 'typebox';
import type { GiveConsent } from '#contract/plan.ts';
import { giveConsent } from '#domain/consent/give.ts';
import { type Day, dayOf } from '#domain/time/day.ts';
import { consentSentence } from '#text/text.ts';
import type { Opening, Tx } from '../db/database.ts';
import { addFact } from '../db/fact.ts';
import { raw, sql } from '../db/query.ts';
import { saying } from '../db/saying.ts';
import { accept, found } from '../refused.ts';

const law = { own: 'shared-plan', worker: 'shared-plan' } as const;

/** The participant opens topics to an organisation. The sentence that was shown is kept with it. */
export async function addConsent(tx: Tx, about: Opening, body: Static<typeof GiveConsent>): Promise<string> {
  const given = accept(giveConsent(body.topics, body.until as Day | undefined, dayOf(tx.now)));
  const [recipient] = await tx.rows(
    raw(sql<{ name: string }>`select name from organisation
      where municipality_id = ${body.organisation.municipalityId} and id = ${body.organisation.id}`),
  );
  const { name } = found(recipient);
  return addFact(
    tx,
    'consent',
    about,
    { ...saying(tx, about, law), saidBy: about.participantId },
    {
      recipient_municipality_id: body.organisation.municipalityId,
      recipient_organisation_id: body.organisation.id,
      recipient_related_id: null,
      topics: given.topics,
      valid_from: tx.now,
      valid_to: given.validTo,
      words: consentSentence(body.language, { recipient: name, topics: given.topics, until: body.until }),
    },
  );
}
