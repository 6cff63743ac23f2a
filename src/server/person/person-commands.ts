import type { Static } from 'typebox';
import type { RewriteProfile } from '#contract/profile.ts';
import { bornOn } from '#domain/enquiry/born-on.ts';
import type { LegalClass } from '#domain/fact/legal-class.ts';
import { type Day, dayOf } from '#domain/time/day.ts';
import type { Opening, Tx } from '../db/database.ts';
import { correctFact } from '../db/fact.ts';
import { saying } from '../db/saying.ts';
import { versionSeen } from '../db/versions.ts';
import { accept } from '../refused.ts';

/** What somebody is called, and how to reach them, written anew: little is asked at first, and the rest comes when it comes. */
export async function rewriteProfile(
  tx: Tx,
  about: Opening,
  body: Static<typeof RewriteProfile>,
  path: { id: string },
): Promise<string> {
  const seen = await versionSeen(tx, 'profile', about, body.supersedes, path.id);
  const law = seen.legalClass as LegalClass;
  return correctFact(
    tx,
    'profile',
    about,
    saying(tx, about, { own: law, worker: law }),
    {
      given_name: body.givenName.trim(),
      family_name: body.familyName?.trim() ?? '',
      preferred_name: body.preferredName?.trim() ?? null,
      birth_day: body.birthDay === undefined ? null : accept(bornOn(body.birthDay as Day, dayOf(tx.now))),
      phone: body.phone?.trim() ?? null,
      gender: body.gender ?? null,
    },
    { ...seen, reason: body.reason },
  );
}
