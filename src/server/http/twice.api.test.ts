import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PersonPage } from '#contract/person.ts';
import { municipalities } from '#db/demo/people.ts';
import { type House, nyStart, openHouse, pageOf, samlingAt } from '../test-house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const contact = (note: string) => ({ kind: 'talk', note });
const countOf = async (table: string, column: string, value: string): Promise<number> =>
  (await house.owner(`select from ${table} where ${column} = $1`, [value])).length;
const withKey = (key: string = randomUUID()) => ({ 'idempotency-key': key });

describe('a request sent again with its key', () => {
  test('is done once and answered the same, one after the other', async () => {
    const key = withKey();
    const send = () => house.as('siren').post(pageOf('tone', 'contacts'), contact('en gang'), key);
    const [first, second] = [await send(), await send()];
    expect([first.said, second.said]).toEqual(['201', '201']);
    expect(second.id).toBe(first.id);
    expect(await countOf('contact', 'note', 'en gang')).toBe(1);
  });

  test('is done once and answered the same, five at the same time', async () => {
    const key = withKey();
    const answers = await Promise.all(
      Array.from({ length: 5 }, () =>
        house.as('siren').post(pageOf('tone', 'contacts'), contact('fem ganger'), key),
      ),
    );
    expect(new Set(answers.map((answer) => answer.said))).toEqual(new Set(['201']));
    expect(new Set(answers.map((answer) => answer.id)).size).toBe(1);
    expect(await countOf('contact', 'note', 'fem ganger')).toBe(1);
  });

  test('with another body, or to another address, is refused', async () => {
    const key = withKey();
    const siren = house.as('siren');
    await siren.post(pageOf('tone', 'contacts'), contact('først'), key);
    const refused = '409 key-used-for-something-else';
    expect((await siren.post(pageOf('tone', 'contacts'), contact('noe annet'), key)).said).toBe(refused);
    expect((await siren.post(pageOf('rune', 'contacts'), contact('først'), key)).said).toBe(refused);
    expect((await siren.post(pageOf('tone', 'goals'), { title: 'først' }, key)).said).toBe(refused);
    expect(await countOf('contact', 'note', 'noe annet')).toBe(0);
  });

  test('is another request when somebody else sends it', async () => {
    const key = withKey();
    const [siren, ola] = await Promise.all(
      ['siren', 'ola'].map((one) =>
        house.as(one).post(pageOf('rune', 'contacts'), contact('samme nøkkel'), key),
      ),
    );
    expect(siren?.id).not.toBe(ola?.id);
    expect(await countOf('contact', 'note', 'samme nøkkel')).toBe(2);
  });

  test('that was refused the first time is tried again', async () => {
    const key = withKey();
    const goalsOf = async () => (await house.as('siren').get<PersonPage>(pageOf('tone'))).body.goals;
    const action = { goalId: (await goalsOf())?.[0]?.id, title: 'x', doer: 'worker' };
    expect((await house.as('siren').post(pageOf('tone', 'actions'), action, key)).said).toBe(
      '422 nobody-does-it',
    );
    const better = { ...action, doer: 'participant' };
    expect((await house.as('siren').post(pageOf('tone', 'actions'), better, key)).said).toBe('201');
  });

  test('receives an enquiry once, also when both come at the same time', async () => {
    const key = withKey();
    const enquiry = {
      home: municipalities.klepp.id,
      service: nyStart,
      source: 'self',
      givenName: 'Engangs',
      words: 'Hei',
    };
    const send = () => house.as('siren').post<{ participantId: string }>('/api/enquiries', enquiry, key);
    const answers = await Promise.all([send(), send()]);
    expect(answers.map((answer) => answer.said)).toContain('201');
    const again = await send();
    const first = answers.find((answer) => answer.status === 201);
    expect(again.body).toEqual({ participantId: first?.body.participantId });
    expect(await countOf('profile', 'given_name', 'Engangs')).toBe(1);
  });

  test('has a key that is an id, or is refused', async () => {
    expect((await house.as('siren').post(pageOf('tone', 'contacts'), contact('x'), withKey('1'))).said).toBe(
      '400 bad-request',
    );
  });
});

describe('at the same time', () => {
  const goals = async () => (await house.as('siren').get<PersonPage>(pageOf('tone'))).body.goals ?? [];

  test('an action is completed by one of two', async () => {
    const action = (await goals())
      .flatMap((goal) => goal.actions ?? [])
      .find((one) => one.doneAt === undefined);
    const complete = (persona: string) =>
      house.as(persona).post(pageOf('tone', 'action-completions'), { actionId: action?.id });
    const said = (await Promise.all([complete('siren'), complete('tone')])).map((answer) => answer.said);
    expect(said.sort()).toEqual(['201', '409 already-done']);
  });

  test('a version is corrected by one of many', async () => {
    const { id } = await house.as('siren').post(pageOf('tone', 'contacts'), contact('før'));
    const correction = (note: string) => ({ ...contact(note), supersedes: id, reason: 'feil' });
    const said = await Promise.all(
      Array.from({ length: 6 }, (_, n) =>
        house.as('siren').post(pageOf('tone', `contacts/${id}/corrections`), correction(`nr ${n}`)),
      ),
    );
    expect(said.map((answer) => answer.said).sort()).toEqual(['201', ...Array(5).fill('409 stale-version')]);
    expect(await countOf('contact', 'fact_id', id)).toBe(2);
  });

  test('an enquiry is answered by one of two', async () => {
    const enquiry = {
      home: municipalities.time.id,
      service: nyStart,
      source: 'gp',
      givenName: 'Ventende',
      words: 'Hei',
    };
    const { body } = await house
      .as('siren')
      .post<{ participantId: string; id: string }>('/api/enquiries', enquiry);
    const answer = (persona: string) =>
      house.as(persona).post(`/api/people/${body.participantId}/enquiry-answers`, {
        enquiryId: body.id,
        words: 'Velkommen',
      });
    const said = (await Promise.all([answer('siren'), answer('ola')])).map((one) => one.said);
    expect(said.sort()).toEqual(['201', '409 already-answered']);
  });

  test('two answers to a samling leave one that holds', async () => {
    const session = samlingAt('2024-03-17T17:00');
    const attend = (persona: string, answer: string) =>
      house.as(persona).post(pageOf('tone', 'attendances'), { session, answer });
    const said = await Promise.all([attend('tone', 'coming'), attend('siren', 'said-no')]);
    expect(said.map((answer) => answer.said)).toEqual(['201', '201']);
    expect(await house.owner('select from attendance_now where session_id = $1', [session.id])).toHaveLength(
      1,
    );
  });

  test('twenty contacts are all kept, and the step is ticked once', async () => {
    const all = Array.from({ length: 20 }, (_, n) =>
      house.as('siren').post(pageOf('tone', 'contacts'), contact(`av tjue ${n}`)),
    );
    const answers = await Promise.all(all);
    expect(new Set(answers.map((answer) => answer.said))).toEqual(new Set(['201']));
    expect(await house.owner(`select from contact where note like 'av tjue %'`)).toHaveLength(20);
    const twice = await house.owner(
      'select step_id from step_completion_now group by step_id having count(*) > 1',
    );
    expect(twice).toEqual([]);
  });
});
