import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { LookUp } from '#contract/look-up.ts';
import type { PersonPage } from '#contract/person.ts';
import type { MyPlan } from '#contract/plan.ts';
import type { ClosePerson, CloseToMe } from '#contract/related.ts';
import type { Session } from '#contract/session.ts';
import type { Shared } from '#contract/shared.ts';
import { participants } from '#db/demo/people.ts';
import { type House, openHouse, pageOf } from '../test-house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const home = (persona = 'mamma') => house.as(persona).get<CloseToMe>('/api/close-to-me');
const view = (persona = 'mamma') =>
  house.as(persona).get<ClosePerson>(`/api/close-to-me/${participants.rune.participantId}`);
const plan = async () => (await house.as('rune').get<MyPlan>('/api/my-plan')).body;
const sharedWithMamma = async () => (await plan()).sharing.find((one) => one.recipient === 'Mamma');
const give = (body: object, persona = 'rune') =>
  house.as(persona).post(pageOf('rune', 'consents'), { language: 'nb', ...body });
const stop = (id: string) =>
  house.as('rune').post(pageOf('rune', `consents/${id}/withdrawals`), { supersedes: id, reason: 'stopp' });
const mammaId = async () => (await plan()).related.find(({ name }) => name === 'Mamma')?.id ?? '';

describe('somebody close', () => {
  test('is at home in «Delt med meg», and nowhere else', async () => {
    const { body } = await house.as('mamma').get<Session>('/api/session');
    expect([body.name, body.homes, body.participantId, body.workers]).toEqual([
      'Berit Lende',
      ['close'],
      undefined,
      [],
    ]);
    for (const address of ['/api/my-plan', '/api/my-day'])
      expect((await house.as('mamma').get(address)).said, address).toBe('404 not-found');
    expect((await house.as('mamma').get<Shared>('/api/shared')).body).toMatchObject({
      people: [],
      promises: [],
    });
    expect((await house.as('siren').get('/api/close-to-me')).said).toBe('404 not-found');
  });

  test('sees exactly what is shared: not even the whole name, the age or the phone', async () => {
    expect((await home()).body.people).toEqual([
      { participantId: participants.rune.participantId, name: 'Rune', topics: ['crisis-plan'] },
    ]);
    const { body, text } = await view();
    expect(Object.keys(body).sort()).toEqual(['crisisPlan', 'name', 'now']);
    expect(body.crisisPlan?.signs).toMatch(/sover lite/);
    expect(text).not.toMatch(/900 00 101|1992/);
    const page = await house.as('mamma').get<PersonPage>(pageOf('rune'));
    expect(Object.keys(page.body).sort()).toEqual(
      ['crisisPlan', 'events', 'may', 'now', 'participantId', 'roles'].sort(),
    );
    expect([page.body.may, page.body.roles]).toEqual([[], ['related-person']]);
    expect(new Set(page.body.events?.map(({ kind }) => kind))).toEqual(new Set(['crisis_plan']));
  });

  test('finds nobody, and adds nothing', async () => {
    const mamma = house.as('mamma');
    expect((await mamma.post('/api/people/search', { query: 'Rune' })).body).toMatchObject({ people: [] });
    expect((await mamma.get('/api/people')).body).toMatchObject({ people: [] });
    for (const [path, body] of [
      ['crisis-plans', { signs: 'x', helps: 'x', call: 'x' }],
      ['contacts', { kind: 'phone', note: 'x' }],
      ['statements', { words: 'x' }],
      ['related-persons', { name: 'Meg', relationship: 'mother' }],
      [
        'consents',
        { organisation: undefined, relatedPersonId: await mammaId(), topics: ['goals'], language: 'nb' },
      ],
    ] as const)
      expect((await mamma.post(pageOf('rune', path), body)).said, path).toMatch(/^40[34] /);
  });

  test('sees nothing of anyone else, and nobody else’s relative sees Rune', async () => {
    const tone = participants.tone.participantId;
    expect((await house.as('mamma').get(`/api/close-to-me/${tone}`)).said).toBe('404 not-found');
    expect((await house.as('mamma').get(pageOf('tone'))).said).toBe('404 not-found');
    const sister = await house
      .as('tone')
      .post(pageOf('tone', 'related-persons'), { name: 'Lillesøster', relationship: 'sibling' });
    await house.as('tone').post(pageOf('tone', 'consents'), {
      relatedPersonId: sister.id,
      topics: ['goals'],
      language: 'nb',
    });
    expect((await home(sister.id)).body.people.map(({ name }) => name)).toEqual(['Tone']);
    expect((await view(sister.id)).said).toBe('404 not-found');
    expect((await home()).body.people.map(({ name }) => name)).toEqual(['Rune']);
  });

  test('stands in the log by name, as somebody close', async () => {
    await view();
    const { body } = await house.as('rune').get<LookUp[]>('/api/my-look-ups');
    expect(body.find(({ purpose }) => purpose === 'close-person')).toMatchObject({
      who: 'Berit Lende',
      related: true,
      topics: ['crisis-plan'],
      mine: false,
    });
    expect(body.filter(({ who }) => who !== 'Berit Lende').every(({ related }) => !related)).toBe(true);
  });
});

describe('what is shared with somebody close', () => {
  beforeEach(() => house.clock('2024-03-14T08:20+01:00'));

  test('is closed the second it is stopped, and looks as if it never was', async () => {
    const { id } = await give({ relatedPersonId: await mammaId(), topics: ['goals', 'actions', 'team'] });
    expect(Object.keys((await view()).body).sort()).toEqual(
      ['actions', 'crisisPlan', 'goals', 'name', 'now', 'statement', 'team'].sort(),
    );
    expect((await stop(id)).said).toBe('201');
    expect(Object.keys((await view()).body)).toEqual(['now', 'name', 'crisisPlan']);
    expect((await stop((await sharedWithMamma())?.id ?? '')).said).toBe('201');
    const never = await house.as('mamma').get('/api/close-to-me/018e0007-0001-7c70-8660-8fa67952b0fc');
    expect((await view()).text).toBe(never.text);
    expect(Object.keys((await home()).body)).toEqual(['now', 'people']);
    expect((await home()).body.people).toEqual([]);
  });

  test('ends by itself when its last day is over', async () => {
    await give({ relatedPersonId: await mammaId(), topics: ['crisis-plan'], until: '2024-03-20' });
    expect((await home()).body.people[0]?.until).toBe('2024-03-20T23:00:00.000Z');
    await house.clock('2024-03-20T23:59:59+01:00');
    expect((await view()).said).toBe('200');
    await house.clock('2024-03-21T00:00:00+01:00');
    expect((await view()).said).toBe('404 not-found');
    expect((await home()).body.people).toEqual([]);
  });

  test('is one sentence, kept as it was shown, and stands among those who may see', async () => {
    const { id } = await give({ relatedPersonId: await mammaId(), topics: ['crisis-plan'] });
    const [row] = await house.owner<{ words: string }>('select words from consent where id = $1', [id]);
    expect(row?.words).toBe('Mamma kan se kriseplanen til du sier stopp.');
    const { sharing } = await plan();
    const both = new Set(['Mamma', 'NAV Time']);
    expect(new Set(sharing.map(({ recipient }) => recipient))).toEqual(both);
    expect(sharing.find(({ recipient }) => recipient === 'Mamma')?.relatedPersonId).toBe(await mammaId());
    const page = await house.as('siren').get<PersonPage>(pageOf('rune'));
    expect(new Set(page.body.sharing?.map(({ recipient }) => recipient))).toEqual(both);
  });

  test('has one recipient, and only what one who is close can be shown', async () => {
    const relatedPersonId = await mammaId();
    const topics = ['crisis-plan'];
    expect((await give({ topics })).said).toBe('422 one-recipient');
    const organisation = { municipalityId: participants.rune.municipalityId, id: relatedPersonId };
    expect((await give({ relatedPersonId, organisation, topics })).said).toBe('422 one-recipient');
    expect((await give({ relatedPersonId: participants.tone.participantId, topics })).said).toBe(
      '404 not-found',
    );
    for (const topic of ['follow-up', 'relapse', 'scores', 'identity', 'related'])
      expect((await give({ relatedPersonId, topics: [topic] })).said, topic).toBe('422 unknown-topic');
  });
});

describe('naming somebody close', () => {
  const write = (path: string, body: object, persona = 'rune') =>
    house.as(persona).post(pageOf('rune', `related-persons${path}`), body);
  const named = async (id: string) => (await plan()).related.find((one) => one.id === id);
  const mate = { name: 'Kenneth', relationship: 'friend', phone: '900 00 071' };

  test('is the participant’s, and the contact person’s with them; it can be written anew', async () => {
    for (const persona of ['rune', 'siren']) {
      const { id } = await write('', mate, persona);
      const before = await named(id);
      expect(before).toMatchObject(mate);
      const again = {
        ...mate,
        name: 'Kenneth B.',
        supersedes: before?.versionId,
        reason: 'to som heter det',
      };
      expect((await write(`/${id}/corrections`, again, persona)).said).toBe('201');
      expect((await named(id))?.name).toBe('Kenneth B.');
      expect((await write(`/${id}/corrections`, again, persona)).said).toBe('409 stale-version');
    }
    const page = await house.as('siren').get<PersonPage>(pageOf('rune'));
    expect(page.body.related?.map(({ name }) => name)).toContain('Kenneth B.');
  });

  test('opens nothing, and is not for partners, peers or a stranger to see or do', async () => {
    expect((await write('', mate, 'kari')).said).toBe('403 not-allowed');
    expect((await write('', mate, 'christer')).said).toBe('403 not-allowed');
    expect((await write('', mate, 'per')).said).toBe('404 not-found');
    for (const persona of ['kari', 'christer'])
      expect((await house.as(persona).get<PersonPage>(pageOf('rune'))).body.related, persona).toBeUndefined();
    expect((await house.as('ingunn').get<PersonPage>(pageOf('rune'))).body.related).toBeDefined();
  });

  test.each([
    [{ ...mate, name: ' ' }],
    [{ ...mate, relationship: 'boss' }],
    [{ ...mate, phone: 'ring meg' }],
  ])('needs a name, a known relation and digits', async (body) => {
    expect((await write('', body)).said).toBe('400 bad-request');
  });

  test('taken back stops what was shared with them in the same moment', async () => {
    const { id } = await write('', { name: 'Onkel Tor', relationship: 'other' });
    await give({ relatedPersonId: id, topics: ['crisis-plan'] });
    expect((await view(id)).said).toBe('200');
    const seen = await named(id);
    const back = { supersedes: seen?.versionId, reason: 'ikke nå lenger' };
    expect((await write(`/${id}/withdrawals`, back)).said).toBe('201');
    expect((await view(id)).said).toBe('404 not-found');
    const after = await plan();
    expect(after.related.map(({ name }) => name)).not.toContain('Onkel Tor');
    expect(after.sharing.map(({ recipient }) => recipient)).not.toContain('Onkel Tor');
    expect((await write(`/${id}/withdrawals`, back)).said).toBe('409 stale-version');
    expect((await give({ relatedPersonId: id, topics: ['crisis-plan'] })).said).toBe('404 not-found');
  });
});
