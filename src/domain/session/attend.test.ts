import { describe, expect, test } from 'vitest';
import { refuse } from '../result.ts';
import { type Acquaintance, attend, belongsAt } from './attend.ts';

const now = '2024-03-14T07:20:00.000Z';
const tomorrow = { startsAt: '2024-03-15T08:30:00.000Z', cancelled: false };

describe('attendance', () => {
  test.each(['came', 'did-not-come'] as const)('«%s» is not written before the samling', (answer) => {
    expect(attend(answer, tomorrow, now)).toEqual(refuse('in-the-future'));
  });
  test.each(['coming', 'said-no'] as const)('«%s» is said in advance', (answer) =>
    expect(attend(answer, tomorrow, now).ok).toBe(true),
  );
  test('with «not today» is for somebody who came', () => {
    expect(attend('did-not-come', { ...tomorrow, startsAt: now }, now, true)).toEqual(refuse('bad-request'));
    expect(attend('came', { ...tomorrow, startsAt: now }, now, true).ok).toBe(true);
  });
  test('is written from an hour before', () =>
    expect(attend('came', { ...tomorrow, startsAt: '2024-03-14T08:20:00.000Z' }, now).ok).toBe(true));
  test.each(['coming', 'said-no', 'came', 'did-not-come'] as const)(
    '«%s» is not written for a samling that is cancelled',
    (answer) =>
      expect(attend(answer, { startsAt: now, cancelled: true }, now)).toEqual(refuse('session-cancelled')),
  );
});

describe('a samling is for', () => {
  const nobody: Acquaintance = { enrolments: [], enquiries: [] };
  const said = (known: Partial<Acquaintance>) => belongsAt({ ...nobody, ...known }, tomorrow.startsAt).ok;
  const since = '2024-02-01T08:00:00.000Z';

  test.each(['asked', 'waiting', 'mapping', 'active', 'paused'])(
    'somebody who is %s in the service',
    (state) => expect(said({ enrolments: [{ state, since }] })).toBe(true),
  );
  test('somebody who has asked and is only invited', () =>
    expect(said({ enquiries: [{ at: since }] })).toBe(true));
  test('nobody the service has not heard of', () =>
    expect(belongsAt(nobody, tomorrow.startsAt)).toEqual(refuse('not-in-the-service')));
  test.each(['ended', 'declined'])('nobody who has %s, however they once came', (state) =>
    expect(said({ enrolments: [{ state, since }], enquiries: [{ at: '2024-01-01T08:00:00.000Z' }] })).toBe(
      false,
    ),
  );
  test('somebody who ended and has asked again since', () =>
    expect(
      said({ enrolments: [{ state: 'ended', since }], enquiries: [{ at: '2024-03-01T08:00:00.000Z' }] }),
    ).toBe(true));
  test('somebody who ended after it began, so that what was can still be written', () =>
    expect(said({ enrolments: [{ state: 'ended', since: '2024-03-15T12:00:00.000Z' }] })).toBe(true));
  test('somebody who ended one stay and is in another', () =>
    expect(
      said({
        enrolments: [
          { state: 'ended', since },
          { state: 'active', since },
        ],
      }),
    ).toBe(true));
});
