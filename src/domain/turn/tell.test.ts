import { describe, expect, test } from 'vitest';
import { ok, refuse } from '../result.ts';
import { tell } from './tell.ts';

const now = '2024-03-14T07:20:00.000Z';
const told = (at: string, kind: 'relapse' | 'hard-time' = 'relapse') => ({ kind, at });

describe('telling of a relapse', () => {
  test.each([['participant'], ['contact-person']])('is for the %s', (role) => {
    expect(tell('relapse', [role], [], now)).toEqual(ok('relapse'));
  });
  test.each([['coordinator'], ['team-member'], ['peer'], ['group-leader'], ['intake'], ['nav']])(
    'is not for the %s',
    (role) => {
      expect(tell('relapse', [role], [], now)).toEqual(refuse('not-yours-to-do'));
    },
  );
  test('twice within an hour is one telling', () => {
    expect(tell('relapse', ['participant'], [told('2024-03-14T06:20:01.000Z')], now)).toEqual(
      refuse('already-told'),
    );
    expect(tell('relapse', ['participant'], [told('2024-03-14T06:20:00.000Z')], now).ok).toBe(true);
  });
  test('is another thing than telling that it is hard', () => {
    expect(tell('relapse', ['participant'], [told(now, 'hard-time')], now).ok).toBe(true);
  });
  test('is new when we have talked since', () => {
    expect(tell('relapse', ['participant'], [], now).ok).toBe(true);
  });
});
