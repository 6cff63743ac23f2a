import type { Static } from 'typebox';
import type { GiveConsent } from '#contract/plan.ts';
import { giveConsent } from '#domain/consent/give.ts';
import { type Day, dayOf } from '#domain/time/day.ts';
import { consentSentence } from '#text/text.ts';
import type { Opening, Tx } from '../db/database.ts';
import { addFact, correctFact } from '../db/fact.ts';
import { raw, sql } from '../db/query.ts';
import { saying } from '../db/saying.ts';
import { versionSeen } from '../db/versions.ts';
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
      topics: given.topics,
      valid_from: tx.now,
      valid_to: given.validTo,
      words: consentSentence(body.language, { recipient: name, topics: given.topics, until: body.until }),
    },
  );
}

/** Withdrawing is as easy as giving and holds from the next request; that it was given stays in the history. */
export async function withdrawConsent(
  tx: Tx,
  about: Opening,
  body: { supersedes: string; reason: string },
  path: { id: string },
): Promise<string> {
  const seen = await versionSeen<ConsentRow>(tx, 'consent', about, body.supersedes, path.id);
  return correctFact(
    tx,
    'consent',
    about,
    { ...saying(tx, about, law), saidBy: about.participantId },
    {
      recipient_municipality_id: seen.recipient_municipality_id,
      recipient_organisation_id: seen.recipient_organisation_id,
      topics: seen.topics,
      valid_from: seen.valid_from,
      valid_to: seen.valid_to,
      words: seen.words,
    },
    { ...seen, reason: body.reason, withdrawn: true },
  );
}

interface ConsentRow {
  recipient_municipality_id: string;
  recipient_organisation_id: string;
  topics: string[];
  valid_from: string;
  valid_to: string | null;
  words: string;
}
