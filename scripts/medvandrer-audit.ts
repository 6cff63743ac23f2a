// The seal on the log of look-ups, from the command line: verified, and written down to be kept outside.
import { readFile, writeFile } from 'node:fs/promises';
import type pg from 'pg';
import type { Config } from '#server/config.ts';
import { asOwner } from '#server/db/owner.ts';
import {
  type Checkpoint,
  checkpointOf,
  compareCheckpoint,
  fingerprintOf,
  readCheckpoint,
  readSigningKey,
} from '#server/seal/checkpoint.ts';
import { sealLog } from '#server/seal/seal.ts';
import { batchAt, type Fault, lastBatch, type Verdict, verifyLog } from '#server/seal/verify.ts';
import { CannotBeDone, type Told } from './medvandrer-told.ts';

type Options = Record<string, string | undefined>;

/** Reads only, so it also runs with a login that may do nothing else (the role app_reviewer). */
export async function verifyAudit(owner: pg.ClientConfig, { checkpoint: file }: Options): Promise<Told> {
  const kept = file === undefined ? undefined : await checkpointFrom(file);
  return asOwner(owner, 'verify the log of look-ups', async (client) => {
    await client.query('begin transaction isolation level repeatable read read only');
    const verdict = await verifyLog(client);
    const compared =
      kept === undefined ? undefined : compareCheckpoint(kept, await batchAt(client, kept.batch));
    const beside: Fault[] =
      compared === undefined || compared === 'agrees' ? [] : [{ kind: compared, batch: kept?.batch ?? 0 }];
    const faults = [...beside, ...verdict.faults];
    return {
      words: [...wordsOfVerdict({ ...verdict, faults }), ...wordsOfCheckpoint(kept)].join('\n'),
      figures: { ...verdict, faults, ...(kept === undefined ? {} : { checkpoint: kept }) },
      ...(faults.length === 0 ? {} : { wrong: true as const }),
    };
  });
}

async function checkpointFrom(file: string): Promise<Checkpoint> {
  const text = await readFile(file, 'utf8').catch((error: Error) => {
    throw new CannotBeDone(`The checkpoint cannot be read: ${error.message}`);
  });
  const read = readCheckpoint(text);
  if (read === undefined) throw new CannotBeDone(`${file} is no checkpoint of the log.`);
  return read;
}

function wordsOfVerdict({ batches, lookUps, unsealed, unsealedSince, head, faults }: Verdict): string[] {
  const waiting =
    unsealed === 0
      ? 'Nothing waits to be sealed.'
      : `${unsealed} look-ups wait to be sealed, the oldest from ${unsealedSince}; nothing is said of those.`;
  if (faults.length === 0)
    return [
      `The log is as it was sealed: ${lookUps} look-ups in ${batches} batches.`,
      waiting,
      `Head: ${head}`,
    ];
  return ['THE LOG IS NOT AS IT WAS SEALED.', ...faults.map((fault) => `  ${wordsOfFault(fault)}`), waiting];
}

const wordsOfFault = ({ kind, batch, number, scope }: Fault): string =>
  ({
    'batch-missing': `Batch ${batch} is missing.`,
    'batch-changed': `Batch ${batch} does not say what it said when it was sealed.`,
    'chain-broken': `Batch ${batch} does not follow the one before it: something at or before batch ${batch} was written anew.`,
    'look-up-changed': `Look-up ${number}, in batch ${batch}, is not what was sealed.`,
    'look-up-missing': `Batch ${batch}: at least one look-up is gone, the first of them right after number ${number}.`,
    'look-up-added': `Look-up ${number}, in batch ${batch}, was put in after it was sealed.`,
    'look-up-outside': `Look-up ${number} has a number that is never given out.`,
    'scope-without-look-up': `Scope ${scope} belongs to no look-up: it was put in, or its look-ups are gone.`,
    'scope-day-wrong': `Scope ${scope} has another last day than its last look-up, and can hide it from the participant.`,
    'checkpoint-ahead': `The checkpoint tells of batch ${batch}, which is not here: the end was cut off, or the database was set back.`,
    'checkpoint-differs': `Batch ${batch} is another one than the checkpoint tells of: the log was written anew, or set back and continued.`,
    'checkpoint-signature': 'The signature on the checkpoint does not fit what it says.',
  })[kind];

function wordsOfCheckpoint(kept: Checkpoint | undefined): string[] {
  if (kept === undefined)
    return [
      'Compared with no checkpoint: a log that was cut at its end, set back or written anew from the beginning also looks like this.',
    ];
  return [
    kept.publicKey === undefined
      ? `Compared with a checkpoint of ${kept.sealedAt}, which is not signed: it is worth as much as the place where it was kept.`
      : `Compared with a checkpoint of ${kept.sealedAt}, signed with the key ${fingerprintOf(kept.publicKey)}.`,
  ];
}

/** Seals what there is, and writes down the head. */
export async function exportCheckpoint(
  owner: pg.ClientConfig,
  { file }: Options,
  config: Config,
): Promise<Told> {
  const key = config.auditSigningKey === undefined ? undefined : await signingKeyFrom(config.auditSigningKey);
  const last = await asOwner(owner, 'seal the log of look-ups', async (client) => {
    await sealLog(client);
    return lastBatch(client);
  });
  if (last === undefined)
    throw new CannotBeDone('Nobody has looked at anything yet: there is nothing to write down.');
  const checkpoint = checkpointOf(last, key);
  const text = JSON.stringify(checkpoint);
  if (file !== undefined)
    await writeFile(file, `${text}\n`).catch((error: Error) => {
      throw new CannotBeDone(`The checkpoint cannot be written: ${error.message}`);
    });
  const signed =
    checkpoint.publicKey === undefined
      ? 'It is NOT signed (AUDIT_SIGNING_KEY names no key): keep it where nobody who has the database can change it.'
      : `Signed with the key ${fingerprintOf(checkpoint.publicKey)}.`;
  return {
    words:
      file === undefined
        ? text
        : `Batch ${last.batch}, sealed ${last.sealedAt}, is written to ${file}. ${signed}`,
    figures: checkpoint,
  };
}

async function signingKeyFrom(file: string) {
  const pem = await readFile(file, 'utf8').catch((error: Error) => {
    throw new CannotBeDone(`AUDIT_SIGNING_KEY cannot be read: ${error.message}`);
  });
  const key = readSigningKey(pem);
  if (key === undefined)
    throw new CannotBeDone(
      `AUDIT_SIGNING_KEY (${file}) holds no Ed25519 private key. Make one with: openssl genpkey -algorithm ed25519`,
    );
  return key;
}
