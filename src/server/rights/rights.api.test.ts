import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MyDay, PersonPage } from '#contract/person.ts';
import type { MyPlan } from '#contract/plan.ts';
import type { Rights } from '#contract/rights.ts';
import { participants } from '#db/demo/people.ts';
import { type House, openHouse, pageOf } from '../test-house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const rightsOf = async (persona: string, who: 'rune' | 'tone' = 'rune') =>
  (await house.as(persona).get<Rights>(pageOf(who, 'rights'))).body;
const ask = (persona: string, body: object, who: 'rune' | 'tone' = 'rune') =>
  house
    .as(persona)
    .post(pageOf(who, 'rights-requests'), { kind: 'correct', words: 'Dette stemmer ikke.', ...body });
const decide = (persona: string, requestId: string, body: object = {}) =>
  house
    .as(persona)
    .post(pageOf('rune', 'rights-decisions'), { requestId, outcome: 'granted', words: 'Rettet.', ...body });
const entry = async (table: string) => {
  const found = (await rightsOf('rune')).entries.find((one) => one.table === table);
  if (found === undefined) throw new Error(`nothing of ${table}`);
  return { table, id: found.id };
};

describe('asking for something', () => {
  test('is the participant’s, of an entry or of everything, and an answer is owed within a month', async () => {
    const about = await entry('contact');
    const { id, said } = await ask('rune', { about });
    expect(said).toBe('201');
    const [asked] = (await rightsOf('rune')).requests;
    expect(asked).toMatchObject({
      id,
      about,
      owedBy: '2024-04-14',
      usual: 'assessed',
      complaint: 'statsforvalteren',
      decisions: [],
    });
    expect((await ask('rune', { kind: 'object' })).said).toBe('201');
  });

  test('is said beside the thing itself, by what stands there on the plan', async () => {
    const { goals, wishes, crisisPlan } = (await house.as('rune').get<MyPlan>('/api/my-plan')).body;
    for (const about of [
      { table: 'goal', id: goals[0]?.id },
      { table: 'wish', id: wishes[0]?.id },
      { table: 'crisis_plan', id: crisisPlan?.factId },
    ]) {
      const { id, said } = await ask('rune', { kind: 'object', about });
      expect(said, about.table).toBe('201');
      expect((await rightsOf('rune')).requests.find((one) => one.id === id)?.about).toMatchObject(about);
    }
  });

  test('is written down by anybody in the team, in the participant’s words', async () => {
    const { id, said } = await ask('christer', { kind: 'restrict', words: 'Ikke ring mamma.' });
    expect(said).toBe('201');
    const [row] = await house.owner<{ said_by: string }>('select said_by from rights_request where id = $1', [
      id,
    ]);
    expect(row?.said_by).toBe(participants.rune.participantId);
  });

  test.each(['kari', 'per', 'anne', 'tone'])('is not for %s', async (persona) => {
    expect((await ask(persona, {})).said).toMatch(/^40[34] not-(allowed|found)$/);
  });

  test('of an entry that is not there, or not about me, is refused', async () => {
    const foreign = await house.owner<{ fact_id: string }>(
      'select fact_id from contact where participant_id <> $1 limit 1',
      [participants.rune.participantId],
    );
    expect((await ask('rune', { about: { table: 'contact', id: foreign[0]?.fact_id } })).said).toBe(
      '404 not-found',
    );
    expect((await ask('rune', { about: { table: 'login_user', id: foreign[0]?.fact_id } })).said).toBe(
      '404 not-found',
    );
    expect((await ask('rune', { about: { table: 'fact', id: foreign[0]?.fact_id } })).said).toBe(
      '404 not-found',
    );
  });

  test('stands on the day of those beside until it is answered', async () => {
    const { id } = await ask('rune', { words: 'Feil dato.' });
    const needs = (await house.as('siren').get<MyDay>('/api/my-day')).body.needs;
    expect(needs).toContainEqual(
      expect.objectContaining({
        rule: 'rights-unanswered',
        subjectId: id,
        act: 'decide-right',
        detail: 'Feil dato.',
        open: false,
      }),
    );
    await decide('siren', id);
    expect((await house.as('siren').get('/api/my-day')).text).not.toContain(id);
  });
});

describe('what the participant says of an entry', () => {
  test('stands beside it for whoever reads the entry, and for nobody else', async () => {
    const about = await entry('relapse_note');
    const words = 'Det var ikke slik det var.';
    await ask('rune', { kind: 'object', words, about });
    const seenBy = async (persona: string) =>
      (await house.as(persona).get<PersonPage>(pageOf('rune'))).body.rights?.some(
        (one) => one.words === words,
      );
    expect([await seenBy('ola'), await seenBy('siren')]).toEqual([true, true]);
    expect([await seenBy('ingunn'), await seenBy('christer')]).toEqual([false, false]);
    expect((await house.as('kari').get(pageOf('rune'))).text).not.toContain(words);
  });
  test('of a contact is read by those who read contacts, and has its class', async () => {
    const words = 'Jeg var ikke med på det.';
    const { id } = await ask('rune', { kind: 'object', words, about: await entry('contact') });
    expect((await house.as('ingunn').get(pageOf('rune'))).text).toContain(words);
    expect((await house.as('christer').get(pageOf('rune'))).text).not.toContain(words);
    const [row] = await house.owner('select topic, about_class from rights_request where id = $1', [id]);
    expect(row).toEqual({ topic: 'follow-up', about_class: 'health-record' });
  });
});

describe('a decision', () => {
  test('has its reasons, and what comes after it is a complaint', async () => {
    const { id } = await ask('rune', { kind: 'erase', about: await entry('contact') });
    expect(
      (await decide('ingunn', id, { outcome: 'refused', words: 'Loven krever at det tas vare på.' })).said,
    ).toBe('201');
    const asked = (await rightsOf('rune')).requests.find((one) => one.id === id);
    expect(asked).toMatchObject({
      usual: 'no',
      complaint: 'statsforvalteren',
      decisions: [{ outcome: 'refused', words: 'Loven krever at det tas vare på.', by: 'Ingunn Vik' }],
    });
    expect(asked?.owedBy).toBeUndefined();
  });

  test('is made once, also when two make it at the same moment', async () => {
    const { id } = await ask('rune', {});
    const both = await Promise.all([decide('siren', id), decide('ingunn', id, { outcome: 'refused' })]);
    expect(both.map(({ said }) => said).sort()).toEqual(['201', '409 already-answered']);
  });

  test('is nobody’s who asked, and nobody’s who only writes it down', async () => {
    const { id } = await ask('rune', {});
    expect((await decide('rune', id)).said).toBe('403 not-yours-to-do');
    expect((await decide('christer', id)).said).toBe('403 not-allowed');
    expect((await decide('kari', id)).said).toBe('404 not-found');
    expect((await decide('per', id)).said).toBe('404 not-found');
  });

  test('takes longer at most once, with a reason, to a day within three months', async () => {
    const { id } = await ask('rune', {});
    const prolong = (untilDay?: string) =>
      decide('siren', id, {
        outcome: 'prolonged',
        words: 'Må spørre legen.',
        ...(untilDay ? { untilDay } : {}),
      });
    expect([(await prolong()).said, (await prolong('2024-06-15')).said]).toEqual([
      '422 day-needed',
      '422 day-out-of-range',
    ]);
    expect((await prolong('2024-05-02')).said).toBe('201');
    expect((await rightsOf('rune')).requests.find((one) => one.id === id)?.owedBy).toBe('2024-05-02');
    expect((await prolong('2024-05-20')).said).toBe('409 already-answered');
    expect((await decide('siren', id)).said).toBe('201');
  });

  test('is not made of what was taken back', async () => {
    const { id } = await ask('rune', {});
    const stop = { supersedes: id, reason: 'ikke ønsket' };
    expect(
      (await house.as('siren').post(pageOf('rune', `rights-requests/${id}/withdrawals`), stop)).said,
    ).toBe('403 not-yours-to-do');
    expect(
      (await house.as('rune').post(pageOf('rune', `rights-requests/${id}/withdrawals`), stop)).said,
    ).toBe('201');
    expect((await decide('siren', id)).said).toBe('404 not-found');
  });
});

test('an entry of every topic can be spoken of: the tables know every topic there is', async () => {
  const [row] = await house.owner<{ missing: string[] }>(
    `select array_agg(code) as missing from topic where not (select pg_get_constraintdef(oid) from pg_constraint
      where conrelid = 'app.rights_request'::regclass and pg_get_constraintdef(oid) like '%topic%' limit 1) like '%' || code || '%'`,
  );
  expect(row?.missing).toBeNull();
});
