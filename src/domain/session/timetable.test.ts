import { describe, expect, test } from 'vitest';
import type { Day } from '../time/day.ts';
import { addLine, changeSession, endLine, holdAfterAll, leadLine, moveSession } from './timetable.ts';

const day = (text: string) => text as Day;
const today = day('2024-03-14');
const now = '2024-03-14T07:20:00.000Z';
const line = { from: '09:30', to: '13:00', validFrom: day('2024-03-18'), validTo: null };
const said = (result: { ok: boolean; refusal?: string }) => result.refusal ?? 'ok';

describe('a new line', () => {
  test.each([
    ['as people plan it', {}, 'ok'],
    ['from today', { validFrom: today }, 'ok'],
    ['for one day', { validTo: day('2024-03-18') }, 'ok'],
    ['that ends when it begins', { to: '09:30' }, 'times-backwards'],
    ['past midnight', { from: '22:00', to: '01:00' }, 'times-backwards'],
    ['from yesterday', { validFrom: day('2024-03-13') }, 'day-out-of-range'],
    ['from a year and two days ahead', { validFrom: day('2025-03-16') }, 'day-out-of-range'],
    ['that ends before it begins', { validTo: day('2024-03-17') }, 'period-backwards'],
  ])('%s: %s', (_, change, wanted) => {
    expect(said(addLine({ ...line, ...change }, today))).toBe(wanted);
  });
});

describe('a line ends', () => {
  const running = { validFrom: day('2024-01-01'), validTo: null };
  test.each([
    [running, '2024-03-14', 'ok'],
    [running, '2024-03-13', 'day-out-of-range'],
    [running, '2023-12-31', 'period-backwards'],
    [{ ...running, validTo: day('2024-03-28') }, '2024-03-21', 'ok'],
    [{ ...running, validTo: day('2024-03-28') }, '2024-03-28', 'line-has-ended'],
    [{ ...running, validTo: day('2024-03-01') }, '2024-03-20', 'line-has-ended'],
    [{ validFrom: day('2024-04-01'), validTo: null }, '2024-03-20', 'period-backwards'],
  ])('%o after %s: %s', (one, lastDay, wanted) => {
    expect(said(endLine(one, day(lastDay), today))).toBe(wanted);
  });
});

test('somebody else leads from a day there are samlinger for', () => {
  expect(said(leadLine({ validTo: null }, today, today))).toBe('ok');
  expect(said(leadLine({ validTo: null }, day('2024-03-13'), today))).toBe('day-out-of-range');
  expect(said(leadLine({ validTo: null }, day('2024-05-10'), today))).toBe('day-out-of-range');
  expect(said(leadLine({ validTo: day('2024-03-20') }, day('2024-03-21'), today))).toBe('line-has-ended');
});

describe('one samling', () => {
  const session = { endsAt: '2024-03-14T12:00:00.000Z', cancelled: false };
  const clock = { today, time: '08:20' };
  const to = { day: day('2024-03-15'), from: '10:00', to: '12:00' };

  test('is changed until it is over, and not when it is cancelled', () => {
    expect(said(changeSession(session, now))).toBe('ok');
    expect(said(changeSession(session, session.endsAt))).toBe('session-over');
    expect(said(changeSession({ ...session, cancelled: true }, now))).toBe('session-cancelled');
  });

  test('is held after all only when it was cancelled', () => {
    expect(said(holdAfterAll({ ...session, cancelled: true }, now))).toBe('ok');
    expect(said(holdAfterAll(session, now))).toBe('session-not-cancelled');
    expect(said(holdAfterAll({ ...session, cancelled: true }, session.endsAt))).toBe('session-over');
  });

  test.each([
    ['tomorrow', {}, 'ok'],
    ['later today', { day: today, from: '08:00', to: '08:21' }, 'ok'],
    ['to hours that have been', { day: today, from: '07:00', to: '08:20' }, 'day-out-of-range'],
    ['to yesterday', { day: day('2024-03-13') }, 'day-out-of-range'],
    ['to end before it begins', { to: '09:00' }, 'times-backwards'],
  ])('is moved %s', (_, change, wanted) => {
    expect(said(moveSession(session, { ...to, ...change }, now, clock))).toBe(wanted);
    const over = { ...session, endsAt: now };
    expect(said(moveSession(over, { ...to, ...change }, now, clock))).toBe('session-over');
  });
});
