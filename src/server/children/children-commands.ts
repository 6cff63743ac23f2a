import type { Static } from 'typebox';
import type { AddChild, AddChildStep, AskAboutChildren, RewriteChild } from '#contract/child.ts';
import { childBirthDay, childStep } from '#domain/children/child.ts';
import { type Day, dayOf } from '#domain/time/day.ts';
import type { Opening, Tx } from '../db/database.ts';
import { addFact, correctFact } from '../db/fact.ts';
import { raw, sql } from '../db/query.ts';
import { saying } from '../db/saying.ts';
import { refuseOthersWords, versionSeen } from '../db/versions.ts';
import { accept, found } from '../refused.ts';

/** The duty to ask and to see to the children is a service's, by health law; what the participant writes is theirs. */
const said = (tx: Tx, about: Opening) =>
  saying(tx, about, { own: 'participant-own', worker: 'health-record' });

/** Somebody has been asked; whoever asked is whose act it is. Asked again it is another one, and the newest counts. */
export const askAboutChildren = (tx: Tx, about: Opening, body: Static<typeof AskAboutChildren>) =>
  addFact(tx, 'child_question', about, said(tx, about), body);

export const addChild = async (tx: Tx, about: Opening, body: Static<typeof AddChild>): Promise<string> =>
  addFact(tx, 'child', about, said(tx, about), cardOf(tx, body));

/** A card is put right by those who write there; a participant rewrites their own. */
export async function rewriteChild(
  tx: Tx,
  about: Opening,
  body: Static<typeof RewriteChild>,
  path: { id: string },
): Promise<string> {
  await refuseOthersWords(tx, 'child', about, path.id);
  const seen = await versionSeen(tx, 'child', about, body.supersedes, path.id);
  const again = { ...said(tx, about), happenedAt: seen.happenedAt };
  return correctFact(tx, 'child', about, again, cardOf(tx, body), { ...seen, reason: body.reason });
}

function cardOf(tx: Tx, body: Static<typeof AddChild>) {
  const { safeAdult } = body;
  return {
    name: body.name.trim(),
    relation: body.relation,
    birth_day:
      body.birthDay === undefined ? null : accept(childBirthDay(body.birthDay as Day, dayOf(tx.now))),
    cared_by: body.caredBy?.trim() ?? null,
    safe_adult_name: safeAdult?.name.trim() ?? null,
    safe_adult_relation: safeAdult?.relation?.trim() ?? null,
    safe_adult_phone: safeAdult?.phone?.trim() ?? null,
    followed_by: body.followedBy?.trim() ?? null,
  };
}

/** What the child has been told, was offered, or was done; the newest says when it is taken up again. */
export async function addChildStep(
  tx: Tx,
  about: Opening,
  body: Static<typeof AddChildStep>,
): Promise<string> {
  const [card] = await tx.rows(
    raw(sql<{ id: string }>`select id from child_now where municipality_id = ${about.municipalityId}
      and participant_id = ${about.participantId} and fact_id = ${body.childId}`),
  );
  found(card);
  const step = { kind: body.kind, day: body.day as Day, nextDay: (body.nextDay as Day | undefined) ?? null };
  const { kind, day, nextDay } = accept(childStep(step, dayOf(tx.now)));
  return addFact(tx, 'child_step', about, said(tx, about), {
    child_id: body.childId,
    kind,
    words: body.words.trim(),
    day,
    by_whom: body.byWhom?.trim() ?? null,
    next_day: nextDay,
  });
}
