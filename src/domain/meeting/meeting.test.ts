import { describe, expect, test } from 'vitest';
import type { Day } from '../time/day.ts';
import { decide, mayDecide } from './decide.ts';
import {
  changeMeeting,
  endMeeting,
  holdMeeting,
  type MeetingFact,
  prepareMeeting,
  sayPresence,
} from './hold.ts';

const called: MeetingFact = { startsAt: '2024-03-28T09:00:00.000Z', heldAt: null, endedAt: null };
const begun: MeetingFact = { ...called, heldAt: '2024-03-28T09:02:00.000Z' };
const ended: MeetingFact = { ...begun, endedAt: '2024-03-28T10:00:00.000Z' };
const said = (result: { ok: boolean; refusal?: string }) => result.refusal ?? 'ok';

describe('a meeting begins', () => {
  test.each([
    ['at its time', called, '2024-03-28T09:00:00.000Z', undefined, 'ok'],
    ['an hour before', called, '2024-03-28T08:00:00.000Z', undefined, 'ok'],
    ['two hours before', called, '2024-03-28T07:00:00.000Z', undefined, 'in-the-future'],
    ['when it is told later', called, '2024-03-29T09:00:00.000Z', '2024-03-28T09:05:00.000Z', 'ok'],
    ['told now for later', called, '2024-03-28T09:00:00.000Z', '2024-03-28T09:01:00.000Z', 'in-the-future'],
    [
      'told later for the day before',
      called,
      '2024-03-29T09:00:00.000Z',
      '2024-03-27T09:00:00.000Z',
      'in-the-future',
    ],
    ['twice', begun, '2024-03-28T09:10:00.000Z', undefined, 'meeting-already-held'],
  ])('%s', (_, meeting, now, at, wanted) => {
    expect(said(holdMeeting(meeting, now, at))).toBe(wanted);
  });
});

describe('a meeting ends', () => {
  const at = '2024-03-28T10:00:00.000Z';
  const later = '2024-03-28T18:00:00.000Z';
  test.each([
    ['when it has begun, also when it is told in the evening', begun, at, 'present', 'ok'],
    ['without the participant, who was invited', begun, at, 'invited', 'ok'],
    ['without the participant, who said no', begun, at, 'said-no', 'ok'],
    ['with nothing said about the participant', begun, at, undefined, 'say-who-was-there'],
    ['before it has begun', called, at, 'present', 'meeting-not-held'],
    ['twice', ended, at, 'present', 'meeting-has-ended'],
    ['tomorrow', begun, '2024-03-29T10:00:00.000Z', 'present', 'in-the-future'],
    ['before it began', begun, '2024-03-28T09:00:00.000Z', 'present', 'period-backwards'],
  ] as const)('%s', (_, meeting, when, presence, wanted) => {
    expect(said(endMeeting(meeting, when, later, presence))).toBe(wanted);
  });
});

test('what has been is not moved, prepared or called off', () => {
  expect([said(changeMeeting(called)), said(changeMeeting(begun))]).toEqual(['ok', 'meeting-already-held']);
  expect([said(prepareMeeting(called, 'x')), said(prepareMeeting(begun, 'x'))]).toEqual([
    'ok',
    'meeting-already-held',
  ]);
});

describe('who is there', () => {
  const helper = { isMe: false, iAmTheParticipant: false };
  test('is written when it has begun', () => {
    expect(said(sayPresence(called, 'present', helper))).toBe('meeting-not-held');
    expect(said(sayPresence(begun, 'present', helper))).toBe('ok');
    expect(said(sayPresence(called, 'said-no', helper))).toBe('ok');
  });
  test('the participant says for themself, and for nobody else', () => {
    expect(said(sayPresence(called, 'said-no', { isMe: true, iAmTheParticipant: true }))).toBe('ok');
    expect(said(sayPresence(begun, 'present', { isMe: false, iAmTheParticipant: true }))).toBe(
      'not-yours-to-do',
    );
  });
});

describe('a decision', () => {
  const promise = { words: 'Ringe boligkontoret', doerId: 'kari', dueDay: '2024-04-05' as Day };
  test('is made when the meeting has begun, also after it ended', () => {
    expect([called, begun, ended].map((meeting) => said(mayDecide(meeting)))).toEqual([
      'meeting-not-held',
      'ok',
      'ok',
    ]);
  });
  test.each([
    ['the same words, doer and day', {}, 'same-promise'],
    [
      'the same but for capitals, spaces and a full stop',
      { words: ' ringe  boligkontoret.' },
      'same-promise',
    ],
    ['another doer', { doerId: null }, 'ok'],
    ['another day', { dueDay: '2024-04-06' as Day }, 'ok'],
    ['other words', { words: 'Ringe boligkontoret igjen' }, 'ok'],
  ])('%s: %s', (_, change, wanted) => {
    expect(said(decide({ ...promise, ...change }, [promise], false))).toBe(wanted);
    expect(said(decide({ ...promise, ...change }, [promise], true))).toBe('ok');
    expect(said(decide({ ...promise, ...change }, [], false))).toBe('ok');
  });
});
