import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Coordination } from '#contract/coordination.ts';
import type { LookUp } from '#contract/look-up.ts';
import type { Doubles, TwoRows } from '#contract/merge.ts';
import type { MyPlan } from '#contract/plan.ts';
import type { ReviewPage } from '#contract/review.ts';
import { madeUpNumber } from '#db/demo/numbers.ts';
import { organisations, participants } from '#db/demo/people.ts';
import { type House, openHouse, workerRef } from '../test-house.ts';
import { at, mergingIn } from './test-merging.ts';

// What composes somebody from both rows besides their page, what is told of it, and what is left when it is taken back.
const RUNE = participants.rune.participantId;
let house: House;
let other: string;
beforeAll(async () => {
  house = await openHouse();
  other = await met({ givenName: 'Rune', familyName: 'Aabø', personNumber: madeUpNumber('1992-08-19') });
});
afterAll(() => house.close());

const { met, pageFor, merge, split } = mergingIn(() => house);
const login = async (persona: string, participantId: string) =>
  house.owner(
    `insert into login_user (id, municipality_id, name, persona, participant_id) values (gen_random_uuid(), $1, $2, $2, $3)`,
    [organisations.navTime.municipalityId, persona, participantId],
  );

describe('the coordinating unit’s list', () => {
  const listed = async (query = '') =>
    (await house.as('randi').get<Coordination>(`/api/coordination${query}`)).body.people;
  const named = async (id: string, query = '') =>
    (await listed(query)).find(({ participantId }) => participantId === id);

  test('has the person once, by the row that stands, with what stands on either', async () => {
    const [before, alone] = [await listed(), await named(RUNE)];
    expect(await named(other)).toBeUndefined();
    // The one that stands is in no service, has no team and no plan: all of that is on the other row.
    const { id } = await merge('siren', other, RUNE);
    expect(await named(other)).toEqual({ ...alone, participantId: other, name: 'Rune Aabø' });
    expect(await named(RUNE)).toBeUndefined();
    expect(await listed()).toHaveLength(before.length);
    for (const lacks of ['coordinator', 'contact-person'])
      expect(await named(other, `?lacks=${lacks}`), lacks).toBeUndefined();
    const instead = (await named(other))?.coordinator?.versionId;
    const appointed = await house
      .as('randi')
      .post(at(other, 'coordinators'), { worker: workerRef('siren'), instead, reason: 'Ingunn slutter' });
    expect(appointed.said).toBe('201');
    expect((await named(other))?.coordinator?.name).toBe('Siren Bø');
    const looks = (await house.as('rune').get<LookUp[]>('/api/my-look-ups')).body;
    expect(looks.find(({ purpose }) => purpose === 'coordination.list')).toMatchObject({
      topics: ['identity', 'team', 'status'],
    });
    await split('siren', RUNE, other, id);
    expect((await named(RUNE))?.coordinator?.name).toBe('Siren Bø');
    expect(await named(other)).toBeUndefined();
  });

  test('shows of somebody merged with one elsewhere what is here, and nothing of the other', async () => {
    const elsewhere = participants.tone.participantId;
    const before = await named(RUNE);
    await house.owner(
      `insert into person_merge (municipality_id, participant_id, surviving_municipality_id, surviving_id, found_by, asked_by, reason, merged_by)
        select p.municipality_id, p.id, q.municipality_id, q.id, 'number', 'worker', 'x', (select id from login_user order by id limit 1)
        from participant p, participant q where p.id = $1 and q.id = $2`,
      [RUNE, elsewhere],
    );
    await house.owner('select app.remake_same_person($1)', [RUNE]);
    expect(await named(RUNE)).toEqual(before);
    expect(JSON.stringify(await listed())).not.toContain(elsewhere);
    await house.owner(`delete from person_merge where reason = 'x'`);
    await house.owner('select app.remake_same_person($1), app.remake_same_person($2)', [RUNE, elsewhere]);
  });
});

describe('looking back', () => {
  const lookedAt = async (persona: string, id: string) =>
    (await house.as(persona).get<ReviewPage>(at(id, 'review'))).body;

  test('is of the weeks that were lived, by either address, with what happened on both rows', async () => {
    const [before, hers] = [await lookedAt('rune', RUNE), await lookedAt('kari', RUNE)];
    await house.owner('set session_replication_role = replica');
    await house.owner(
      `insert into contact (municipality_id, id, participant_id, fact_id, happened_at, recorded_at, said_by, recorded_by, legal_class, kind, note)
        select municipality_id, g.id, $2, g.id, happened_at, recorded_at, said_by, recorded_by, legal_class, kind, note
        from (select * from contact where participant_id = $1 and kind <> 'missed' and not withdrawn and not superseded
          order by happened_at desc limit 1) f, (select gen_random_uuid() as id) g`,
      [RUNE, other],
    );
    await house.owner('set session_replication_role = origin');
    expect((await house.as('siren').get(at(other, 'review'))).said).toBe('404 not-found');
    const { id } = await merge('siren', other, RUNE);
    const times = (page: ReviewPage) => (page.contacts ?? []).reduce((sum, one) => sum + one.times, 0);
    const now = await lookedAt('rune', other);
    expect(now).toMatchObject({ participantId: RUNE, from: before.from });
    expect(times(now)).toBe(times(before) + 1);
    expect(now.goals).toEqual(before.goals);
    expect((await lookedAt('siren', other)).participantId).toBe(RUNE);
    // Whoever sees one of them reads what they read, and where it stood.
    expect(await lookedAt('kari', RUNE)).toEqual(hers);
    const written = await house
      .as('rune')
      .post(at(now.participantId, 'reviews'), { changed: 'Jeg sover.', helped: '', wayOn: '' });
    expect(written.said).toBe('201');
    await split('siren', RUNE, other, id);
    const after = await lookedAt('rune', RUNE);
    expect(times(after)).toBe(times(before));
    expect(after.written?.changed).toBe('Jeg sover.');
  });
});

describe('a number that one has written alone', () => {
  test('makes two one in lists, and not for the person before a second one has said the same', async () => {
    const number = madeUpNumber('1988-02-02');
    const [one, another] = [
      await met({ givenName: 'Eli', personNumber: number }),
      await met({ givenName: 'Elin' }),
    ];
    await login('Eli', one);
    const wrote = await house.as('siren').post(at(another, 'person-numbers'), { number });
    expect(wrote.said).toBe('201');
    const numbersFor = async (persona: string) =>
      (await house.as(persona).get<TwoRows>(at(one, `doubles/${another}`))).body.numbers;
    expect([await numbersFor('siren'), await numbersFor('ola')]).toEqual(['same-by-me', 'same']);
    const { id } = await merge('siren', one, another);
    expect((await pageFor('siren', another)).merges).toMatchObject([{ foundBy: 'own-number', sure: false }]);
    expect((await house.as('Eli').get(at(another))).said).toBe('404 not-found');
    expect((await house.as('Eli').get<MyPlan>('/api/my-plan')).body.merges).toBeUndefined();
    const confirm = (persona: string) =>
      house.as(persona).post(at(one, `merges/${id}/confirmations`), { otherId: another });
    expect((await confirm('siren')).said).toBe('403 not-yours-to-do');
    expect((await confirm('ola')).said).toBe('201');
    expect((await house.as('Eli').get(at(another))).said).toBe('200');
    await split('ola', one, another, id);
    // Somebody else who says that it is the same person, by that number, is the second one.
    await merge('ola', one, another);
    expect((await pageFor('ola', another)).merges).toMatchObject([{ foundBy: 'number', sure: true }]);
  });
});

describe('what is told of how one gets in', () => {
  test('is told of both rows and both logins to one who surely is both, and is seen once', async () => {
    await login('Runes andre', other);
    const news = async (persona = 'rune') =>
      (await house.as(persona).get<MyPlan>('/api/my-plan')).body.wayInNews?.map(({ what }) => what);
    await house.owner(
      `insert into outbox (municipality_id, id, participant_id, code, channel, recipient_kind, recipient_id, not_before)
        values ($1, gen_random_uuid(), $2, 'way-in-changed', 'in-app', 'participant', $2, now())`,
      [organisations.navTime.municipalityId, other],
    );
    await house.owner(
      `insert into passkey (login_user_id, credential, public_key, uses, name, added_at)
        select id, 'x', 'x', 0, 'Nettbrettet', app.now() from login_user where persona = 'Runes andre'`,
    );
    expect(await news()).toBeUndefined();
    expect(await news('Runes andre')).toEqual(['by-somebody', 'device-added']);
    const { id } = await merge('siren', RUNE, other);
    expect(await news()).toEqual(['by-somebody', 'device-added']);
    const { body } = await house.as('rune').get<{ passkeys: { id: string }[] }>('/api/my-passkeys');
    const found = JSON.stringify(body);
    expect(found).toContain('Nettbrettet');
    await house.as('rune').get('/api/my-login-codes');
    expect(await news()).toEqual(['device-added']);
    await split('siren', RUNE, other, id);
    expect(await news()).toBeUndefined();
  });
});

describe('kept apart again', () => {
  test('stands on both pages for those who might have merged them, until one has been through it', async () => {
    const { id } = await merge('siren', RUNE, other);
    const joined = await house
      .as('siren')
      .post(at(RUNE, 'team-memberships'), { worker: workerRef('christer'), role: 'peer' });
    expect(['201', '409 already-done', '409 already-in-team']).toContain(joined.said);
    const given = await house.as('rune').post(at(RUNE, 'consents'), {
      organisation: organisations.navTime,
      topics: ['wishes'],
      language: 'nb',
    });
    await split('siren', RUNE, other, id);
    const card = { id, by: 'Siren Bø', reason: 'Det var to personer likevel.' };
    expect((await pageFor('siren', RUNE)).keptApart).toMatchObject([{ ...card, otherId: other }]);
    expect((await pageFor('ola', other)).keptApart).toMatchObject([{ ...card, otherId: RUNE }]);
    for (const persona of ['kari', 'ingunn', 'christer', 'randi'])
      expect((await pageFor(persona, RUNE)).keptApart, persona).toBeUndefined();
    const { written = [] } = (await house.as('siren').get<TwoRows>(at(RUNE, `doubles/${other}`))).body;
    if (given.said === '201')
      expect(written.find((entry) => entry.id === given.id)).toMatchObject({
        table: 'consent',
        participantId: RUNE,
        mayMove: false,
      });
    expect(written.some(({ mayMove }) => !mayMove)).toBe(true);
    const check = (persona: string) =>
      house.as(persona).post(at(RUNE, `merges/${id}/checks`), { otherId: other });
    expect((await check('kari')).said).toBe('404 not-found');
    expect((await check('rune')).said).toBe('404 not-found');
    const twice = await Promise.all([check('siren'), check('ola')]);
    expect(twice.map(({ said }) => said).sort()).toEqual(['201', '409 already-done']);
    for (const one of [RUNE, other])
      expect((await pageFor('siren', one)).keptApart ?? []).not.toContainEqual(
        expect.objectContaining({ id }),
      );
  });

  test('is in the list of doubles however long it takes, and is not when it has been gone through', async () => {
    const [one, another] = [await met({ givenName: 'Odd' }), await met({ givenName: 'Oddny' })];
    const { id } = await merge('siren', one, another);
    await split('siren', one, another, id);
    const apart = async () =>
      (await house.as('siren').get<Doubles>('/api/doubles')).body.pairs.filter(
        (pair) => pair.because === 'kept-apart' && [one, another].includes(pair.one.participantId),
      );
    await house.clock('2024-06-14T08:20+02:00');
    expect(await apart()).toHaveLength(1);
    await house.as('siren').post(at(one, `merges/${id}/checks`), { otherId: another });
    expect(await apart()).toEqual([]);
    await house.clock('2024-03-14T08:20+01:00');
  });

  test('is told to the one who was not both, and not who the other was nor what they said', async () => {
    const [one, another] = [await met({ givenName: 'Tor' }), await met({ givenName: 'Tore' })];
    await login('Tor', one);
    await login('Tore', another);
    const { id } = await merge('siren', one, another, { askedBy: 'worker' });
    await house.as('ola').post(at(one, `merges/${id}/confirmations`), { otherId: another });
    const undone = await house
      .as('Tore')
      .post(at(one, `merges/${id}/splits`), { otherId: another, reason: 'Det er broren min, Tor.' });
    expect(undone.said).toBe('201');
    const merges = async (persona: string) =>
      (await house.as(persona).get<MyPlan>('/api/my-plan')).body.merges?.map(({ split: was }) => was);
    expect(await merges('Tore')).toMatchObject([{ by: 'Tore', reason: 'Det er broren min, Tor.' }]);
    expect(await merges('Tor')).toEqual([{ at: expect.any(String) }]);
    await house.clock('2024-06-14T08:20+02:00');
    expect(await merges('Tor')).toBeUndefined();
    await house.clock('2024-03-14T08:20+01:00');
  });
});
