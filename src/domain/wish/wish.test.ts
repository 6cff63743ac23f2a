import { describe, expect, test } from 'vitest';
import { type lifeAreas, talkOver } from '../plan/life-area.ts';
import { rewriteAction, takeBackGoal } from '../plan/rewrite.ts';
import { ok, refuse } from '../result.ts';
import type { Day } from '../time/day.ts';
import { type AnswerFact, answeredByAct, type WishFact } from './answered-by-act.ts';
import { answerWish, judgeAnswer, type WishAnswer } from './wish.ts';

const today = '2024-03-14' as Day;
const unanswered = { ownWish: false, standing: null, seen: null, today };
const blank = { reason: null, reasonWords: null, instead: null, untilDay: null };
const full: WishAnswer = {
  outcome: 'other-instead',
  reason: 'full',
  reasonWords: 'Ingen plass før sommeren',
  instead: 'Gruppa på onsdager',
  untilDay: '2024-05-02' as Day,
};

describe('an answer to a wish', () => {
  test('keeps only what belongs to its outcome', () => {
    const because = { reason: 'full', reasonWords: 'Ingen plass før sommeren' };
    const answers = (['given', 'not-given', 'other-instead', 'later'] as const).map((outcome) =>
      answerWish({ ...full, outcome }, unanswered),
    );
    expect(answers).toEqual([
      ok({ outcome: 'given', ...blank }),
      ok({ ...blank, outcome: 'not-given', ...because }),
      ok({ ...blank, outcome: 'other-instead', ...because, instead: 'Gruppa på onsdager' }),
      ok({ ...blank, outcome: 'later', ...because, untilDay: '2024-05-02' }),
    ]);
  });
  test.each([
    ['without a reason', { reason: null }, 'reason-needed'],
    ['for another reason that is not told', { reason: 'other', reasonWords: null }, 'reason-needed'],
    ['with nothing instead', { instead: null }, 'instead-needed'],
    ['until no day', { outcome: 'later', untilDay: null }, 'day-needed'],
    ['until today', { outcome: 'later', untilDay: today }, 'day-out-of-range'],
    ['until more than a year from now', { outcome: 'later', untilDay: '2025-03-16' }, 'day-out-of-range'],
  ] as const)('%s is refused', (_, change, refusal) => {
    expect(answerWish({ ...full, ...change } as WishAnswer, unanswered)).toEqual(refuse(refusal));
  });
  test('is never the participant’s own', () => {
    expect(answerWish(full, { ...unanswered, ownWish: true })).toEqual(refuse('not-yours-to-do'));
  });
  test('may follow a no, by one who has seen the no, and never a yes', () => {
    const no = { id: 'no', outcome: 'not-given' as const };
    expect(answerWish(full, { ...unanswered, standing: no, seen: 'no' }).ok).toBe(true);
    expect(answerWish(full, { ...unanswered, standing: no })).toEqual(refuse('stale-version'));
    const yes = { id: 'yes', outcome: 'given' as const };
    expect(answerWish(full, { ...unanswered, standing: yes, seen: 'yes' })).toEqual(refuse('already-done'));
  });
  test('is judged when something came of it', () => {
    expect(judgeAnswer('given')).toEqual(ok(true));
    expect(judgeAnswer('other-instead')).toEqual(ok(true));
    expect(judgeAnswer('not-given')).toEqual(refuse('nothing-came-yet'));
    expect(judgeAnswer('later')).toEqual(refuse('nothing-came-yet'));
  });
});

describe('a wish for a contact person', () => {
  const wish: WishFact = { id: 'w', at: '2024-03-10T10:00:00.000Z', workerId: 'ola', answers: [] };
  const ola = { id: 'm', workerId: 'ola', at: '2024-03-12T09:00:00.000Z', by: 'ingunn', until: null };
  const no: AnswerFact = { id: 'no', outcome: 'not-given', untilDay: null, membershipId: null };
  const yes: AnswerFact = { id: 'yes', outcome: 'given', untilDay: null, membershipId: 'm' };

  test('is answered by the act that makes them so, also after a no', () => {
    for (const answers of [[], [no]]) {
      const result = answeredByAct([{ ...wish, answers }], [ola]);
      expect(result.added).toEqual([{ wishId: 'w', membership: ola, at: ola.at }]);
      expect(result.wishes[0]?.answers.at(-1)).toMatchObject({ outcome: 'given', membershipId: 'm' });
    }
  });
  test('is answered once', () => {
    expect(answeredByAct([{ ...wish, answers: [yes] }], [ola])).toMatchObject({ added: [], gone: [] });
  });
  test('is open again when the act is taken back', () => {
    expect(answeredByAct([{ ...wish, answers: [no, yes] }], [])).toEqual({
      added: [],
      gone: ['yes'],
      wishes: [{ ...wish, answers: [no] }],
    });
  });
  test('is not answered by somebody else, nor by one who had left before', () => {
    const others = [
      { ...ola, workerId: 'siren' },
      { ...ola, until: '2024-03-01T00:00:00.000Z' },
    ];
    expect(answeredByAct([wish], others).added).toEqual([]);
  });
  test('that names nobody is no such wish', () => {
    expect(answeredByAct([{ ...wish, workerId: null }], [ola]).added).toEqual([]);
  });
});

describe('a talk over the conversation wheel', () => {
  const said = (area: (typeof lifeAreas)[number]) => ({ area, rating: 4, words: null });
  test('comes in the order of the wheel, whichever parts somebody chose', () => {
    expect(talkOver([said('meaning'), said('housing')])).toEqual(ok([said('housing'), said('meaning')]));
  });
  test('has each part once', () => {
    expect(talkOver([said('housing'), said('housing')])).toEqual(refuse('area-twice'));
  });
  test('has something in it: a number, words, or both', () => {
    expect(talkOver([{ ...said('housing'), rating: null }])).toEqual(refuse('nothing-said'));
    expect(talkOver([{ ...said('housing'), rating: null, words: 'Godt' }]).ok).toBe(true);
    expect(talkOver([])).toEqual(refuse('nothing-said'));
  });
});

test('a goal is taken back while nobody has promised anything for it', () => {
  expect(takeBackGoal(0)).toEqual(ok(true));
  expect(takeBackGoal(1)).toEqual(refuse('goal-has-actions'));
});

test('what is to be done is rewritten by those who plan together or who wrote it, until it is done', () => {
  const partner = { own: false, plansTogether: false, done: false };
  expect(rewriteAction(partner)).toEqual(refuse('not-yours-to-do'));
  expect(rewriteAction({ ...partner, own: true })).toEqual(ok(true));
  expect(rewriteAction({ ...partner, plansTogether: true })).toEqual(ok(true));
  expect(rewriteAction({ own: true, plansTogether: true, done: true })).toEqual(refuse('already-done'));
});
