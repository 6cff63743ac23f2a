import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { leafHash, rootOf, sha256 } from './tree.ts';

// The published test vectors of RFC 6962's reference implementation: eight entries, and the root over the first so many.
const entries = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map((hex) => Buffer.from(hex, 'hex'));
const roots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

/** As RFC 6962 writes it down: the tree of n is split at the largest power of two below n. */
function byTheBook(leaves: readonly Buffer[]): Buffer {
  if (leaves.length < 2) return leaves[0] ?? sha256();
  const split = 2 ** Math.floor(Math.log2(leaves.length - 1));
  return sha256(Buffer.of(1), byTheBook(leaves.slice(0, split)), byTheBook(leaves.slice(split)));
}

describe('the tree over a batch', () => {
  test.each(roots.map((root, size) => [size, root]))('of %i entries has the published root', (size, root) => {
    expect(rootOf(entries.slice(0, Number(size)).map(leafHash)).toString('hex')).toBe(root);
  });

  test('of any size is the one RFC 6962 describes', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 12 }), { maxLength: 70 }), (all) => {
        const leaves = all.map((bytes) => leafHash(Buffer.from(bytes)));
        expect(rootOf(leaves).equals(byTheBook(leaves))).toBe(true);
      }),
    );
  });

  test('cannot be had with two joined hashes passed off as an entry', () => {
    const [a, b] = [leafHash('a'), leafHash('b')];
    expect(rootOf([leafHash(Buffer.concat([a, b]))]).equals(rootOf([a, b]))).toBe(false);
  });
});
