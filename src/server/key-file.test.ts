import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { BadConfig } from './config.ts';
import { freshKeyRing, type KeyRing, numberKeys, readKeyRing } from './db/number-keys.ts';
import { keyRingOf } from './key-file.ts';

const dataDir = mkdtempSync(path.join(tmpdir(), 'medvandrer-keys-'));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));
const ring = (id: string): KeyRing => {
  const read = readKeyRing(freshKeyRing(id));
  if ('wrong' in read) throw new Error(read.wrong);
  return read;
};
const NUMBER = '01819010192';
const [rune, tone] = ['rune', 'tone'];

describe('keys', () => {
  const [old, next] = [ring('old'), ring('new')];
  const both = numberKeys({ seal: [...next.seal, ...old.seal], mark: [...next.mark, ...old.mark] });
  const before = numberKeys(old);
  const sealed = before.seal(NUMBER, rune);

  test('two at a time open and find what either has made', () => {
    expect(both.open(sealed, rune)).toBe(NUMBER);
    expect(both.marksOf(NUMBER).some((mark) => mark.equals(sealed.mark))).toBe(true);
    expect(both.seal(NUMBER, rune).sealed_with).toBe('new');
  });
  test('that were taken out open no more', () => {
    expect(() => numberKeys(next).open(sealed, rune)).toThrow(/not here/);
  });
  test('never seal the same number alike, and mark it alike each time', () => {
    const again = before.seal(NUMBER, rune);
    expect(again.sealed.equals(sealed.sealed)).toBe(false);
    expect(again.mark.equals(sealed.mark)).toBe(true);
  });
  test('open for the person it was sealed for, as it was sealed', () => {
    expect(() => before.open(sealed, tone)).toThrow();
    const bent = Buffer.from(sealed.sealed);
    bent.writeUInt8(bent.readUInt8(14) ^ 1, 14);
    expect(() => before.open({ ...sealed, sealed: bent }, rune)).toThrow();
  });
});

describe('the file of keys', () => {
  const file = path.join(dataDir, 'given.json');
  const wrong = (content: string) => {
    writeFileSync(file, content);
    return () => keyRingOf({ mode: 'production', dataDir, numberKeysFile: file });
  };
  test('is made for the demonstration, once, for nobody else to read', () => {
    const first = keyRingOf({ mode: 'demo', dataDir });
    expect(keyRingOf({ mode: 'demo', dataDir })).toEqual(first);
    expect(statSync(path.join(dataDir, 'number-keys.json')).mode & 0o777).toBe(0o600);
  });
  test('is needed for real people', () => {
    expect(() => keyRingOf({ mode: 'production', dataDir })).toThrow(BadConfig);
    expect(() => keyRingOf({ mode: 'production', dataDir })).toThrow(/new-keys/);
    expect(() => keyRingOf({ mode: 'production', dataDir, numberKeysFile: '/nowhere' })).toThrow(
      /cannot be read: ENOENT/,
    );
  });
  test.each([
    ['', 'is no JSON'],
    ['null', 'needs "seal" and "mark"'],
    ['{"seal": [], "mark": []}', 'needs "seal" and "mark"'],
    ['{"seal": [{"id": "a", "key": "c2hvcnQ="}], "mark": [{"id": "a", "key": "c2hvcnQ="}]}', 'with 32 bytes'],
    ['{"seal": [null], "mark": [3]}', 'needs "seal" and "mark"'],
  ])('that is %j is refused in words', (content, words) => {
    expect(wrong(content)).toThrow(words);
  });
  test('with two keys of one name is refused: which one sealed what?', () => {
    const one = JSON.parse(freshKeyRing('same'));
    const other = JSON.parse(freshKeyRing('same'));
    expect(wrong(JSON.stringify({ ...one, seal: [...one.seal, ...other.seal] }))).toThrow(BadConfig);
  });
});
