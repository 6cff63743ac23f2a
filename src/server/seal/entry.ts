import { leafHash, sha256 } from './tree.ts';

/**
 * How the log is written down to be hashed: JSON with its members in alphabetical order and nothing but text, whole
 * numbers and null in it (RFC 8785). Ids and codes only: no name, and nothing anybody has written, so that what a person
 * is called can be mended or deleted and the chain still holds.
 */
const written = (members: Record<string, unknown>): string =>
  JSON.stringify(Object.fromEntries(Object.entries(members).sort(([a], [b]) => (a < b ? -1 : 1))));

/** Whom one login was shown, and the topics that were open, as bits. */
export interface Scope {
  login: string;
  people: string[];
  reads: number[];
  writes: number[] | null;
}

export interface LookUp {
  number: string;
  /** UTC, to the microsecond. */
  at: string;
  action: string;
  purpose: string;
}

export interface Batch {
  batch: number;
  after: string;
  to: string;
  lookUps: number;
  root: Buffer;
  previous: Buffer;
  sealedAt: string;
}

export const scopeHash = (scope: Scope): string => sha256(written({ ...scope })).toString('hex');

/** @param scope the hash of what it showed; null when that is gone, which no look-up is without */
export const lookUpHash = ({ number, at, action, purpose }: LookUp, scope: string | null): Buffer =>
  leafHash(written({ number, at, action, purpose, scope }));

const HEAD = Buffer.of(2);

/** Says all there is to say of a batch and of everything before it: 32 bytes. */
export const headOf = ({ batch, after, to, lookUps, root, previous, sealedAt }: Batch): Buffer =>
  sha256(
    HEAD,
    written({
      batch,
      after,
      to,
      lookUps,
      root: root.toString('hex'),
      previous: previous.toString('hex'),
      sealedAt,
    }),
  );

/** What stands before the first batch. */
export const BEGINNING = Buffer.alloc(32);

const MARK_BYTES = 8;

export const marksOf = (leaves: readonly Buffer[]): Buffer =>
  Buffer.concat(leaves.map((leaf) => leaf.subarray(0, MARK_BYTES)));

export const markAt = (marks: Buffer, place: number): Buffer =>
  marks.subarray(place * MARK_BYTES, (place + 1) * MARK_BYTES);
