import { createHash } from 'node:crypto';

/** What is hashed is told apart by its first byte, so that no inner node can be passed off as an entry (RFC 6962, 2.1). */
const LEAF = Buffer.of(0);
const NODE = Buffer.of(1);

export const sha256 = (...parts: readonly (Buffer | string)[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

export const leafHash = (entry: Buffer | string): Buffer => sha256(LEAF, entry);

const nodeHash = (left: Buffer, right: Buffer): Buffer => sha256(NODE, left, right);

/**
 * The root of the Merkle tree over these leaves, in this order: 32 bytes. A tree of n is split at the largest power of
 * two below n; the tree of none is the hash of nothing (RFC 6962, 2.1).
 */
export function rootOf(leaves: readonly Buffer[]): Buffer {
  // Level by level: pairs are joined from the left, and one without a neighbour goes up as it is, which gives that split.
  let level = leaves;
  while (level.length > 1) {
    const above: Buffer[] = [];
    for (let at = 0; at < level.length; at += 2) {
      const [left, right] = [level[at], level[at + 1]];
      if (left !== undefined) above.push(right === undefined ? left : nodeHash(left, right));
    }
    level = above;
  }
  return level[0] ?? sha256();
}
