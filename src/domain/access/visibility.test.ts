import { describe, expect, test } from 'vitest';
import { masksOf } from './masks.ts';
import { type AccessRole, accessRoles } from './roles.ts';
import { type Topic, topicBit, topics, topicsIn } from './topics.ts';
import { visibility } from './visibility.ts';

const outside: AccessRole[] = ['nav', 'dps', 'gp', 'work-training', 'voluntary'];
const readers = (topic: Topic) => accessRoles.filter((role) => /[rw]/.test(visibility[role][topic] ?? ''));

describe('the visibility matrix', () => {
  test('lets intoxication and relapse be read by participant and contact person alone', () => {
    expect(readers('relapse')).toEqual(['participant', 'contact-person']);
  });

  test('gives nobody outside anything but the name without the participant’s leave', () => {
    for (const role of outside) {
      const always = topics.filter(
        (topic) => visibility[role][topic] !== undefined && !visibility[role][topic]?.endsWith('?'),
      );
      expect(always, role).toEqual(['identity']);
    }
  });

  test('keeps follow-up notes, scores and the crisis plan from NAV also when they are granted', () => {
    for (const topic of ['follow-up', 'scores', 'crisis-plan', 'children', 'relapse'] as const)
      expect(visibility.nav[topic]).toBeUndefined();
  });

  test('hides nothing of a participant’s own from themself, and of others only what somebody confided', () => {
    expect(topics.filter((topic) => visibility.participant[topic] === undefined)).toEqual(['confided']);
  });

  test('fits in the masks the database holds', () => {
    expect(topics.length).toBeLessThanOrEqual(31);
    for (const role of accessRoles) {
      const masks = masksOf(role);
      expect(masks.readAlways & masks.readGranted, role).toBe(0);
      const read = topics.filter((topic) => /[rw]/.test(visibility[role][topic] ?? ''));
      expect(topicsIn(masks.readAlways | masks.readGranted)).toEqual(read);
    }
    expect(topicBit('identity')).toBe(0);
  });
});
