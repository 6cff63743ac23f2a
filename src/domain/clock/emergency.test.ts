import { expect, test } from 'vitest';
import { emergencyClocks } from './emergency.ts';

const emergencies = [{ id: 'o', openedAt: '2024-03-09T22:40:00.000Z' }];

test('somebody who was opened in an emergency is owed a talk about it by the end of the next day', () => {
  expect(emergencyClocks({ emergencies, talks: [] })).toEqual([
    {
      rule: 'emergency-talk',
      subjectId: 'o',
      showsAt: '2024-03-09T22:40:00.000Z',
      opensAt: '2024-03-10T23:00:00.000Z',
      ownerRole: 'contact-person',
      topic: 'sharing',
    },
  ]);
});

test.each([
  ['2024-03-09T22:39:00.000Z', 1],
  ['2024-03-09T22:40:00.000Z', 1],
  ['2024-03-09T22:41:00.000Z', 0],
])('a talk at %s leaves %i owed', (at, left) => {
  expect(emergencyClocks({ emergencies, talks: [at] })).toHaveLength(left);
});

test('opened twice, one talk is owed about both, from the first of them', () => {
  const twice = [{ id: 'later', openedAt: '2024-03-10T02:00:00.000Z' }, ...emergencies];
  expect(emergencyClocks({ emergencies: twice, talks: [] })).toMatchObject([{ subjectId: 'o' }]);
});
