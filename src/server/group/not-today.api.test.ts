import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { GroupSessionPage } from '#contract/group.ts';
import type { Event, Overview, PersonPage } from '#contract/person.ts';
import { type House, openHouse, pageOf, samlingAt } from '../test-house.ts';

// «Not today, welcome tomorrow»: Christer leads the spinning on Friday, and Rune comes intoxicated. Ola is his contact person.
let house: House;
const spinning = samlingAt('2024-03-15T09:30');
const words = 'Gikk hjem med Christer, kommer i morgen';

beforeAll(async () => {
  house = await openHouse();
  await house.clock('2024-03-15T09:40+01:00');
});
afterAll(() => house.close());

const overview = async (): Promise<Overview> => (await house.as('anne').get<Overview>('/api/overview')).body;
const eventsFor = async (persona: string): Promise<Event[]> =>
  (await house.as(persona).get<PersonPage>(pageOf('rune'))).body.events ?? [];
const notesFor = async (persona: string) =>
  (await eventsFor(persona)).filter((event) => event.kind === 'relapse_note');

describe('coming intoxicated', () => {
  test('is written down by the leader of the group, and counts as having come in every figure', async () => {
    const before = await overview();
    const came = { session: spinning, answer: 'came', notToday: { words } };
    expect((await house.as('christer').post(pageOf('rune', 'attendances'), came)).said).toBe('201');
    expect((await overview()).services).toEqual(before.services);
    const page = await house
      .as('christer')
      .get<GroupSessionPage>(`/api/group-sessions/${spinning.municipalityId}/${spinning.id}`);
    expect(page.text).not.toContain('intoxicated');
    expect(page.body.people).toContainEqual(expect.objectContaining({ name: 'Rune Lende', answer: 'came' }));
  });

  test.each(['ola', 'siren'])('is read by the contact person and the substitute: %s', async (persona) => {
    expect(await notesFor(persona)).toContainEqual(
      expect.objectContaining({ words, detail: 'came-intoxicated', by: 'Christer Tunheim' }),
    );
  });

  test.each(['christer', 'kari', 'ingunn'])(
    'is not read by anyone else, not even the one who wrote it: %s',
    async (persona) => {
      const seen = await house.as(persona).get(pageOf('rune'));
      expect(seen.status).toBe(200);
      expect(await notesFor(persona)).toEqual([]);
      expect(seen.text).not.toMatch(/Gikk hjem|intoxicated/);
    },
  );

  test('stands in nobody’s list, day or search', async () => {
    for (const url of ['/api/my-day', '/api/people', '/api/shared', '/api/enquiries']) {
      for (const persona of ['christer', 'kari', 'ingunn', 'anne', 'siren']) {
        expect((await house.as(persona).get(url)).text).not.toMatch(/Gikk hjem|intoxicated/);
      }
    }
  });

  test('leaves the attendance as everyone sees it: came', async () => {
    const attended = (await eventsFor('ingunn')).find((event) => event.kind === 'attendance');
    expect(attended).toMatchObject({ detail: 'came' });
  });
});

describe('attendance', () => {
  const attend = (persona: string, answer: string, session = spinning) =>
    house.as(persona).post(pageOf('tone', 'attendances'), { session, answer });

  test('who comes is the participant’s own to say, and to change', async () => {
    const evening = samlingAt('2024-03-17T17:00');
    expect((await attend('tone', 'coming', evening)).said).toBe('201');
    expect((await attend('tone', 'said-no', evening)).said).toBe('201');
    const rows = await house.owner<{ answer: string }>(
      'select answer from attendance_now where session_id = $1',
      [evening.id],
    );
    expect(rows).toEqual([{ answer: 'said-no' }]);
  });

  test('that was changed since it was seen is not overwritten unseen', async () => {
    const session = samlingAt('2024-03-18T19:30');
    const answer = (persona: string, more: object) =>
      house.as(persona).post(pageOf('tone', 'attendances'), { session, ...more });
    const { id } = await answer('tone', { answer: 'coming' });
    expect((await answer('tone', { answer: 'said-no', supersedes: id })).said).toBe('201');
    expect((await answer('siren', { answer: 'coming', supersedes: id })).said).toBe('409 stale-version');
  });

  test('nobody has come to a group that is two days ahead', async () => {
    expect((await attend('siren', 'came', samlingAt('2024-03-17T17:00'))).said).toBe('422 in-the-future');
  });

  test('a group that does not exist is not found', async () => {
    expect((await attend('siren', 'came', { ...spinning, id: samlingAt('nowhere').id })).said).toBe(
      '404 not-found',
    );
  });
});
