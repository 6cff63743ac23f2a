import { beforeEach, describe, expect, test } from 'vitest';
import { participants } from '#db/demo/people.ts';
import { logForTests } from '../seal/test-log.ts';
import { watchLookUps } from './watch-look-ups.ts';

const log = await logForTests();

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

describe('something unusual', () => {
  const cases = () =>
    log.owner(async (client) => {
      const { rows } = await client.query<{ rule: string; who: string; people: number; due: Date }>(
        `select c.rule, u.persona as who, cardinality(c.participant_ids) as people, c.due_at as due
           from look_up_case c join login_user u on u.id = c.login_user_id where c.key <> '2024-03-05' order by c.rule, u.persona`,
      );
      return rows;
    });
  beforeEach(() => log.tamper('delete from look_up_case_closed', 'delete from look_up_case'));

  test('is raised once, with a day by which somebody must have found out', async () => {
    await round();
    expect(await cases()).toEqual([]);
    await clock('2024-03-14T23:30+01:00');
    await log.look('siren', rune);
    await round();
    await log.look('siren', rune);
    await round();
    expect(await cases()).toEqual([
      { rule: 'night', who: 'siren', people: 1, due: new Date('2024-03-28T22:30:00Z') },
    ]);
  });

  test('is found by name, and by who works together', async () => {
    await log.tamper(
      `update login_user set name = 'Siren Lende' where persona = 'siren'`,
      `insert into login_worker (login_user_id, municipality_id, worker_id) select u.id, w.municipality_id, w.id
        from login_user u, worker w where u.persona = 'tone' and w.name = 'Marte Lima'`,
    );
    await log.look('siren', rune);
    await log.look('siren', participants.tone);
    await round();
    expect((await cases()).map(({ rule, who, people }) => [rule, who, people])).toEqual([
      ['colleague', 'siren', 1],
      ['same-family-name', 'siren', 1],
    ]);
    await log.tamper(
      `update login_user set name = 'Siren Bø' where persona = 'siren'`,
      `delete from login_worker k using login_user u where u.id = k.login_user_id and u.persona = 'tone'`,
    );
  });

  test('is found over several rounds: who comes back day after day and never writes', async () => {
    // Not among Rune's own people any more, and let in by the service alone.
    await log.tamper(
      `update team_membership set valid_to = '2024-03-01' where participant_id = '${rune.participantId}' and role = 'nav'`,
    );
    for (const day of ['18', '19', '20']) {
      await clock(`2024-03-${day}T10:00+01:00`);
      await log.look('kari', rune);
      await round();
    }
    expect((await cases()).map(({ rule, who }) => [rule, who])).toEqual([['without-act', 'kari']]);
  });

  test('that was set off is not raised', async () => {
    await log.tamper(
      `insert into look_up_rule_setting (municipality_id, rule, is_on, at_least, within, set_by)
        select '${rune.municipalityId}', 'night', false, 23, 6, id from login_user where persona = 'randi'`,
    );
    await clock('2024-03-14T23:30+01:00');
    await log.look('siren', rune);
    await round();
    expect(await cases()).toEqual([]);
    await log.tamper('delete from look_up_rule_setting');
  });
});

test('two servers go through the log together and tell each thing once', async () => {
  await wants('new-person');
  await log.seal();
  await Promise.all([1, 2].map(() => log.owner((client) => watchLookUps(client))));
  expect((await told()).length).toBe(3);
});
