import { describe, expect, test } from 'vitest';
import { appointCoordinator, maySeat } from './appoint.ts';

const ingunn = { versionId: 'v1', workerId: 'ingunn' };

describe('appointing a coordinator', () => {
  test('fills an empty place, or takes the place of the one who was on the screen', () => {
    expect(appointCoordinator(undefined, undefined, 'ola', undefined)).toEqual({ ok: true, value: {} });
    expect(appointCoordinator(ingunn, 'v1', 'ola', ' flyttet ')).toEqual({
      ok: true,
      value: { because: 'flyttet' },
    });
    expect(appointCoordinator(ingunn, 'v1', 'ola', ' ')).toEqual({ ok: false, refusal: 'reason-needed' });
  });

  test.each([
    [ingunn, undefined, 'ola', 'stale-version'],
    [ingunn, 'v0', 'ola', 'stale-version'],
    [undefined, 'v1', 'ola', 'stale-version'],
    [ingunn, 'v1', 'ingunn', 'already-done'],
  ])(
    'is refused where somebody else was quicker, or nothing changes',
    (standing, instead, worker, refusal) => {
      expect(appointCoordinator(standing, instead, worker, 'x')).toEqual({ ok: false, refusal });
    },
  );
});

test('one who is the coordinating unit alone puts nobody but a coordinator beside a person', () => {
  expect(maySeat(['coordinating-unit'], 'coordinator').ok).toBe(true);
  expect(maySeat(['coordinating-unit'], 'contact-person').ok).toBe(false);
  expect(maySeat(['coordinating-unit', 'coordinator'], 'contact-person').ok).toBe(true);
});
