import { describe, expect, test } from 'vitest';
import type { Day } from '../time/day.ts';
import { closeDoor } from './close-door.ts';
import { givenHow } from './given-how.ts';

const today = '2024-03-14' as Day;
const paper = { signedDay: '2024-03-14' as Day, kept: ' Perm 3 ' };

describe('how a consent is given', () => {
  test('by the participant, or by a worker who has seen the paper', () => {
    expect(givenHow('participant', undefined, today)).toMatchObject({
      ok: true,
      value: { given_how: 'self' },
    });
    expect(givenHow('worker', paper, today)).toMatchObject({
      ok: true,
      value: { given_how: 'paper', signed_day: '2024-03-14', paper_kept: 'Perm 3' },
    });
  });

  test.each([
    ['participant-by-code', undefined, 'needs-stronger-login'],
    ['participant-by-code', paper, 'needs-stronger-login'],
    ['participant', paper, 'not-yours-to-do'],
    ['worker', undefined, 'paper-needed'],
    ['worker', { ...paper, signedDay: '2024-03-15' as Day }, 'in-the-future'],
  ] as const)('by %s with %j is refused: %s', (by, with_, refusal) => {
    expect(givenHow(by, with_, today)).toEqual({ ok: false, refusal });
  });
});

describe('closing a door', () => {
  test.each([
    [1, 'everything', null],
    [1, ['goals'], ['goals']],
    [0, ['crisis-plan', 'goals'], ['goals', 'crisis-plan']],
  ] as const)('to %i named, for %j', (named, wanted, topics) => {
    expect(closeDoor(named, wanted)).toEqual({ ok: true, value: { topics } });
  });

  test.each([
    [2, 'everything', 'one-recipient'],
    [0, 'everything', 'door-to-everyone'],
    [1, ['goals', 'weather'], 'unknown-topic'],
  ] as const)('to %i named, for %j is refused: %s', (named, wanted, refusal) => {
    expect(closeDoor(named, wanted)).toEqual({ ok: false, refusal });
  });
});
