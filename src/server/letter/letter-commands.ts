import type { FastifyRequest } from 'fastify';
import type { Static } from 'typebox';
import { v7 as uuid7 } from 'uuid';
import type { TakeLetter, WriteAbout, WriteForMyself } from '#contract/letter.ts';
import { isOpen } from '#domain/access/topics.ts';
import type { Opening, Tx } from '../db/database.ts';
import { addFact } from '../db/fact.ts';
import { takeLetter } from '../db/letter.ts';
import { raw, sql } from '../db/query.ts';
import { versionSeen } from '../db/versions.ts';
import { Refused } from '../refused.ts';

interface Writing {
  kind: 'about-somebody' | 'for-myself';
  about: string | null;
  relation: string | null;
  confidence: 'kept' | 'told' | null;
}

/**
 * Puts a letter into a box. One statement, the same whatever stands in it: whom it is about is not looked for here. The
 * request's key is the letter's, so that one sent again lies there once.
 */
export async function dropLetter(
  rows: Tx['rows'],
  request: FastifyRequest,
  body: Static<typeof WriteForMyself> | Static<typeof WriteAbout>,
  writing: Writing,
): Promise<void> {
  const key = request.headers['idempotency-key'];
  const id = typeof key === 'string' ? key : uuid7();
  const { service, words, name, phone } = body;
  const [row] = await rows(
    raw(sql<{ outcome: string }>`
      select app.drop_letter(${id}, ${service.municipalityId}, ${service.id}, ${writing.kind}, ${writing.about}, ${words.trim()},
        ${name?.trim() ?? null}, ${phone?.trim() ?? null}, ${writing.relation}, ${writing.confidence}) as outcome`),
  );
  if (row?.outcome === 'no-box') throw new Refused('not-found');
  if (row?.outcome === 'full') throw new Refused('letterbox-full');
}

/** Connects a letter to somebody the reader has a relation to. It stays the writer's, and keeps what they asked for. */
export async function connectLetter(
  tx: Tx,
  about: Opening,
  body: Static<typeof TakeLetter>,
): Promise<string> {
  if (!isOpen(about.writes, 'confided')) throw new Refused('not-allowed');
  const letter = await takeLetter(tx, body.letter, 'connected');
  if (letter.about === null || letter.confidence === null) throw new Refused('not-about-somebody');
  const said = {
    saidBy: body.letter.id,
    legalClass: 'relative-own' as const,
    happenedAt: letter.received_at,
  };
  return addFact(tx, 'confided', about, said, {
    letter_municipality_id: body.letter.municipalityId,
    letter_id: body.letter.id,
    about: letter.about,
    words: letter.words,
    writer_name: letter.writer_name,
    writer_phone: letter.writer_phone,
    writer_relation: letter.writer_relation,
    confidence: letter.confidence,
  });
}

/** It was about somebody else: the letter lies in the box again. */
export async function returnLetter(tx: Tx, about: Opening, factId: string): Promise<void> {
  const seen = await versionSeen<{ letter_municipality_id: string; letter_id: string }>(
    tx,
    'confided',
    about,
    factId,
    factId,
  );
  await tx.rows(raw(sql`select app.return_letter(${seen.letter_municipality_id}, ${seen.letter_id})`));
}
