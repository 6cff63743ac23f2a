import { describe, expect, test } from 'vitest';
import { refuse } from '../result.ts';
import { tell, toldCodes, toldStates, toldVersions } from './told.ts';

describe('telling', () => {
  const now = toldVersions['confidentiality-and-group-rules'];
  test.each([undefined, '', '   '])('rules that nobody has signed (%s) are not told', (name) => {
    expect(tell('confidentiality-and-group-rules', now, name)).toEqual(refuse('not-signed'));
  });
  test('rules are signed with a name, without the space around it', () => {
    expect(tell('confidentiality-and-group-rules', now, ' Rune Lende ')).toEqual({
      ok: true,
      value: { textVersion: now, signedName: 'Rune Lende' },
    });
  });
  test('information is not signed, whatever is written', () => {
    expect(tell('rights', toldVersions.rights, 'Rune')).toEqual({
      ok: true,
      value: { textVersion: toldVersions.rights, signedName: null },
    });
  });
  test('another edition than the one that holds is not told', () => {
    expect(tell('rights', toldVersions.rights - 1, undefined)).toEqual(refuse('stale-version'));
    expect(tell('rights', toldVersions.rights + 1, undefined)).toEqual(refuse('stale-version'));
  });
});

describe('what is owed', () => {
  test('is all of it to somebody new', () => {
    expect(toldStates([])).toEqual(toldCodes.map((code) => ({ code, state: 'owed' })));
  });
  test('goes by the last telling: an old edition is told, and a newer one is there', () => {
    const old = { code: 'rights', version: toldVersions.rights - 1, at: '2024-01-02T10:00:00Z' };
    const again = { ...old, version: toldVersions.rights, at: '2024-03-02T10:00:00Z' };
    const of = (told: (typeof old)[]) => toldStates(told).find(({ code }) => code === 'rights');
    expect(of([old])).toEqual({ code: 'rights', state: 'newer', at: old.at });
    expect(of([again, old])).toEqual({ code: 'rights', state: 'told', at: again.at });
  });
});
