import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { participants } from '#db/demo/people.ts';
import { type Log, openLog } from '../seal/test-log.ts';
import { watchLookUps } from './watch-look-ups.ts';

let log: Log;
beforeAll(async () => {
  log = await openLog();
});
afterAll(() => log.close());

const { rune } = participants;
const round = async () => {
  await log.seal();
  await log.owner((client) => watchLookUps(client));
};
const told = () =>
  log.owner(async (client) => {
    const { rows } = await client.query<{ code: string }>(
      'select code from outbox where participant_id = $1 order by not_before, code',
      [rune.participantId],
    );
    return rows.map(({ code }) => code);
  });
const wants = (every: string) => log.tamper(`update look_up_digest set every = '${every}'`);
const clock = (at: string) =>
  log.tamper(
    `update installation set frozen_at = '${at}'`,
    `update login_session set idle_until = 'infinity', expires_at = 'infinity'`,
  );

beforeEach(async () => {
  await clock('2024-03-14T08:20+01:00');
  await log.begin();
  await log.tamper(
    'delete from outbox',
    `update look_up_watch set to_number = 0, week_told = '2024-03-11T09:00+01:00'`,
  );
});

describe('a participant', () => {
  test('who wants to know of new ones is told once of each who has not looked before', async () => {
    await wants('new-person');
    await round();
    const first = (await told()).length;
    expect(first, 'Siren, Per and Ola').toBe(3);
    await log.look('siren', rune);
    await round();
    expect((await told()).length).toBe(first);
    await log.look('ingunn', rune);
    await log.look('ingunn', rune);
    await log.look('rune', rune);
    await round();
    await round();
    expect((await told()).length).toBe(first + 1);
  });

  test('who wants it once a week is told on Monday at nine, of a week in which somebody looked', async () => {
    await wants('weekly');
    await round();
    expect(await told()).toEqual([]);
    await clock('2024-03-18T08:59+01:00');
    await round();
    expect(await told()).toEqual([]);
    await clock('2024-03-18T09:00+01:00');
    await round();
    await round();
    expect(await told()).toEqual(['look-ups-week']);
    // Nobody looks in the week after.
    await clock('2024-03-25T09:30+01:00');
    await round();
    expect(await told()).toEqual(['look-ups-week']);
  });

  test('who has asked for nothing is told nothing', async () => {
    await wants('none');
    await clock('2024-03-18T09:00+01:00');
    await round();
    expect(await told()).toEqual([]);
  });
});

test('two servers go through the log together and tell each thing once', async () => {
  await wants('new-person');
  await log.seal();
  await Promise.all([1, 2].map(() => log.owner((client) => watchLookUps(client))));
  expect((await told()).length).toBe(3);
});
