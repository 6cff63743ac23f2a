import { describe, expect, test } from 'vitest';
import { mayApprove, nextStep, type Run, stateOf, triedAgainAt } from './run.ts';

const now = '2024-03-14T08:00:00.000Z';
const asked: Run = { decidedSince: false };
const planned: Run = { ...asked, plannedAt: '2024-03-13T08:00:00.000Z' };
const approved: Run = { ...planned, approvedAt: '2024-03-13T09:00:00.000Z' };

describe('a dry run', () => {
  test('goes from one state to the next as it is asked for, worked out, agreed to and carried out', () => {
    expect(stateOf(asked, now)).toBe('asked');
    expect(stateOf({ ...asked, begunAt: now }, now)).toBe('working-out');
    expect(stateOf(planned, now)).toBe('waiting');
    expect(stateOf(approved, now)).toBe('approved');
    expect(stateOf({ ...approved, begunAt: now }, now)).toBe('carrying-out');
    expect(stateOf({ ...approved, endedAs: 'carried-out' }, now)).toBe('carried-out');
  });

  test('is worked out and carried out by the job, and left alone while it waits for a person', () => {
    expect(nextStep(asked, now)).toBe('work-out');
    expect(nextStep(planned, now)).toBeUndefined();
    expect(nextStep(approved, now)).toBe('carry-out');
    expect(nextStep({ ...approved, endedAs: 'carried-out' }, now)).toBeUndefined();
    expect(nextStep({ ...planned, endedAs: 'turned-down' }, now)).toBeUndefined();
  });

  test('that was broken off is begun anew', () => {
    expect(nextStep({ ...asked, begunAt: '2024-03-14T07:00:00.000Z' }, now)).toBe('work-out');
    expect(nextStep({ ...approved, begunAt: '2024-03-14T07:00:00.000Z' }, now)).toBe('carry-out');
  });

  test('that failed is tried again after ten minutes and not before', () => {
    const failed = { ...approved, failedAt: '2024-03-14T07:50:00.001Z' };
    expect(triedAgainAt(failed)).toBe('2024-03-14T08:00:00.001Z');
    expect(nextStep(failed, now)).toBeUndefined();
    expect(nextStep(failed, '2024-03-14T08:00:00.001Z')).toBe('carry-out');
  });
});

describe('a plan', () => {
  test('is stale after fourteen days, or when a period was decided after it', () => {
    const old = { ...planned, plannedAt: '2024-02-29T08:00:00.000Z' };
    expect(stateOf(old, '2024-03-14T07:59:59.999Z')).toBe('waiting');
    expect(stateOf(old, now)).toBe('stale');
    expect(stateOf({ ...planned, decidedSince: true }, now)).toBe('stale');
    expect(nextStep(old, now)).toBe('let-go');
    expect(nextStep({ ...old, endedAs: 'stale' }, now)).toBeUndefined();
  });

  test('that somebody has said yes to is not left behind by its age: each row is asked about again', () => {
    expect(stateOf({ ...approved, decidedSince: true }, '2024-06-01T08:00:00.000Z')).toBe('approved');
  });

  test('can be agreed to while it waits, and is refused by name otherwise', () => {
    expect(mayApprove(planned, now)).toEqual({ ok: true, value: true });
    expect(mayApprove(asked, now)).toEqual({ ok: false, refusal: 'plan-busy' });
    expect(mayApprove(approved, now)).toEqual({ ok: false, refusal: 'already-answered' });
    expect(mayApprove({ ...planned, decidedSince: true }, now)).toEqual({ ok: false, refusal: 'plan-stale' });
    expect(mayApprove({ ...planned, endedAs: 'turned-down' }, now)).toEqual({
      ok: false,
      refusal: 'already-answered',
    });
  });
});
