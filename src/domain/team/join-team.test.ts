import { describe, expect, test } from 'vitest';
import { ok, refuse } from '../result.ts';
import { joinTeam, leaveTeam } from './join-team.ts';

const open = { from: '2024-03-14T07:20:00.000Z', until: null };
const short = { ...open, until: '2024-03-18T07:20:00.000Z' };
const here = { kind: 'municipal', until: null };

describe('joining the team', () => {
  test.each([
    ['contact-person', 'municipal'],
    ['coordinator', 'municipal'],
    ['peer', 'voluntary'],
    ['peer', 'municipal'],
    ['nav', 'nav'],
    ['dps', 'dps'],
  ] as const)('as %s is for somebody from %s', (role, kind) => {
    expect(joinTeam(role, { kind, until: null }, open, false)).toEqual(ok(open));
  });

  test.each([
    ['contact-person', 'nav'],
    ['nav', 'municipal'],
    ['team-member', 'voluntary'],
    ['dps', 'treatment'],
  ] as const)('as %s is not for somebody from %s', (role, kind) => {
    expect(joinTeam(role, { kind, until: null }, open, false)).toEqual(refuse('wrong-organisation'));
  });

  test('in somebody’s place has a last day', () => {
    expect(joinTeam('contact-person', here, open, true)).toEqual(refuse('period-backwards'));
    expect(joinTeam('contact-person', here, short, true)).toEqual(ok(short));
  });

  test('is not for somebody who has left by then', () => {
    const leaves = (until: string) => ({ ...here, until });
    expect(joinTeam('contact-person', leaves(open.from), open, false)).toEqual(refuse('has-left'));
    expect(joinTeam('contact-person', leaves(short.until), open, false)).toEqual(ok(open));
  });

  test('does not end before it begins', () => {
    const backwards = { from: short.until, until: short.from };
    expect(joinTeam('contact-person', here, backwards, false)).toEqual(refuse('period-backwards'));
  });
});

describe('leaving the team', () => {
  const now = '2024-03-16T07:20:00.000Z';
  test('ends the period now', () => {
    expect(leaveTeam(open, now)).toEqual(ok({ until: now }));
    expect(leaveTeam(short, now)).toEqual(ok({ until: now }));
  });
  test('before it has begun takes it back', () => {
    expect(leaveTeam({ from: short.until, until: null }, now)).toEqual(ok('taken-back'));
    expect(leaveTeam({ from: now, until: null }, now)).toEqual(ok('taken-back'));
  });
  test('is done once', () => {
    expect(leaveTeam({ from: open.from, until: now }, now)).toEqual(refuse('already-done'));
  });
});
