import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PersonPage } from '#contract/person.ts';
import type { ReviewPage } from '#contract/review.ts';
import { type House, openHouse, pageOf } from '../test-house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

type Who = Parameters<typeof pageOf>[0];
const review = (persona: string, who: Who) => house.as(persona).get<ReviewPage>(pageOf(who, 'review'));
const write = (persona: string, who: Who, body: object) =>
  house.as(persona).post(pageOf(who, 'reviews'), { changed: '', helped: '', wayOn: '', ...body });
const evaluation = async () =>
  (await house.as('ola').get<PersonPage>(pageOf('rune'))).body.steps?.find(
    ({ code }) => code === 'evaluation-talk',
  );

describe('what has changed', () => {
  test('is told to the participant from their own facts, since the weeks began', async () => {
    const { body } = await review('rune', 'rune');
    expect(body).toMatchObject({ from: '2024-02-12', week: 4, of: 6, mayWrite: true });
    expect(body.matters?.points.map(({ rating }) => rating)).toEqual([3, 5, 5, 6]);
    expect(body.done?.filter(({ own }) => own).map(({ words }) => words)).toContain('Ringe Sara om helga');
    expect(body.goals?.begun).toContain('Bolig der barna kan sove over');
    expect(body.people?.came.map(({ name }) => name)).toContain('Kari Moi');
    expect(body.people?.still.map(({ name }) => name)).toContain('Ola Hauge');
  });

  test('names what the services did not do in time, and nothing the participant did not do', async () => {
    const { body } = await review('rune', 'rune');
    expect(body.owed?.map(({ words, by }) => [words, by])).toContainEqual([
      'Svare på søknaden om depositum',
      'Kari Moi',
    ]);
    expect(body.owed?.filter(({ own }) => own)).toEqual([]);
  });

  test('tells what groups somebody came to, and not those they did not come to', async () => {
    const { body } = await review('rune', 'rune');
    const came = body.groups?.reduce((sum, { times }) => sum + times, 0);
    const [row] = await house.owner<{ came: string; stayed: string }>(
      `select count(*) filter (where answer = 'came') as came, count(*) filter (where answer = 'did-not-come') as stayed
        from attendance_now where participant_id = $1 and happened_at >= '2024-02-12'`,
      [pageOf('rune').split('/').at(-1)],
    );
    expect(Number(row?.stayed)).toBeGreaterThan(0);
    expect(came).toBe(Number(row?.came));
    expect(JSON.stringify(body)).not.toMatch(/missed|did-not-come|relapse|intoxicated/);
  });

  test('has only the parts the reader may see, and is not found by others', async () => {
    const { body } = await review('siren', 'rune');
    expect(body.matters).toBeDefined();
    const peer = (await review('christer', 'rune')).body;
    expect(peer.goals).toBeDefined();
    for (const part of ['written', 'owed', 'wishes', 'contacts', 'areas'] as const)
      expect([part, peer[part]]).toEqual([part, part === 'owed' ? expect.any(Array) : undefined]);
    for (const persona of ['per', 'anne', 'tone'])
      expect([persona, (await review(persona, 'rune')).said]).toEqual([persona, '404 not-found']);
  });

  test('is a look-up with its own words in the participant’s log', async () => {
    await review('siren', 'tone');
    const { text } = await house.as('tone').get('/api/my-look-ups');
    expect(text).toContain('"purpose":"review"');
  });

  test('has nothing to tell of somebody who has not begun', async () => {
    expect((await review('siren', 'amir')).said).toBe('404 not-found');
  });
});

describe('looking back in one’s own words', () => {
  test('is written by the participant, and rewritten; the history keeps both', async () => {
    const first = await write('tone', 'tone', { changed: 'Jeg kommer meg ut', helped: 'Lunsjen' });
    expect(first.said).toBe('201');
    const again = { changed: 'Jeg kommer meg ut hver uke', wayOn: 'Kurs', supersedes: first.id };
    expect((await write('tone', 'tone', again)).said).toBe('201');
    const { body } = await review('tone', 'tone');
    expect(body.written).toMatchObject({
      id: first.id,
      changed: 'Jeg kommer meg ut hver uke',
      wayOn: 'Kurs',
    });
    expect(body.written?.helped).toBeUndefined();
    expect(body.written?.withName).toBeUndefined();
    expect(await house.owner('select version from review where fact_id = $1', [first.id])).toHaveLength(2);
  });

  test('does not write over what somebody else wrote meanwhile', async () => {
    const seen = (await review('tone', 'tone')).body.written?.versionId;
    expect((await write('tone', 'tone', { changed: 'To ganger' })).said).toBe('409 stale-version');
    expect((await write('siren', 'tone', { changed: 'Sammen', supersedes: seen })).said).toBe('201');
    expect((await write('tone', 'tone', { changed: 'Alene', supersedes: seen })).said).toBe(
      '409 stale-version',
    );
    expect((await review('tone', 'tone')).body.written).toMatchObject({
      changed: 'Sammen',
      withName: 'Siren Bø',
    });
  });

  test('needs a word somewhere, and is nobody else’s to write', async () => {
    expect((await write('rune', 'rune', { changed: '  ' })).said).toBe('422 nothing-written');
    expect((await write('kari', 'rune', { changed: 'Fra NAV' })).said).toBe('403 not-yours-to-do');
    expect((await write('christer', 'rune', { changed: 'Fra en venn' })).said).toBe('403 not-yours-to-do');
    expect((await write('per', 'rune', { changed: 'Fra Sola' })).said).toBe('404 not-found');
    expect((await write('rune', 'rune', { changed: 'x', score: 3 })).said).toBe('400 bad-request');
  });

  test('can be taken back, and written anew', async () => {
    const { id } = await write('rune', 'rune', { helped: 'Christer' });
    const back = { supersedes: id, reason: 'vil tenke mer' };
    expect((await house.as('rune').post(pageOf('rune', `reviews/${id}/withdrawals`), back)).said).toBe('201');
    expect((await review('rune', 'rune')).body.written).toBeUndefined();
    expect((await write('rune', 'rune', { helped: 'Turene' })).said).toBe('201');
  });
});

describe('the talk in week five', () => {
  test('is still owed when the participant has written alone, and held when they have looked back together', async () => {
    await house.clock('2024-03-22T10:00+01:00');
    const seen = (await review('rune', 'rune')).body.written?.versionId;
    const alone = await write('rune', 'rune', { changed: 'Alene i uke fem', supersedes: seen });
    expect(alone.said).toBe('201');
    expect((await evaluation())?.doneAt).toBeUndefined();
    const together = await write('ola', 'rune', { changed: 'Sammen', supersedes: alone.id });
    expect(together.said).toBe('201');
    expect((await evaluation())?.doneAt).toBeDefined();
    const more = await write('rune', 'rune', { changed: 'Litt mer', supersedes: together.id });
    expect(more.said).toBe('201');
    expect((await evaluation())?.doneAt).toBeDefined();
  });
});
