import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ClosePerson } from '#contract/related.ts';
import { participants, personas, workers } from '#db/demo/people.ts';
import { doorsIn, ref } from '../sharing/test-doors.ts';
import { type House, openHouse, pageOf } from '../test-house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const { close, give, stop, preview, openAll } = doorsIn(() => house);
beforeEach(() => openAll());

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
    await stop(id);
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
        if (said === '201') await stop(given.id);
      },
    );

    test('names the participant in a meeting and a promise by what the one who is close calls them', async () => {
      await house.owner('set session_replication_role = replica');
      await house.owner(
        `insert into decision (municipality_id, id, participant_id, fact_id, happened_at, recorded_at, said_by, recorded_by, legal_class, meeting_id, words, doer, due_day)
          select m.municipality_id, g.id, m.participant_id, g.id, m.happened_at, m.recorded_at, m.participant_id, m.recorded_by, m.legal_class, m.fact_id, 'Ringe legen', 'participant', '2024-03-20'
          from (select * from meeting where participant_id = $1 and not withdrawn and not superseded limit 1) m, (select gen_random_uuid() as id) g`,
        [participants.rune.participantId],
      );
      await house.owner('set session_replication_role = origin');
      const { id } = await give({ ...mamma, topics: ['meeting', 'actions'] });
      const hers = (
        await house.as('mamma').get<ClosePerson>(`/api/close-to-me/${participants.rune.participantId}`)
      ).body;
      const own = (hers.meetings ?? []).flatMap(({ people }) =>
        people.filter(({ person }) => person === 'participant'),
      );
      expect(own.length).toBeGreaterThan(0);
      expect(new Set(own.map(({ name }) => name))).toEqual(new Set([hers.name]));
      const promised = [
        ...(hers.actions ?? []),
        ...(hers.meetings ?? []).flatMap(({ decisions }) => decisions),
      ];
      expect(promised.filter(({ doer }) => doer === 'participant').length).toBeGreaterThan(1);
      for (const { doer, doerName } of promised)
        expect(doerName, doer).toEqual(doer === 'participant' ? hers.name : expect.stringMatching(/./));
      await stop(id);
    });

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
