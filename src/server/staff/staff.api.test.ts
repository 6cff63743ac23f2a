import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MyDay, PersonPage } from '#contract/person.ts';
import type { Directory } from '#contract/session.ts';
import type { Staff } from '#contract/staff.ts';
import { municipalities } from '#db/demo/people.ts';
import { type House, nyStart, openHouse, workerRef } from '../test-house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const setLastDay = (persona: string, worker: Parameters<typeof workerRef>[0], lastDay?: string) => {
  const { municipalityId, id } = workerRef(worker);
  return house
    .as(persona)
    .post<Staff>(`/api/staff/${municipalityId}/${id}/last-days`, { lastDay: lastDay ?? 'none' });
};
const ola = (staff: Staff) => staff.workers.find(({ id }) => id === workerRef('ola').id);
const missing = () =>
  house.owner<{ participant_id: string; opens: string }>(
    `select participant_id, opens_at::text as opens from clock where rule = 'contact-person-missing' order by 1`,
  );
const needing = async (persona: string) =>
  (await house.as(persona).get<MyDay>('/api/my-day')).body.needs.filter(
    ({ rule }) => rule === 'contact-person-missing',
  );

describe('a last day', () => {
  test('is set by the leader of the place, and by nobody else', async () => {
    const before = await missing();
    for (const [persona, said] of [
      ['siren', '403 not-allowed'],
      ['ola', '403 not-allowed'],
      ['per', '403 not-allowed'],
      ['rune', '403 not-allowed'],
    ] as const)
      expect((await setLastDay(persona, 'ola', '2024-04-01')).said, persona).toBe(said);
    expect((await setLastDay('anne', 'per', '2024-04-01')).said).toBe('403 not-allowed');
    expect((await setLastDay('anne', 'ingunn', '2024-04-01')).said).toBe('403 not-allowed');
    expect((await setLastDay('anne', 'ola', '2024-03-13')).said).toBe('422 day-out-of-range');
    expect(await missing()).toEqual(before);
  });

  test('gives everyone whose contact person leaves a clock, and the leader a count and no names', async () => {
    const people = await house.owner<{ participant_id: string }>(
      `select distinct t.participant_id from team_membership_now t join enrolment_state_now s using (municipality_id, participant_id)
       where t.worker_id = $1 and t.role = 'contact-person' and t.substitute_for is null and t.valid_to is null
         and s.state not in ('declined', 'ended') and not exists (select from enrolment_state_now n
           where n.enrolment_id = s.enrolment_id and (n.happened_at, n.recorded_at) > (s.happened_at, s.recorded_at))`,
      [workerRef('ola').id],
    );
    expect(people.length).toBeGreaterThan(4);
    const { body, text, said } = await setLastDay('anne', 'ola', '2024-04-01');
    expect(said).toBe('201');
    expect(ola(body)).toMatchObject({ until: '2024-04-01T22:00:00.000Z', needNext: people.length });
    for (const { participant_id: id } of people) expect(text).not.toContain(id);
    const clocks = await missing();
    for (const { participant_id: id } of people)
      expect(clocks).toContainEqual({
        participant_id: id,
        opens: expect.stringMatching(/^2024-04-01 22:00/),
      });
  });

  test('opens nobody to the leader, also not through the database', async () => {
    const [person] = await missing();
    expect((await house.as('anne').get(`/api/people/${person?.participant_id}`)).said).toBe('404 not-found');
    const looks = await house.owner(
      `select cardinality(participant_ids) as people from look_up where purpose = 'worker.last-day'`,
    );
    expect(looks).toEqual([{ people: 0 }]);
  });

  test('stands on the own day of the one who leaves, with those who must be handed over', async () => {
    const { body } = await house.as('ola').get<MyDay>('/api/my-day');
    expect(body.leaving?.until).toBe('2024-04-01T22:00:00.000Z');
    const counted = ola((await house.as('anne').get<Staff>('/api/staff')).body)?.needNext;
    expect(body.leaving?.people.length, 'the leader counts those whom the one who leaves sees').toBe(counted);
    expect((await house.as('siren').get<MyDay>('/api/my-day')).body).not.toHaveProperty('leaving');
  });

  test('shows the week before to those who take in, with a way to choose the next one', async () => {
    const before = await needing('siren');
    await house.clock('2024-03-27T08:20+01:00');
    const due = await needing('siren');
    const own = (await house.as('ola').get<MyDay>('/api/my-day')).body;
    const handedOver = new Set(own.leaving?.people.map(({ participantId }) => participantId));
    expect(
      own.needs.filter(
        (need) => need.rule === 'contact-person-missing' && handedOver.has(need.participantId),
      ),
      'nobody stands twice on the day of the one who leaves',
    ).toEqual([]);
    expect(due.length).toBeGreaterThan(before.length);
    const [first] = due.filter(({ subjectId }) => !before.some((one) => one.subjectId === subjectId));
    expect(first?.act).toBe('open-team');
    const page = `/api/people/${first?.participantId}`;
    expect((await house.as('per').get(page)).status).toBe(404);

    const chosen = { role: 'contact-person', worker: workerRef('siren'), chosenBy: 'participant' };
    expect((await house.as('siren').post(`${page}/team-memberships`, chosen)).said).toBe('201');
    const { body } = await house.as('siren').get<PersonPage>(page);
    expect(body.team).toContainEqual(expect.objectContaining({ name: 'Siren Bø', chosen: true }));
    expect(body.team).toContainEqual(
      expect.objectContaining({ name: 'Ola Hauge', until: '2024-04-01T22:00:00.000Z' }),
    );
    expect((await needing('siren')).map(({ subjectId }) => subjectId)).not.toContain(first?.subjectId);
  });

  test('that has come closes every way in, and nobody is left without somebody who sees them', async () => {
    await house.clock('2024-04-02T08:20+02:00');
    expect((await house.as('ola').get('/api/my-day')).said).toBe('404 not-found');
    const { body } = await house.as('siren').get<Directory>('/api/directory');
    expect(body.workers.map(({ name }) => name)).not.toContain('Ola Hauge');
    const alone = await missing();
    const seen = new Set((await needing('siren')).map(({ participantId }) => participantId));
    const inService = await house.owner<{ participant_id: string }>(
      `select distinct participant_id from enrolment_now where service_id = $1`,
      [nyStart.id],
    );
    for (const { participant_id: id } of alone)
      if (inService.some((one) => one.participant_id === id)) expect(seen).toContain(id);
  });

  test('is not one to be chosen after', async () => {
    const [alone] = await needing('siren');
    const late = { role: 'contact-person', worker: workerRef('ola') };
    expect(
      (await house.as('siren').post(`/api/people/${alone?.participantId}/team-memberships`, late)).said,
    ).toBe('422 has-left');
    expect((await setLastDay('anne', 'ola')).said).toBe('409 stale-version');
    await house.clock('2024-03-14T08:20+01:00');
  });

  test('can be taken back, and then nobody is missing because of it', async () => {
    expect((await setLastDay('anne', 'ola')).said).toBe('201');
    expect(ola((await house.as('anne').get<Staff>('/api/staff')).body)).not.toHaveProperty('until');
    const theirs = (await missing()).filter(({ opens }) => opens.startsWith('2024-04-01'));
    expect(theirs).toEqual([]);
    expect((await house.as('ola').get<MyDay>('/api/my-day')).body).not.toHaveProperty('leaving');
  });

  test('set while somebody makes them a contact person leaves nobody without a clock', async () => {
    const enquiry = {
      home: municipalities.klepp.id,
      service: nyStart,
      source: 'self',
      givenName: 'Samtidig',
      words: 'Hei',
    };
    const { body } = await house.as('siren').post<{ participantId: string }>('/api/enquiries', enquiry);
    const enrolment = { service: nyStart, contactPerson: workerRef('ola'), startDay: '2024-03-14' };
    const [set, taken] = await Promise.all([
      setLastDay('anne', 'ola', '2024-05-01'),
      house.as('siren').post(`/api/people/${body.participantId}/enrolments`, enrolment),
    ]);
    expect([set.said, taken.said]).toEqual(['201', '201']);
    expect((await missing()).map(({ participant_id: id }) => id)).toContain(body.participantId);
    await setLastDay('anne', 'ola');
  });
});

test('the list of staff is the leader’s own, with counts that point at nobody', async () => {
  expect((await house.as('siren').get('/api/staff')).said).toBe('404 not-found');
  expect((await house.as('rune').get('/api/staff')).said).toBe('404 not-found');
  await house.owner(
    `update team_membership set valid_to = app.now() where worker_id = $1 and role = 'contact-person' and valid_from < app.now()
      and participant_id not in (select participant_id from team_membership where worker_id = $1 and role = 'contact-person' order by 1 limit 3)`,
    [workerRef('siren').id],
  );
  const { body } = await setLastDay('anne', 'siren', '2024-04-01');
  const siren = body.workers.find(({ id }) => id === workerRef('siren').id);
  expect([null, 0]).toContain(siren?.needNext);
});
