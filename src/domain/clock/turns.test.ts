import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day } from '../time/day.ts';
import { type TurnFacts, turnClocks } from './turns.ts';

const nothing: TurnFacts = { tellings: [], homecomings: [], departures: [], talks: [] };

describe('somebody who has told us', () => {
  const tellings = [{ id: 't', toldAt: '2024-03-13T23:30:00.000Z' }];
  const talkAt = (at: string) => turnClocks({ ...nothing, tellings, talks: [at] });

  test('hears from us by the end of the next day in Norway, and only the closest know of it', () => {
    expect(turnClocks({ ...nothing, tellings })).toEqual([
      {
        rule: 'relapse-contact',
        subjectId: 't',
        showsAt: '2024-03-13T23:30:00.000Z',
        opensAt: '2024-03-15T23:00:00.000Z',
        ownerRole: 'contact-person',
        topic: 'relapse',
      },
    ]);
  });
  test('has been heard when we have talked since', () => {
    expect(talkAt('2024-03-13T23:31:00.000Z')).toEqual([]);
  });
  test('has not been heard by what was before', () => {
    expect(talkAt('2024-03-13T23:29:00.000Z')).toHaveLength(1);
    expect(talkAt('2024-03-13T23:30:00.000Z')).toHaveLength(1);
  });
});

describe('somebody who comes home', () => {
  const homecomings = [{ id: 'd', day: '2024-03-13' as Day }];
  const at = (more: Partial<TurnFacts>) => turnClocks({ ...nothing, homecomings, ...more });

  test('is owed somebody at the door: it shows the day before, and is a hole when the day has gone', () => {
    expect(at({})).toEqual([
      {
        rule: 'discharge-unmet',
        subjectId: 'd',
        showsAt: '2024-03-11T23:00:00.000Z',
        opensAt: '2024-03-13T23:00:00.000Z',
        ownerRole: 'contact-person',
        topic: 'follow-up',
      },
    ]);
  });
  test.each([
    ['2024-03-12T22:59:00.000Z', 1],
    ['2024-03-12T23:00:00.000Z', 0],
    ['2024-03-14T10:00:00.000Z', 0],
  ])('a talk at %s leaves %i to be met', (talk, left) => {
    expect(at({ talks: [talk] })).toHaveLength(left);
  });
  test('and has gone in again since is not waited for at that door', () => {
    expect(at({ departures: ['2024-03-14' as Day] })).toEqual([]);
    expect(at({ departures: ['2024-03-13' as Day] })).toHaveLength(1);
    expect(at({ departures: ['2024-02-13' as Day] })).toHaveLength(1);
  });
  test('on a day that is moved has the clock moved with it', () => {
    const days = fc.integer({ min: -400, max: 400 });
    fc.assert(
      fc.property(days, (by) => {
        const moved = turnClocks({
          ...nothing,
          homecomings: [{ id: 'd', day: addDays('2024-03-13' as Day, by) }],
        });
        const [first] = at({});
        const shift = Date.parse(moved[0]?.opensAt ?? '') - Date.parse(first?.opensAt ?? '');
        // Summer time is an hour, never a day.
        expect(Math.round(shift / 86_400_000)).toBe(by);
      }),
    );
  });
});
