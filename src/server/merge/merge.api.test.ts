import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LookUp } from '#contract/look-up.ts';
import type { Doubles, TwoRows } from '#contract/merge.ts';
import type { People, PersonPage } from '#contract/person.ts';
import type { MyPlan } from '#contract/plan.ts';
import { madeUpNumber } from '#db/demo/numbers.ts';
import { organisations, participants } from '#db/demo/people.ts';
import { type Answer, type House, nyStart, openHouse } from '../test-house.ts';
import { at, mergingIn } from './test-merging.ts';

const RUNE = participants.rune.participantId;
let house: House;
let double: string;
beforeAll(async () => {
  house = await openHouse();
  double = await met({ givenName: 'Rune', familyName: 'Lende', personNumber: madeUpNumber('1992-08-19') });
});
afterAll(() => house.close());

const { met, pageFor, merge, split } = mergingIn(() => house);
const both = (persona: string, one: string, other: string) =>
  house.as(persona).get<TwoRows>(at(one, `doubles/${other}`));
const doublesFor = async (persona: string) =>
  (await house.as(persona).get<Doubles>('/api/doubles')).body.pairs;
const idsIn = (pairs: Doubles['pairs']) =>
  pairs.map(({ one, other }) => [one, other].map(({ participantId }) => participantId).sort());
const pair = () => [RUNE, double].sort();

describe('found', () => {
  test('by the number, among those one sees oneself, and by nobody else', async () => {
    expect(idsIn(await doublesFor('siren'))).toContainEqual(pair());
    expect((await doublesFor('siren')).find(({ because }) => because === 'number')).toBeDefined();
    for (const persona of ['kari', 'christer', 'per', 'anne', 'rune', 'ingunn'])
      expect(await doublesFor(persona), persona).toEqual([]);
  });

  test('side by side only for one who sees both, and each as far as one sees it', async () => {
    const { body } = await both('siren', RUNE, double);
    expect(body).toMatchObject({ numbers: 'same', mayMerge: true, one: false, merges: [] });
    expect(body.rows.map(({ participantId }) => participantId)).toEqual([RUNE, double]);
    expect((await both('kari', RUNE, double)).said).toBe('404 not-found');
    expect((await both('ingunn', RUNE, double)).said).toBe('404 not-found');
  });

  test('by name and birth day where there is no number, and not where the numbers differ', async () => {
    const born = { givenName: 'Una', familyName: 'Sele', birthDay: '1981-02-03' };
    const [one, other, third] = [
      await met(born),
      await met(born),
      await met({ ...born, personNumber: madeUpNumber('1981-02-03') }),
    ];
    const found = (await doublesFor('siren')).filter(({ because }) => because === 'name');
    expect(idsIn(found)).toEqual(expect.arrayContaining([[one, other].sort()]));
    const twin = await met({ ...born, personNumber: madeUpNumber('1975-05-05') });
    expect(idsIn(await doublesFor('siren'))).not.toContainEqual([third, twin].sort());
    expect((await both('siren', third, twin)).body.numbers).toBe('differ');
    expect((await merge('siren', third, twin)).said).toBe('409 numbers-differ');
  });
});

describe('said to be one', () => {
  let mergeId: string;
  const before: Record<string, Answer<PersonPage>> = {};

  test('by one who may write who it is and read the number on both, and by nobody else', async () => {
    for (const persona of ['ola', 'ingunn', 'kari'])
      before[persona] = await house.as(persona).get<PersonPage>(at(RUNE));
    expect((await merge('kari', RUNE, double)).said).toBe('404 not-found');
    expect((await merge('ingunn', RUNE, double)).said).toBe('404 not-found');
    expect((await merge('rune', RUNE, double)).said).toBe('404 not-found');
    expect((await merge('siren', RUNE, RUNE)).said).toBe('409 already-one-person');
    const answers = await Promise.all([merge('siren', RUNE, double), merge('ola', double, RUNE)]);
    expect(answers.map(({ said }) => said).sort()).toEqual(['201', '409 already-one-person']);
    // Whichever came first: the test goes on with Rune's row as the one that stands.
    const [first] = answers.filter(({ status }) => status === 201);
    await split('siren', RUNE, double, first?.id ?? '');
    mergeId = (await merge('siren', RUNE, double)).id;
  });

  test('is one page, with what the reader sees of each, by either address', async () => {
    const [page, same] = [await pageFor('siren', RUNE), await pageFor('siren', double)];
    expect(same.participantId).toBe(page.participantId);
    expect(page.enquiries?.map(({ words }) => words)).toContain('Vil ha noen å snakke med.');
    expect(page.merges).toMatchObject([{ id: mergeId, by: 'Siren Bø', foundBy: 'number', sure: true }]);
    expect(page.before).toMatchObject([{ name: 'Rune Lende' }]);
  });

  test('shows nothing more to those who see one of them', async () => {
    for (const persona of ['ingunn', 'kari']) {
      const page = await house.as(persona).get<PersonPage>(at(RUNE));
      expect(page.body).toEqual(before[persona]?.body);
      expect((await house.as(persona).get(at(double))).said).toBe('404 not-found');
    }
  });

  test('stands once in lists and search', async () => {
    const { people } = (await house.as('siren').get<People>('/api/people')).body;
    expect(people.filter(({ participantId }) => [RUNE, double].includes(participantId))).toHaveLength(1);
    const found = await house
      .as('siren')
      .post<People>('/api/people/search', { query: madeUpNumber('1992-08-19') });
    expect(found.body.people.map(({ participantId }) => participantId)).toEqual([RUNE]);
    expect(idsIn(await doublesFor('siren'))).not.toContainEqual(pair());
  });

  test('is answered on the row where the question stands', async () => {
    const enquiry = (await pageFor('siren', RUNE)).enquiries?.find(({ answeredAt }) => !answeredAt);
    const answered = await house
      .as('siren')
      .post(at(RUNE, 'enquiry-answers'), { enquiryId: enquiry?.id, words: 'Vi ses på torsdag.' });
    expect(answered.said).toBe('201');
    const [row] = await house.owner<{ participant_id: string }>(
      'select participant_id from enquiry_answer where id = $1',
      [answered.id],
    );
    expect(row?.participant_id).toBe(double);
  });

  test('is told to the person, who is at home on both rows, and reads every look-up of both', async () => {
    const plan = (await house.as('rune').get<MyPlan>('/api/my-plan')).body;
    expect(plan.merges).toMatchObject([{ id: mergeId, by: 'Siren Bø' }]);
    expect((await house.as('rune').get<PersonPage>(at(double))).body.enquiries).toHaveLength(2);
    const looks = (await house.as('rune').get<LookUp[]>('/api/my-look-ups')).body;
    for (const purpose of ['person.merge', 'double.compare', 'enquiry.answer'])
      expect(looks.map((look) => look.purpose)).toContain(purpose);
    expect(looks.filter(({ purpose }) => purpose === 'enquiry.receive').length).toBeGreaterThan(0);
    const told = await house.owner(
      `select from outbox where code = 'something-to-read' and participant_id = any ($1)`,
      [[RUNE, double]],
    );
    expect(told.length).toBeGreaterThan(1);
  });

  test('is one copy of everything, which says where each entry stood', async () => {
    const { body } = await house.as('rune').get<{
      rows: string[];
      facts: Record<string, { participant_id: string }[]>;
      merges: unknown[];
      withheld: { items: unknown[] };
    }>('/api/my-copy');
    expect(body.rows).toEqual([RUNE, double]);
    expect(new Set(body.facts['enquiry']?.map((fact) => fact.participant_id))).toEqual(
      new Set([RUNE, double]),
    );
    expect(body.merges).toHaveLength(2);
    expect(body.withheld.items).toEqual([]);
    const page = await house.as('rune').get('/api/my-copy/page');
    expect(page.text).toContain('sto i den andre registreringen');
  });

  test('is two again when the person says so, and nothing is left of it but that it was said', async () => {
    expect((await split('kari', RUNE, double, mergeId)).said).toBe('404 not-found');
    expect((await split('rune', RUNE, double, mergeId)).said).toBe('201');
    expect((await split('siren', RUNE, double, mergeId)).said).toBe('409 already-done');
    expect((await house.as('rune').get(at(double))).said).toBe('404 not-found');
    expect((await house.as('rune').get<MyPlan>('/api/my-plan')).body.merges).toMatchObject([
      { id: mergeId, split: { by: 'Rune Lende' } },
    ]);
    for (const persona of ['ingunn', 'kari'])
      expect((await house.as(persona).get<PersonPage>(at(RUNE))).body).toEqual(before[persona]?.body);
    expect(
      (await doublesFor('siren')).find((one) => idsIn([one])[0]?.join() === pair().join())?.because,
    ).toBe('kept-apart');
  });
});

describe('kept apart', () => {
  test('what was written meanwhile is placed on the right row, with the reason, and nothing is lost', async () => {
    const { id: mergeId } = await merge('siren', RUNE, double);
    const note = { kind: 'phone', note: 'Ringte den andre.' };
    const written = await house.as('siren').post(at(RUNE, 'contacts'), note);
    expect(written.said).toBe('201');
    expect((await both('siren', RUNE, double)).body.written).toBeUndefined();
    await split('siren', RUNE, double, mergeId);
    const { written: list = [] } = (await both('siren', RUNE, double)).body;
    const entry = list.find(({ id }) => id === written.id);
    expect(entry).toMatchObject({ table: 'contact', participantId: RUNE, words: 'Ringte den andre.' });
    const move = (persona: string, table: string, entryId: string) =>
      house.as(persona).post(at(RUNE, `merges/${mergeId}/moves`), {
        otherId: double,
        table,
        entryId,
        reason: 'Hører til den andre.',
      });
    expect((await move('kari', 'contact', written.id)).said).toBe('404 not-found');
    expect((await move('siren', 'consent', written.id)).said).toBe('400 bad-request');
    // Those who take in do not write follow-up of somebody who is not in the service: not even by moving it.
    expect((await move('siren', 'contact', written.id)).said).toBe('403 not-allowed');
    await house.owner('set session_replication_role = replica');
    await house.owner(
      `insert into team_membership (municipality_id, id, participant_id, fact_id, happened_at, said_by, recorded_by, legal_class, worker_municipality_id, worker_id, role, valid_from)
        select f.municipality_id, g.id, $2, g.id, f.happened_at, f.said_by, f.recorded_by, f.legal_class, f.worker_municipality_id, f.worker_id, 'contact-person', f.valid_from
        from (select * from team_membership where participant_id = $1 and worker_id = (select id from worker where name = 'Siren Bø') limit 1) f, (select gen_random_uuid() as id) g`,
      [RUNE, double],
    );
    await house.owner('set session_replication_role = origin');
    const moved = await move('siren', 'contact', written.id);
    expect(moved.said).toBe('201');
    expect((await move('siren', 'contact', written.id)).said).toBe('409 stale-version');
    const words = (page: PersonPage) => page.events?.map((event) => event.words);
    expect(words(await pageFor('siren', double))).toContain('Ringte den andre.');
    expect(words(await pageFor('siren', RUNE))).not.toContain('Ringte den andre.');
  });
});

describe('by hand', () => {
  test('is sure when a second one has said so; until then the person’s own login reaches one', async () => {
    const [one, other] = [await met({ givenName: 'Ukjent' }), await met({ givenName: 'Liv' })];
    await house.owner(
      `insert into login_user (id, municipality_id, name, persona, participant_id) values ($1, $2, 'Liv', 'liv', $1)`,
      [other, organisations.navTime.municipalityId],
    );
    const { id } = await merge('siren', other, one, { askedBy: 'worker', reason: 'Hun møtte oss ute.' });
    expect((await pageFor('siren', one)).merges).toMatchObject([{ foundBy: 'hand', sure: false }]);
    expect((await house.as('liv').get(at(one))).said).toBe('404 not-found');
    const confirm = (persona: string) =>
      house.as(persona).post(at(other, `merges/${id}/confirmations`), { otherId: one });
    expect((await confirm('siren')).said).toBe('403 not-yours-to-do');
    expect((await pageFor('ola', one)).merges).toMatchObject([{ mayConfirm: true }]);
    const twice = await Promise.all([confirm('ola'), confirm('ola')]);
    expect(twice.map(({ said }) => said).sort()).toEqual(['201', '409 already-done']);
    expect((await house.as('liv').get(at(one))).status).toBe(200);
    expect((await house.as('liv').get<MyPlan>('/api/my-plan')).body.merges).toMatchObject([
      { sure: true, confirmedBy: 'Ola Hauge' },
    ]);
  });

  test('three are one by way of the one in the middle, a ring is refused, and each step is taken back for itself', async () => {
    const [a, b, c] = [
      await met({ givenName: 'A' }),
      await met({ givenName: 'B' }),
      await met({ givenName: 'C' }),
    ];
    const said = await Promise.all([merge('siren', b, a), merge('ola', c, b)]);
    expect(said.map((one) => one.said)).toEqual(['201', '201']);
    expect((await merge('siren', a, c)).said).toBe('409 already-one-person');
    for (const id of [a, b, c]) expect((await pageFor('siren', id)).participantId).toBe(c);
    expect((await pageFor('siren', a)).enquiries).toHaveLength(3);
    expect((await split('siren', b, a, said[0]?.id ?? '')).said).toBe('201');
    expect((await pageFor('siren', a)).participantId).toBe(a);
    expect((await pageFor('siren', b)).participantId).toBe(c);
  });

  test('what is written while others merge and take back is lost by none of them', async () => {
    const [one, other] = [await met({ givenName: 'Ine' }), await met({ givenName: 'Ina' })];
    const add = (n: number) =>
      house
        .as('ola')
        .post(at(n % 2 ? one : other, 'enquiries'), { service: nyStart, source: 'nav', words: `Linje ${n}` });
    const turns = async () => {
      for (let n = 0; n < 4; n++) {
        const { id } = await merge('siren', one, other);
        expect((await split('siren', one, other, id)).said).toBe('201');
      }
    };
    const [, ...written] = await Promise.all([turns(), ...Array.from({ length: 20 }, (_, n) => add(n))]);
    expect(written.map(({ said }) => said)).toEqual(Array.from({ length: 20 }, () => '201'));
    const words = [await pageFor('siren', one), await pageFor('siren', other)].flatMap(({ enquiries = [] }) =>
      enquiries.map((enquiry) => enquiry.words),
    );
    expect(words.filter((line) => line.startsWith('Linje'))).toHaveLength(20);
  });
});
