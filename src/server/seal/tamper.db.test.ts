import { generateKeyPairSync } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { participants } from '#db/demo/people.ts';
import { checkpointOf, compareCheckpoint, readCheckpoint } from './checkpoint.ts';
import { logForTests } from './test-log.ts';
import { batchAt, lastBatch } from './verify.ts';

const log = await logForTests();
beforeEach(() => log.begin());

const { rune, tone } = participants;
const { look, owner, tamper, seal, verdict, nth, writeAnew } = log;

describe('somebody with the whole database', () => {
  const first = async () => (await verdict()).faults[0];

  test('who changes when, or what for, is found at that look-up', async () => {
    const number = await nth(4);
    await tamper(`update audit set purpose = 'my-day' where number = ${number}`);
    expect(await first()).toEqual({ kind: 'look-up-changed', batch: 2, number });
    await tamper(`update audit set purpose = 'person-page' where number = ${number}`);
    expect(await first()).toBeUndefined();
    await tamper(`update audit set at = at + interval '1 microsecond' where number = ${number}`);
    expect(await first()).toEqual({ kind: 'look-up-changed', batch: 2, number });
  });

  test.each([
    ['who looked', `login_user_id = gen_random_uuid()`],
    [
      'at whom',
      `participant_ids = array_replace(participant_ids, '${rune.participantId}', gen_random_uuid())`,
    ],
    ['what was open', 'read_topics = array[7]'],
    ['what could be written', 'write_topics = array[0]'],
  ])('who changes %s is found at the first look-up it is said of', async (_, change) => {
    const number = await nth(1);
    await tamper(
      `update audit_scope set ${change} where id = (select scope_id from audit where number = ${number})`,
    );
    expect(await first()).toEqual({ kind: 'look-up-changed', batch: 1, number });
  });

  test('who deletes a look-up is found right after the one before it', async () => {
    const [before, gone] = [await nth(3), await nth(4)];
    await tamper(`delete from audit where number = ${gone}`);
    expect(await first()).toEqual({ kind: 'look-up-missing', batch: 2, number: before });
  });

  test('who deletes several, or the last of a batch, too', async () => {
    const [before, from, to] = [await nth(3), await nth(4), await nth(5)];
    await tamper(`delete from audit where number between ${from} and ${to}`);
    expect(await first()).toEqual({ kind: 'look-up-missing', batch: 2, number: before });
  });

  test('who puts a look-up in between is found at it', async () => {
    const number = await nth(4);
    await tamper(
      `insert into audit (scope_id, at, number, action, purpose) select scope_id, at, number, action, 'my-day' from audit where number = ${number}`,
    );
    expect(await first()).toMatchObject({ kind: expect.stringMatching(/added|changed/), batch: 2, number });
  });

  test('who lets two look-ups change places is found at the first', async () => {
    const [a, b] = [await nth(4), await nth(8)];
    await tamper(
      `update audit set number = case number when ${a} then ${b} else ${a} end where number in (${a}, ${b})`,
    );
    expect(await first()).toEqual({ kind: 'look-up-changed', batch: 2, number: a });
  });

  test('who lets two look-ups be of each other’s people is found at the first', async () => {
    const [a, b] = [await nth(3), await nth(5)];
    await tamper(
      `update audit x set scope_id = y.scope_id from audit y where (x.number, y.number) in ((${a}, ${b}), (${b}, ${a}))`,
    );
    expect(await first()).toEqual({ kind: 'look-up-changed', batch: 2, number: a });
  });

  test('who writes one batch anew, with what hangs on it, is found where the chain breaks', async () => {
    await tamper(`delete from audit where number = ${await nth(4)}`);
    await writeAnew(2, 2);
    expect(await first()).toEqual({ kind: 'chain-broken', batch: 3 });
  });

  test('who changes or takes out a batch is found at it', async () => {
    await tamper(`update audit_batch set sealed_at = sealed_at - interval '1 day' where batch = 2`);
    expect(await first()).toEqual({ kind: 'batch-changed', batch: 2 });
    await tamper(`delete from audit_batch where batch = 2`);
    expect(await first()).toEqual({ kind: 'batch-missing', batch: 2 });
  });

  test('who would crowd others out of the participant’s own log is found', async () => {
    await tamper(
      `update audit_scope set last_day = '2020-01-01' where id = (select scope_id from audit where number = ${await nth(0)})`,
      `insert into audit_scope (mark, login_user_id, last_day, participant_ids, read_topics) values (1, gen_random_uuid(), '2024-03-14', array['${rune.participantId}']::uuid[], '{1}')`,
    );
    expect((await verdict()).faults.map(({ kind }) => kind)).toEqual([
      'scope-day-wrong',
      'scope-without-look-up',
    ]);
  });
});

describe('what the log itself cannot tell, a checkpoint kept outside tells', () => {
  const kept = async () => {
    const last = await owner(lastBatch);
    if (last === undefined) throw new Error('nothing sealed');
    return checkpointOf(last, generateKeyPairSync('ed25519').privateKey);
  };
  const compared = (checkpoint: Awaited<ReturnType<typeof kept>>) =>
    owner(async (client) => compareCheckpoint(checkpoint, await batchAt(client, checkpoint.batch)));

  test('that it agrees, also when more has been sealed since', async () => {
    const checkpoint = await kept();
    await look('siren', rune);
    await seal();
    expect(await compared(checkpoint)).toBe('agrees');
  });

  test('that its end was cut off', async () => {
    const checkpoint = await kept();
    await tamper(
      'delete from audit where number > (select to_number from audit_batch where batch = 2)',
      'delete from audit_batch where batch = 3',
      'delete from audit_scope s where not exists (select from audit a where a.scope_id = s.id)',
    );
    expect((await verdict()).faults).toEqual([]);
    expect(await compared(checkpoint)).toBe('checkpoint-ahead');
  });

  test('that the whole chain was written anew', async () => {
    const checkpoint = await kept();
    await tamper(
      `delete from audit where number = ${await nth(1)}`,
      'delete from audit_scope s where not exists (select from audit a where a.scope_id = s.id)',
    );
    await writeAnew(1, 3);
    expect((await verdict()).faults).toEqual([]);
    expect(await compared(checkpoint)).toBe('checkpoint-differs');
  });

  test('that the database was set back to yesterday and went on', async () => {
    const checkpoint = await kept();
    await tamper(
      'delete from audit where number > (select to_number from audit_batch where batch = 2)',
      'delete from audit_batch where batch = 3',
      'delete from audit_scope s where not exists (select from audit a where a.scope_id = s.id)',
    );
    await look('siren', tone);
    await seal();
    expect((await verdict()).faults).toEqual([]);
    expect(await compared(checkpoint)).toBe('checkpoint-differs');
  });

  test('that it was itself changed, once it is signed', async () => {
    const checkpoint = await kept();
    expect(await compared({ ...checkpoint, sealedAt: '2024-01-01T00:00:00Z' })).toBe('checkpoint-signature');
    const { signature: _, ...unsigned } = checkpoint;
    expect(await compared(unsigned)).toBe('checkpoint-signature');
    expect(readCheckpoint(JSON.stringify(checkpoint))).toEqual(checkpoint);
    expect(readCheckpoint('{"format":"something else"}')).toBeUndefined();
    expect(readCheckpoint('no json')).toBeUndefined();
  });
});
