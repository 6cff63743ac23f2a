import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { MyPlan } from '#contract/plan.ts';
import { participants, personas, workers } from '#db/demo/people.ts';
import { type House, openHouse, pageOf } from '../test-house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const ref = ({ municipalityId, id }: { municipalityId: string; id: string }) => ({ municipalityId, id });
const rune = () => house.as('rune');
const close = (body: object) => rune().post(pageOf('rune', 'closed-doors'), body);
const open = (id: string) =>
  rune().post(pageOf('rune', `closed-doors/${id}/withdrawals`), {
    supersedes: id,
    reason: 'vil ha hjelp igjen',
  });
const give = (body: object) => rune().post(pageOf('rune', 'consents'), { language: 'nb', ...body });
const preview = (body: object) => rune().post(pageOf('rune', 'previews'), body);

/** Doors that a test has closed are opened again, so that the next one meets the house as it was. */
beforeEach(async () => {
  const { body } = await rune().get<MyPlan>('/api/my-plan');
  for (const { id, to } of body.closedDoors) if (to !== workers.helga.name) await open(id);
});

describe('a preview', () => {
  const asOthersGet = async (persona: string) => (await house.as(persona).get(pageOf('rune'))).text;

  test.each([
    ['kari', workers.kari],
    ['siren', workers.siren],
    ['ingunn', workers.ingunn],
  ])('is byte for byte what %s gets', async (persona, worker) => {
    expect((await preview({ worker: ref(worker), topics: [] })).text).toBe(
      `{"page":${await asOthersGet(persona)}}`,
    );
  });

  test('of what a consent would open is byte for byte what it then opens', async () => {
    const topics = ['wishes', 'contact-details', 'attendance'];
    const before = (await preview({ worker: ref(workers.kari), topics })).text;
    expect(before).not.toBe(`{"page":${await asOthersGet('kari')}}`);
    const { id } = await give({ worker: ref(workers.kari), topics });
    expect(before).toBe(`{"page":${await asOthersGet('kari')}}`);
    await rune().post(pageOf('rune', `consents/${id}/withdrawals`), { supersedes: id, reason: 'stopp' });
  });

  describe('of one who is close', () => {
    const mamma = { relatedPersonId: personas.mamma.related?.id };
    const asMammaGets = async () =>
      (await house.as('mamma').get(`/api/close-to-me/${participants.rune.participantId}`)).text;

    test('is byte for byte what she gets', async () => {
      const hers = await asMammaGets();
      expect(JSON.parse(hers)).toHaveProperty('name');
      expect((await preview({ ...mamma, topics: [] })).text).toBe(`{"close":${hers}}`);
    });

    test.each([
      [['wishes'], '422 unknown-topic', undefined],
      [['attendance', 'meeting'], '201', undefined],
      [['attendance', 'meeting'], '201', '2024-04-30'],
      [['team'], '201', '2030-04-30'],
    ])(
      'of what a consent to %j would open is byte for byte what it then opens (%s)',
      async (topics, said, until) => {
        const before = (await preview({ ...mamma, topics, ...(until ? { until } : {}) })).text;
        const given = await give({ ...mamma, topics, ...(until ? { until } : {}) });
        expect(given.said).toBe(said);
        expect(before).toBe(`{"close":${await asMammaGets()}}`);
        if (said === '201')
          await rune().post(pageOf('rune', `consents/${given.id}/withdrawals`), {
            supersedes: given.id,
            reason: 'stopp',
          });
      },
    );

    test('knows the doors that are closed, and that nothing is nothing', async () => {
      await close({ topics: ['crisis-plan'] });
      expect((await preview({ ...mamma, topics: [] })).text).toBe(
        (await house.as('mamma').get(`/api/close-to-me/${participants.rune.participantId}`)).status === 404
          ? '{}'
          : `{"close":${await asMammaGets()}}`,
      );
      await close({ topics: 'everything' });
      expect((await preview({ ...mamma, topics: [] })).text).toBe('{}');
      const arvid = { relatedPersonId: personas.arvid.related?.id, topics: [] };
      expect((await preview(arvid)).text, 'somebody close to another').toBe('{}');
    });

    test('shows of a guardian what the mandate opens, which no door closes', async () => {
      const body = { relatedPersonId: personas.arvid.related?.id, topics: [] };
      const his = () => house.as('arvid').get(`/api/close-to-me/${participants.tone.participantId}`);
      const tones = (path: string, what: object) => house.as('tone').post(pageOf('tone', path), what);
      expect((await his()).said).toBe('200');
      expect((await tones('previews', body)).text).toBe(`{"close":${(await his()).text}}`);
      expect((await tones('closed-doors', { topics: ['money-goals'] })).said).toBe('201');
      expect((await tones('previews', body)).text).toBe(`{"close":${(await his()).text}}`);
      expect((await his()).text).toContain('goals');
    });
  });

  test('knows the doors that are closed', async () => {
    await close({ worker: ref(workers.kari), topics: 'everything' });
    expect((await preview({ worker: ref(workers.kari), topics: ['wishes'] })).text).toBe('{}');
  });

  test('is of oneself alone, and is in one’s own log', async () => {
    const body = { worker: ref(workers.kari), topics: [] };
    for (const persona of ['ola', 'tone', 'kari'])
      expect((await house.as(persona).post(pageOf('rune', 'previews'), body)).said, persona).toBe(
        '404 not-found',
      );
    const [last] = await house.owner(
      `select purpose, read_topics[1] as bits from app.look_up where login_user_id = (select id from app.login_user where persona = 'rune') order by number desc limit 1`,
      [],
    );
    expect(last).toMatchObject({ purpose: expect.any(String) });
  });
});
