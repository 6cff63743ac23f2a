import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { GroupSession, Timetable } from '#contract/group.ts';
import type { Coming, MyPlan } from '#contract/plan.ts';
import { services } from '#db/demo/people.ts';
import { type Body, type House, nyStart, openHouse, pageOf, samlingAt, workerRef } from '../test-house.ts';

// Thursday of week 11. Siren works in Ny Start and keeps its timetable; Per works in Sola, Kari at NAV.
let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const weekOf = async (persona: string, day?: string): Promise<Timetable> =>
  (await house.as(persona).get<Timetable>(`/api/group-sessions${day === undefined ? '' : `?day=${day}`}`))
    .body;
const sessionIn = ({ sessions }: Timetable, title: string): GroupSession | undefined =>
  sessions.find((session) => session.title === title);
const breakfast = {
  service: nyStart,
  title: 'Frokost',
  place: 'Sandtangen',
  weekday: 2,
  from: '08:00',
  to: '09:00',
  validFrom: '2024-03-14',
  leader: workerRef('christerNyStart'),
};
const add = (persona: string, change: Body = {}, headers?: Record<string, string>) =>
  house.as(persona).post('/api/timetable-lines', { ...breakfast, ...change }, headers);
const line = (id: string, act: string, body: Body, persona = 'siren') =>
  house.as(persona).post(`/api/timetable-lines/${nyStart.municipalityId}/${id}/${act}`, body);
const samling = (id: string, act: string, body: Body, persona = 'siren') =>
  house.as(persona).post(`/api/group-sessions/${nyStart.municipalityId}/${id}/${act}`, body);
const coming = async (persona: string): Promise<Coming[]> =>
  (await house.as(persona).get<MyPlan>('/api/my-plan')).body.coming;
const outboxCodes = async () =>
  (await house.owner<{ code: string }>('select code from outbox order by id')).map(({ code }) => code);

describe('the week', () => {
  test('is Monday to Sunday, and any other by a day in it', async () => {
    const [now, later] = [await weekOf('siren'), await weekOf('siren', '2024-03-31')];
    expect([now.monday, now.sessions.length]).toEqual(['2024-03-11', 10]);
    expect([later.monday, later.sessions.length]).toEqual(['2024-03-25', 10]);
    expect(now.services).toEqual([{ service: nyStart, name: services.nyStart.name }]);
    expect(now.lines).toHaveLength(10);
  });

  test('with the change to summer time keeps its hours', async () => {
    const hoursOf = ({ sessions }: Timetable) =>
      sessions.map(({ startsAt }) =>
        new Date(startsAt).toLocaleTimeString('nb-NO', { timeZone: 'Europe/Oslo', timeStyle: 'short' }),
      );
    const [before, over] = [await weekOf('siren', '2024-03-18'), await weekOf('siren', '2024-04-01')];
    expect(hoursOf(over)).toEqual(hoursOf(before));
  });

  test('of somebody in another service is empty of ours', async () => {
    expect((await weekOf('per')).sessions).toEqual([]);
    expect((await weekOf('kari')).lines).toEqual([]);
  });
});

describe('a line', () => {
  let id = '';
  test('is added by those who work there, and is there at once for eight weeks', async () => {
    const added = await add('siren');
    expect(added.said).toBe('201');
    id = added.id;
    const next = sessionIn(await weekOf('siren', '2024-03-19'), 'Frokost');
    expect(next).toMatchObject({
      startsAt: '2024-03-19T07:00:00.000Z',
      leader: 'Christer Tunheim',
      mayRun: true,
    });
    const [{ made } = { made: 0 }] = await house.owner<{ made: number }>(
      'select count(*)::int as made from group_session where series_id = $1',
      [id],
    );
    expect(made).toBe(8);
    const [change] = await house.owner('select kind, series_id from timetable_change');
    expect(change).toEqual({ kind: 'added', series_id: id });
  });

  test('sent twice with one key is one', async () => {
    const key = { 'idempotency-key': crypto.randomUUID() };
    const both = await Promise.all([1, 2].map(() => add('siren', { title: 'Kaffe', weekday: 6 }, key)));
    const again = await add('siren', { title: 'Kaffe', weekday: 6 }, key);
    expect(both.map(({ status }) => status)).toContain(201);
    expect(both.map(({ id: made }) => made)).toContain(again.id);
    const { lines } = await weekOf('siren');
    expect(lines.filter(({ title }) => title === 'Kaffe')).toHaveLength(1);
  });

  test.each([
    ['that ends before it begins', { to: '07:00' }, '422 times-backwards'],
    ['whose last day is before its first', { validTo: '2024-03-13' }, '422 period-backwards'],
    ['from a day that has been', { validFrom: '2024-03-13' }, '422 day-out-of-range'],
    ['led by somebody from outside the cooperation', { leader: workerRef('per') }, '404 not-found'],
    ['on a weekday that is none', { weekday: 8 }, '400 bad-request'],
    ['at an hour that is none', { from: '24:30' }, '400 bad-request'],
  ])('%s is refused in words', async (_, change, wanted) => {
    expect((await add('siren', change)).said).toBe(wanted);
  });

  test('is not for others to add: near without working there, and outside the cooperation', async () => {
    expect((await add('kari')).said).toBe('403 not-allowed');
    expect((await add('ingunn')).said).toBe('403 not-allowed');
    expect((await add('per')).said).toBe('404 not-found');
    expect((await add('rune')).said).toBe('403 not-allowed');
  });

  test('is led by somebody else from a day on; what somebody was asked to lead stays theirs', async () => {
    const third = sessionIn(await weekOf('siren', '2024-04-02'), 'Frokost')?.session.id ?? '';
    const hours = { day: '2024-04-02', from: '08:00', to: '09:00', place: 'Sandtangen' };
    const asked = { ...hours, leader: workerRef('ola'), because: 'Ola kjenner gjestene' };
    expect((await samling(third, 'moves', asked)).said).toBe('201');
    const lead = { leader: workerRef('siren'), fromDay: '2024-03-26' };
    expect((await line(id, 'leaders', lead, 'kari')).said).toBe('403 not-allowed');
    expect((await line(id, 'leaders', lead, 'per')).said).toBe('404 not-found');
    expect((await line(id, 'leaders', { ...lead, leader: workerRef('per') })).said).toBe('404 not-found');
    expect((await line(id, 'leaders', { ...lead, fromDay: '2024-03-01' })).said).toBe('422 day-out-of-range');
    expect((await line(id, 'leaders', lead)).said).toBe('201');
    const leaderIn = async (day: string) => sessionIn(await weekOf('siren', day), 'Frokost')?.leader;
    expect([await leaderIn('2024-03-19'), await leaderIn('2024-03-26')]).toEqual([
      'Christer Tunheim',
      'Siren Bø',
    ]);
    expect(await leaderIn('2024-04-02')).toBe('Ola Hauge');
  });

  test('ends after a day: what somebody has answered is cancelled so that they see it, the rest is gone', async () => {
    const answered = sessionIn(await weekOf('siren', '2024-04-09'), 'Frokost')?.session;
    expect(
      (await house.as('tone').post(pageOf('tone', 'attendances'), { session: answered, answer: 'coming' }))
        .said,
    ).toBe('201');
    const end = { lastDay: '2024-03-26', because: 'Kjøkkenet bygges om' };
    expect((await line(id, 'endings', end, 'kari')).said).toBe('403 not-allowed');
    expect((await line(id, 'endings', end, 'per')).said).toBe('404 not-found');
    expect((await line(id, 'endings', { ...end, lastDay: '2024-03-13' })).said).toBe('422 period-backwards');
    expect((await line(id, 'endings', end)).said).toBe('201');
    expect((await line(id, 'endings', end)).said).toBe('409 line-has-ended');
    expect(sessionIn(await weekOf('siren', '2024-03-26'), 'Frokost')).not.toHaveProperty('cancelled');
    expect(sessionIn(await weekOf('siren', '2024-04-09'), 'Frokost')).toMatchObject({
      cancelled: { because: 'Kjøkkenet bygges om' },
    });
    expect(sessionIn(await weekOf('siren', '2024-04-16'), 'Frokost')).toBeUndefined();
    expect(await outboxCodes()).toEqual(['session-cancelled']);
  });

  test('that was running ends only ahead', async () => {
    const running = (await weekOf('siren')).lines.find(({ title }) => title === 'Sirkeltrening');
    const because = 'Sommer';
    const yesterday = await line(running?.line.id ?? '', 'endings', { lastDay: '2024-03-13', because });
    expect(yesterday.said).toBe('422 day-out-of-range');
  });
});

describe('one samling', () => {
  const friday = samlingAt('2024-03-15T09:30');
  const because = 'Vannlekkasje i salen';

  test('is cancelled with a reason, which those who were coming see in their plan', async () => {
    await house.as('rune').post(pageOf('rune', 'attendances'), { session: friday, answer: 'coming' });
    expect((await samling(friday.id, 'cancellations', { because }, 'ingunn')).said).toBe('403 not-allowed');
    expect((await samling(friday.id, 'cancellations', { because }, 'per')).said).toBe('404 not-found');
    expect((await samling(friday.id, 'cancellations', { because })).said).toBe('201');
    expect((await samling(friday.id, 'cancellations', { because })).said).toBe('409 session-cancelled');
    expect((await coming('rune')).find(({ session }) => session?.id === friday.id)).toMatchObject({
      cancelled: { because },
      answer: 'coming',
    });
    const [told] = await house.owner('select * from outbox order by id desc limit 1');
    expect(told).toMatchObject({ code: 'session-cancelled', recipient_kind: 'participant', channel: 'sms' });
    expect(JSON.stringify(told)).not.toContain('Vannlekkasje');
  });

  test('that is cancelled takes no answers, and is offered to nobody who asks', async () => {
    const answer = { session: friday, answer: 'coming' };
    expect((await house.as('tone').post(pageOf('tone', 'attendances'), answer)).said).toBe(
      '409 session-cancelled',
    );
    expect((await house.as('siren').get('/api/enquiries')).text).not.toContain(friday.id);
  });

  test('is held after all, and only when it was cancelled', async () => {
    expect((await samling(friday.id, 'after-alls', { because: 'Lekkasjen er tettet' })).said).toBe('201');
    expect((await samling(friday.id, 'after-alls', { because })).said).toBe('409 session-not-cancelled');
    const again = (await coming('rune')).find(({ session }) => session?.id === friday.id);
    expect(again).not.toHaveProperty('cancelled');
    expect((await outboxCodes()).at(-1)).toBe('session-held-after-all');
  });

  const moved = {
    day: '2024-03-15',
    from: '11:00',
    to: '14:00',
    place: 'Nærbø',
    leader: workerRef('siren'),
    because: 'Salen er opptatt til elleve',
  };

  test('is moved, and those who answered see from where, to where and why', async () => {
    const seen = sessionIn(await weekOf('siren'), 'No Limitation spinning og felles lunsj');
    expect(seen?.startsAt).toBe('2024-03-11T08:30:00.000Z');
    const { changeId } =
      (await weekOf('siren')).sessions.find(({ session }) => session.id === friday.id) ?? {};
    expect((await samling(friday.id, 'moves', moved)).said).toBe('409 stale-version');
    expect((await samling(friday.id, 'moves', { ...moved, seen: changeId })).said).toBe('201');
    expect((await samling(friday.id, 'moves', { ...moved, seen: changeId })).said).toBe('409 stale-version');
    expect((await coming('rune')).find(({ session }) => session?.id === friday.id)).toMatchObject({
      startsAt: '2024-03-15T10:00:00.000Z',
      place: 'Nærbø',
      answer: 'coming',
      moved: { because: moved.because, startsAt: '2024-03-15T08:30:00.000Z', place: 'Håland' },
    });
    expect((await outboxCodes()).at(-1)).toBe('session-moved');
  });

  test('is not moved twice at once: one stands, the other is told', async () => {
    const monday = samlingAt('2024-03-18T09:30').id;
    const both = await Promise.all(
      ['Nærbø', 'Sandtangen'].map((place) =>
        samling(monday, 'moves', { ...moved, day: '2024-03-18', place }),
      ),
    );
    expect(both.map(({ said }) => said).sort()).toEqual(['201', '409 stale-version']);
  });

  test.each([
    ['to hours that run backwards', { to: '10:00' }, '422 times-backwards'],
    ['to yesterday', { day: '2024-03-13' }, '422 day-out-of-range'],
    ['to somebody from outside the cooperation', { leader: workerRef('per') }, '404 not-found'],
  ])('moved %s is refused in words', async (_, change, wanted) => {
    expect((await samling(friday.id, 'moves', { ...moved, ...change })).said).toBe(wanted);
  });

  test('that has been is not changed', async () => {
    const monday = samlingAt('2024-03-11T09:30').id;
    for (const [act, body] of [
      ['cancellations', { because }],
      ['moves', moved],
      ['after-alls', { because }],
    ] as const)
      expect((await samling(monday, act, body)).said).toBe('409 session-over');
  });

  test('that does not exist is not found', async () => {
    expect((await samling(samlingAt('never').id, 'cancellations', { because })).said).toBe('404 not-found');
  });
});
