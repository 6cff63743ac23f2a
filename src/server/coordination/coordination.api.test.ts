import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Coordination } from '#contract/coordination.ts';
import type { LookUp } from '#contract/look-up.ts';
import type { PersonPage } from '#contract/person.ts';
import type { Session } from '#contract/session.ts';
import { municipalities, participants, workers } from '#db/demo/people.ts';
import { type House, openHouse, pageOf, workerRef } from '../test-house.ts';

// Randi is the coordinating unit of Time, where Rune lives. Tone lives in Klepp.
let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const rune = participants.rune.participantId;
const list = (query = '', persona = 'randi') =>
  house.as(persona).get<Coordination>(`/api/coordination${query}`);
const runeIn = async () => (await list()).body.people.find(({ participantId }) => participantId === rune);
const everyone = async (query = '') => {
  const people: Coordination['people'] = [];
  for (let after: string | undefined = ''; after !== undefined; ) {
    const { body } = await list(`?${query}${after === '' ? '' : `&after=${after}`}`);
    people.push(...body.people);
    after = body.next;
  }
  return people;
};

describe('the coordinating unit', () => {
  test('is at home in its list, which names who walks with somebody and the days of the plan, and no more', async () => {
    const { body: session } = await house.as('randi').get<Session>('/api/session');
    expect(session.homes[0]).toBe('coordination');
    expect((await list()).body.municipality.name).toBe('Time');
    const person = await runeIn();
    expect(person).toEqual({
      participantId: rune,
      name: 'Rune Lende',
      service: 'Ny Start',
      since: expect.any(String),
      contactPerson: 'Ola Hauge',
      coordinator: { versionId: expect.any(String), name: 'Ingunn Vik' },
      plan: { begunAt: expect.any(String), revisedAt: expect.any(String), due: false },
    });
    // Nothing of what is in the plan, not a word.
    const { text } = await list();
    for (const words of ['Sara', 'leilighet', 'lunsj']) expect(text, words).not.toContain(words);
  });

  test('sees its own municipality alone, and everyone of it who is in a service, once', async () => {
    const people = await everyone();
    const ids = people.map(({ participantId }) => participantId);
    expect(new Set(ids).size).toBe(ids.length);
    const there = await house.owner<{ id: string }>(
      `select distinct e.participant_id as id from enrolment_now e where e.municipality_id = $1 and (select s.state from enrolment_state_now s
         where s.participant_id = e.participant_id and s.enrolment_id = e.fact_id order by s.happened_at desc, s.recorded_at desc limit 1)
         in ('waiting', 'mapping', 'active', 'paused')`,
      [municipalities.time.id],
    );
    expect([...ids].sort()).toEqual(there.map(({ id }) => id).sort());
    expect(ids).not.toContain(participants.tone.participantId);
    const names = people.map(({ name }) => name);
    expect(names.length).toBeGreaterThan(5);
  });

  test('finds those who lack somebody, and those whose plan is due', async () => {
    const all = await everyone();
    expect(await everyone('lacks=coordinator')).toEqual(all.filter((one) => one.coordinator === undefined));
    expect(await everyone('lacks=contact-person')).toEqual(
      all.filter((one) => one.contactPerson === undefined),
    );
    expect(await everyone('lacks=revision')).toEqual(all.filter((one) => one.plan?.due));
    expect(all.some((one) => one.coordinator === undefined)).toBe(true);
    await house.clock('2025-03-14T08:20+01:00');
    expect((await everyone('lacks=revision')).map(({ participantId }) => participantId)).toContain(rune);
    await house.clock('2024-03-14T08:20+01:00');
  });

  test.each(['rune', 'ola', 'siren', 'anne', 'kari', 'nora', 'terje', 'jon', 'mamma', 'per'])(
    'is not %s',
    async (persona) => expect((await list('', persona)).said).toBe('404 not-found'),
  );

  test('cannot leave its municipality by any address', async () => {
    const elsewhere = [
      `?municipalityId=${municipalities.klepp.id}`,
      `?municipalityId=${municipalities.sola.id}`,
      `?after=${participants.tone.participantId}`,
      '?after=018e0007-0001-7c70-8660-8fa67952b0fd',
    ];
    const [first, ...others] = await Promise.all(elsewhere.map(async (query) => (await list(query)).text));
    for (const text of others) expect(text).toBe(first);
    expect((await list(elsewhere[0])).said).toBe('404 not-found');
    for (const wrong of ['?lacks=everything', '?after=1', '?order=name', '?limit=1000'])
      expect((await list(wrong)).said, wrong).toBe('400 bad-request');
    expect((await list(`?municipalityId=${municipalities.time.id}`)).said).toBe('200');
  });

  test('opens no note, no goal and no conversation', async () => {
    const { body } = await house.as('randi').get<PersonPage>(pageOf('rune'));
    expect(body.roles).toEqual(['coordinating-unit']);
    for (const closed of [
      'statement',
      'goals',
      'meetings',
      'crisisPlan',
      'sharing',
      'related',
      'wishes',
    ] as const)
      expect(body[closed], closed).toBeUndefined();
    expect(body.events?.map(({ kind }) => kind)).not.toContain('contact');
    const [note] = await house.owner<{ id: string }>(
      'select fact_id as id from contact where participant_id = $1 limit 1',
      [rune],
    );
    expect((await house.as('randi').get(pageOf('rune', `contacts/${note?.id}/versions`))).said).toBe(
      '404 not-found',
    );
    expect(
      (await house.as('randi').post(pageOf('rune', 'contacts'), { kind: 'phone', note: 'x' })).said,
    ).toBe('403 not-allowed');
    expect((await house.as('randi').get(pageOf('tone'))).said).toBe('404 not-found');
  });

  test('stands in the log of each it was shown, and of nobody else', async () => {
    await list();
    const seen = async (persona: 'rune' | 'tone') =>
      (await house.as(persona).get<LookUp[]>('/api/my-look-ups')).body.find(
        ({ purpose }) => purpose === 'coordination.list',
      );
    expect(await seen('rune')).toMatchObject({
      who: 'Randi Undheim',
      action: 'list',
      topics: ['identity', 'team', 'status'],
    });
    expect(await seen('tone')).toBeUndefined();
  });

  test('does not see one who has closed it to the unit, nor learns that there is somebody', async () => {
    const before = (await everyone()).length;
    await house.owner(
      `insert into block (municipality_id, id, participant_id, fact_id, happened_at, said_by, legal_class, recorded_by, worker_municipality_id, worker_id)
       select $1, i.id, $2, i.id, app.now(), $2, 'participant-own', (select id from login_user where persona = 'rune'), $1, $3 from (select gen_random_uuid() as id) i`,
      [municipalities.time.id, rune, workers.randi.id],
    );
    expect(await runeIn()).toBeUndefined();
    expect(await everyone()).toHaveLength(before - 1);
    await house.owner('delete from block where worker_id = $1', [workers.randi.id]);
    expect(await runeIn()).toBeDefined();
  });
});

describe('appointing a coordinator', () => {
  const appoint = (body: object, persona = 'randi') =>
    house.as(persona).post(pageOf('rune', 'coordinators'), body);

  test('takes the place of the one who was on the screen, in one act and for a reason', async () => {
    const instead = (await runeIn())?.coordinator?.versionId;
    const siren = workerRef('siren');
    expect((await appoint({ worker: siren })).said).toBe('409 stale-version');
    expect((await appoint({ worker: siren, instead })).said).toBe('422 reason-needed');
    const both = await Promise.all(
      [1, 2].map(() => appoint({ worker: siren, instead, reason: 'Ingunn har fått ny jobb' })),
    );
    expect(both.map(({ said }) => said).sort()).toEqual(['201', '409 stale-version']);
    expect((await runeIn())?.coordinator?.name).toBe('Siren Bø');
    const { body } = await house.as('siren').get<PersonPage>(pageOf('rune'));
    expect(body.roles).toContain('coordinator');
    expect(body.team?.filter(({ role }) => role === 'coordinator')).toHaveLength(1);
    expect((await appoint({ worker: workerRef('ola'), instead, reason: 'x' })).said).toBe(
      '409 stale-version',
    );
    const again = (await runeIn())?.coordinator?.versionId;
    expect(
      (await appoint({ worker: workerRef('ingunn'), instead: again, reason: 'Hun er tilbake' })).said,
    ).toBe('201');
  });

  test('is not for those who may not write the team, and takes somebody who works in the municipality', async () => {
    const instead = (await runeIn())?.coordinator?.versionId;
    const body = { worker: workerRef('siren'), instead, reason: 'x' };
    expect((await appoint(body, 'kari')).said).toBe('403 not-allowed');
    expect((await appoint(body, 'terje')).said).toBe('404 not-found');
    for (const [name, said] of [
      ['kari', '422 wrong-organisation'],
      ['per', '404 not-found'],
    ] as const)
      expect((await appoint({ worker: workerRef(name), instead, reason: 'x' })).said, name).toBe(said);
    expect((await runeIn())?.coordinator?.name).toBe('Ingunn Vik');
  });

  test('gives the unit no way to put others beside somebody, nor to take them away', async () => {
    for (const role of ['contact-person', 'team-member', 'peer'])
      expect(
        (
          await house
            .as('randi')
            .post(pageOf('rune', 'team-memberships'), { role, worker: workerRef('randi') })
        ).said,
        role,
      ).toBe('403 not-yours-to-do');
    const { body } = await house.as('randi').get<PersonPage>(pageOf('rune'));
    const contact = body.team?.find(({ role }) => role === 'contact-person');
    const ended = await house.as('randi').post(pageOf('rune', `team-memberships/${contact?.id}/endings`), {
      supersedes: contact?.versionId,
      reason: 'x',
    });
    expect(ended.said).toBe('403 not-yours-to-do');
  });
});
