import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ContactVersions } from '#contract/contact.ts';
import type { MyDay, PersonPage } from '#contract/person.ts';
import { participants } from '#db/demo/people.ts';
import { type House, openHouse, pageOf } from '../test-house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const log = (persona: string, note: string) =>
  house.as(persona).post(pageOf('rune', 'contacts'), { kind: 'phone', note });
const correct = (persona: string, factId: string, supersedes: string, note = 'Rettet') =>
  house.as(persona).post(pageOf('rune', `contacts/${factId}/corrections`), {
    kind: 'talk',
    note,
    supersedes,
    reason: 'feil ord',
  });
const withdraw = (persona: string, factId: string, supersedes = factId) =>
  house
    .as(persona)
    .post(pageOf('rune', `contacts/${factId}/withdrawals`), { supersedes, reason: 'feil person' });
const versions = (persona: string, factId: string) =>
  house.as(persona).get<ContactVersions>(pageOf('rune', `contacts/${factId}/versions`));
const eventsWith = async (words: string) => {
  const { body } = await house.as('ola').get<PersonPage>(pageOf('rune'));
  return (body.events ?? []).filter((event) => event.words === words);
};

describe('a correction', () => {
  test('takes the place of the first words, which stay readable behind it with the reason', async () => {
    const first = await log('ola', 'Ringte Rune');
    const second = await correct('ola', first.id, first.id, 'Ringte Sara');
    expect(second.said).toBe('201');
    expect(await eventsWith('Ringte Rune')).toEqual([]);
    expect(await eventsWith('Ringte Sara')).toMatchObject([
      { factId: first.id, id: second.id, version: 2, mayCorrect: true },
    ]);
    expect((await versions('ola', first.id)).body).toMatchObject([
      { version: 1, kind: 'phone', note: 'Ringte Rune', recordedBy: 'Ola Hauge', withdrawn: false },
      { version: 2, kind: 'talk', note: 'Ringte Sara', reason: 'feil ord', withdrawn: false },
    ]);
  });

  test('of a version that has been corrected since is refused as out of date', async () => {
    const { id } = await log('ola', 'En');
    await correct('ola', id, id, 'To');
    expect((await correct('ola', id, id, 'Tre')).said).toBe('409 stale-version');
    expect(await eventsWith('To')).toHaveLength(1);
  });

  test('cannot be sent to one contact’s address with another’s version', async () => {
    const [one, other] = [await log('ola', 'Den ene'), await log('ola', 'Den andre')];
    expect((await correct('ola', one.id, other.id)).said).toBe('404 not-found');
    expect((await withdraw('ola', one.id, other.id)).said).toBe('404 not-found');
    expect(await eventsWith('Den andre')).toHaveLength(1);
  });

  test('is made by the one who wrote it, and by nobody else', async () => {
    const { id } = await log('ola', 'Olas egne ord');
    for (const persona of ['siren', 'ingunn']) {
      expect((await correct(persona, id, id)).said).toBe('403 not-yours-to-do');
      expect((await withdraw(persona, id)).said).toBe('403 not-yours-to-do');
    }
    expect(await eventsWith('Olas egne ord')).toHaveLength(1);
  });
});

describe('a contact that is taken back', () => {
  test('is gone from the timeline and stays in the history with the reason', async () => {
    const { id } = await log('ola', 'På feil person');
    expect((await withdraw('ola', id)).said).toBe('201');
    expect(await eventsWith('På feil person')).toEqual([]);
    expect((await versions('ola', id)).body).toMatchObject([
      { withdrawn: false },
      { withdrawn: true, reason: 'feil person' },
    ]);
  });

  test('cannot be taken back or corrected again', async () => {
    const { id } = await log('ola', 'Borte');
    const { id: gone } = await withdraw('ola', id);
    expect((await withdraw('ola', id, gone)).said).toBe('409 stale-version');
    expect((await correct('ola', id, gone)).said).toBe('409 stale-version');
  });
});

describe('the history of a contact', () => {
  test('is not found by those who do not see the contact, nor for a contact that is none', async () => {
    const { id } = await log('ola', 'For de nærmeste');
    expect((await versions('kari', id)).said).toBe('404 not-found');
    expect((await versions('christer', id)).said).toBe('404 not-found');
    expect((await versions('ola', '018e0007-0001-7c70-8660-8fa67952b0fc')).said).toBe('404 not-found');
  });

  test('is the participant’s to read', async () => {
    const { id } = await log('ola', 'Ringte om ettermiddagen');
    expect((await versions('rune', id)).body).toMatchObject([
      { note: 'Ringte om ettermiddagen', recordedBy: 'Ola Hauge' },
    ]);
  });
});

test('a note may be empty, and is told whole however long and odd it is', async () => {
  const odd = `${'æøå 👩‍👩‍👧 "\\\n\t\u0001 %s ; drop table app.contact; -- '.repeat(60)}`.slice(0, 4000);
  expect((await log('ola', '')).said).toBe('201');
  const { id } = await log('ola', odd);
  expect((await versions('ola', id)).body[0]?.note).toBe(odd);
});

describe('reminding a professional of what they promised', () => {
  const needOf = async (persona: string, subjectId: string) =>
    (await house.as(persona).get<MyDay>('/api/my-day')).body.needs.find(
      (need) => need.subjectId === subjectId,
    );
  const promised = async () => {
    const { needs } = (await house.as('siren').get<MyDay>('/api/my-day')).body;
    const need = needs.find(
      ({ act, participantId }) => act === 'remind' && participantId === participants.rune.participantId,
    );
    if (need === undefined) throw new Error('nobody owes Rune anything in the demonstration');
    return need.subjectId;
  };
  const remind = (persona: string, remindsOf: string) =>
    house.as(persona).post(pageOf('rune', 'contacts'), { kind: 'phone', note: 'Purret', remindsOf });

  test('stands at what is owed, for everyone beside the participant, until it is taken back', async () => {
    const promise = await promised();
    expect(await needOf('ingunn', promise)).not.toHaveProperty('reminded');
    const { id } = await remind('siren', promise);
    const reminded = { by: 'Siren Bø', at: expect.any(String) };
    expect((await needOf('siren', promise))?.reminded).toEqual(reminded);
    expect((await needOf('ingunn', promise))?.reminded).toEqual(reminded);
    // The words may be corrected without the reminder being lost.
    const { id: second } = await correct('siren', id, id);
    expect((await needOf('siren', promise))?.reminded).toEqual(reminded);
    await withdraw('siren', id, second);
    expect(await needOf('siren', promise)).not.toHaveProperty('reminded');
  });

  test('is of an open promise that somebody working here made', async () => {
    const { body: page } = await house.as('siren').get<PersonPage>(pageOf('rune'));
    const actions = (page.goals ?? []).flatMap((goal) => goal.actions ?? []);
    const own = actions.find(({ doer, doneAt }) => doer === 'participant' && doneAt === undefined);
    const done = actions.find(({ doer, doneAt }) => doer === 'worker' && doneAt !== undefined);
    expect((await remind('siren', own?.id ?? '')).said).toBe('404 not-found');
    expect((await remind('siren', done?.id ?? '')).said).toBe('409 already-done');
    expect((await remind('siren', participants.rune.participantId)).said).toBe('404 not-found');
  });
});
