import { once } from 'node:events';
import { Readable } from 'node:stream';
import { createGunzip, createGzip } from 'node:zlib';

let before: Promise<unknown> = Promise.resolve();

/** One at a time: a copy takes a connection while it is read, and there are few. The others wait for their turn. */
export function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = before.then(work, work);
  before = mine.catch(() => undefined);
  return mine;
}

/**
 * Takes in pieces as they come and keeps them compressed, so that the connection they are read by is free before a slow
 * phone has fetched them, and a long life takes no more room than a short one does uncompressed.
 */
export async function gathered(pieces: AsyncIterable<string>): Promise<Buffer[]> {
  const gzip = createGzip();
  const kept: Buffer[] = [];
  gzip.on('data', (part: Buffer) => kept.push(part));
  const ended = once(gzip, 'end');
  for await (const piece of pieces) if (!gzip.write(piece)) await once(gzip, 'drain');
  gzip.end();
  await ended;
  return kept;
}

/** The pieces as they were, a little at a time. */
export const unpacked = (kept: readonly Buffer[]): Readable => Readable.from(kept).pipe(createGunzip());
