import type { Static } from 'typebox';
import type { FindInEmergency, OpenInEmergency, ReviewEmergency } from '#contract/emergency.ts';
import { openingInEmergency } from '#domain/access/emergency.ts';
import type { Tx } from '../db/database.ts';
import { raw, sql } from '../db/query.ts';
import { settle } from '../engine/settle.ts';
import { accept, found, Refused } from '../refused.ts';

/** The one person near with exactly this name and birth day; whoever it hits can read that somebody looked. */
export async function findInEmergency(
  tx: Tx,
  { givenName, familyName, birthDay }: Static<typeof FindInEmergency>,
): Promise<string | undefined> {
  const [row] = await tx.rows(
    raw(sql<{ id: string | null }>`
      select app.find_in_emergency(${givenName}, ${familyName}, ${birthDay}) as id`),
  );
  return row?.id ?? undefined;
}

/** Opens for some hours; whom we owe a talk about it has a clock from the same moment. */
export async function openInEmergency(tx: Tx, body: Static<typeof OpenInEmergency>): Promise<string> {
  const { reason, hours } = accept(openingInEmergency(body.reason, body.hours));
  const [row] = await tx.rows(
    raw(sql<{
      outcome: 'opened' | 'not-found' | 'already-open';
      municipalityId: string | null;
      id: string | null;
    }>`
      select outcome, municipality_id as "municipalityId", id
      from app.open_in_emergency(${body.participantId}, ${reason}, ${hours})`),
  );
  const { outcome, municipalityId, id } = found(row);
  if (outcome !== 'opened') throw new Refused(outcome);
  if (municipalityId === null || id === null) throw new Error('opened, and nothing was written');
  await tx.asEngine(() => settle(tx.rows, [{ municipalityId, participantId: body.participantId }]));
  return id;
}

const whyNot = ['not-found', 'not-yours-to-do', 'already-done'] as const;

/** What the one who looked into it says. The one who opened cannot. */
export async function reviewEmergency(
  tx: Tx,
  openingId: string,
  { outcome, words }: Static<typeof ReviewEmergency>,
): Promise<string> {
  const [row] = await tx.rows(
    raw(sql<{ said: string }>`
      select app.review_emergency(${openingId}, ${outcome}, ${words.trim()}) as said`),
  );
  const { said } = found(row);
  const refused = whyNot.find((code) => code === said);
  if (refused !== undefined) throw new Refused(refused);
  return said;
}
