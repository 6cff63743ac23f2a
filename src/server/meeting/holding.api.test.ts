import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Pulse } from '#contract/meeting.ts';
import type { MeetingPage } from '#contract/meeting-page.ts';
import type { Meeting, PersonPage } from '#contract/person.ts';
import type { MyPlan } from '#contract/plan.ts';
import { participants } from '#db/demo/people.ts';
import { type Body, type House, openHouse, pageOf, workerRef } from '../test-house.ts';

// Rune's meeting on 28 March at ten, from «we have begun» to the minutes. Ola is his contact person, Ingunn his coordinator.
let house: House;
let meetingId = '';
beforeAll(async () => {
  house = await openHouse();
  meetingId = (await meetings('ola'))[0]?.id ?? '';
});
afterAll(() => house.close());

const meetings = async (persona: string): Promise<Meeting[]> =>
  (await house.as(persona).get<PersonPage>(pageOf('rune'))).body.meetings ?? [];
const page = async (persona: string): Promise<MeetingPage> =>
  (await house.as(persona).get<MeetingPage>(pageOf('rune', `meetings/${meetingId}`))).body;
const act = (persona: string, part: string, body: Body, headers?: Record<string, string>) =>
  house.as(persona).post(pageOf('rune', part), body, headers);
const plan = async (): Promise<MyPlan> => (await house.as('rune').get<MyPlan>('/api/my-plan')).body;
const outbox = () =>
  house.owner<{ code: string; recipient_kind: string; recipient_id: string }>(
    'select * from outbox order by id',
  );
const key = () => ({ 'idempotency-key': crypto.randomUUID() });

describe('before', () => {
  test('the participant is always asked, and the team when nobody is named', async () => {
    const { id } = await act('ola', 'meetings', { startsAt: '2024-04-20T12:00+02:00', place: 'Bryne' });
    const called = (await meetings('ola')).find((meeting) => meeting.id === id);
    expect(called?.people.map(({ name, presence }) => [name, presence])).toEqual(
      expect.arrayContaining([
        ['Rune', 'invited'],
        ['Ola Hauge', 'invited'],
        ['Ingunn Vik', 'invited'],
        ['Kari Moi', 'invited'],
      ]),
    );
    const told = await outbox();
    expect(new Set(told.map(({ code }) => code))).toEqual(new Set(['meeting-called']));
    expect(told.map(({ recipient_id: to }) => to)).toContain(participants.rune.participantId);
    expect(JSON.stringify(told)).not.toMatch(/Bryne|Rune/);
  });

  test('only those who are named are asked when somebody is, and nobody from outside the cooperation', async () => {
    const call = (invite: object[]) => act('ola', 'meetings', { startsAt: '2024-04-22T12:00+02:00', invite });
    expect((await call([workerRef('per')])).said).toBe('404 not-found');
    const { id } = await call([workerRef('kari')]);
    const called = (await meetings('ola')).find((meeting) => meeting.id === id);
    expect(called?.people.map(({ name }) => name)).toEqual(['Rune', 'Kari Moi']);
  });

  test('the participant says no for themself, which is met with a new time and a new question', async () => {
    expect(
      (await act('rune', 'meeting-presences', { meetingId, person: 'participant', presence: 'said-no' }))
        .said,
    ).toBe('201');
    const forOla = { meetingId, person: 'worker', worker: workerRef('ola'), presence: 'said-no' };
    expect((await act('rune', 'meeting-presences', forOla)).said).toBe('403 not-yours-to-do');
    expect((await plan()).nextMeeting?.presence).toBe('said-no');
    const { versionId } = (await page('ola')).meeting;
    const move = {
      supersedes: versionId,
      startsAt: '2024-03-28T12:00+01:00',
      place: 'Rådhuset',
      reason: 'Rune kan ikke om formiddagen',
    };
    expect(
      (await act('ola', `meetings/${meetingId}/moves`, { ...move, startsAt: '2024-03-01T12:00Z' })).said,
    ).toBe('422 day-out-of-range');
    const both = await Promise.all([1, 2].map(() => act('ola', `meetings/${meetingId}/moves`, move)));
    expect(both.map(({ said }) => said).sort()).toEqual(['201', '409 stale-version']);
    expect((await plan()).nextMeeting).toMatchObject({
      startsAt: '2024-03-28T11:00:00.000Z',
      moved: { because: 'Rune kan ikke om formiddagen', startsAt: '2024-03-27T09:00:00.000Z' },
      presence: 'invited',
    });
    expect((await outbox()).at(-1)?.code).toBe('meeting-moved');
  });

  test('one that is called off is gone from the list, and the participant sees that, and why', async () => {
    const [called] = (await house.as('tone').get<MyPlan>('/api/my-plan')).body.coming.filter(
      ({ kind }) => kind === 'meeting',
    );
    expect(called).toBeUndefined();
    const { id } = await house
      .as('siren')
      .post(pageOf('tone', 'meetings'), { startsAt: '2024-03-18T12:00+01:00' });
    const url = pageOf('tone', `meetings/${id}/withdrawals`);
    const off = { supersedes: id, reason: 'Tone er på kurs' };
    expect((await house.as('siren').post(url, off)).said).toBe('201');
    expect((await house.as('siren').post(url, off)).said).toBe('409 stale-version');
    const { coming, nextMeeting } = (await house.as('tone').get<MyPlan>('/api/my-plan')).body;
    expect(coming.find(({ meetingId: one }) => one === id)).toMatchObject({
      cancelled: { because: off.reason },
    });
    expect(nextMeeting?.id).not.toBe(id);
    expect((await outbox()).at(-1)?.code).toBe('meeting-called-off');
  });

  test('it is not ended, and nobody is there yet', async () => {
    expect(
      (await act('ola', `meetings/${meetingId}/endings`, { endedAt: '2024-03-14T08:00+01:00' })).said,
    ).toBe('409 meeting-not-held');
    expect(
      (await act('ola', 'meeting-presences', { meetingId, person: 'participant', presence: 'present' })).said,
    ).toBe('409 meeting-not-held');
  });
});

describe('at the table', () => {
  const promise = (words: string, more: Body = {}): Body => ({
    meetingId,
    words,
    doer: 'worker',
    worker: workerRef('kari'),
    dueDay: '2024-04-10',
    ...more,
  });
  const promises = async () => (await page('ola')).meeting.decisions;

  test('it begins when it really began, and takes no agenda, move or calling off any more', async () => {
    await house.clock('2024-03-28T12:30+01:00');
    const { versionId: supersedes } = (await page('ola')).meeting;
    const begin = (heldAt: string) => act('ola', `meetings/${meetingId}/holdings`, { supersedes, heldAt });
    expect((await begin('2024-03-28T12:31+01:00')).said).toBe('422 in-the-future');
    expect((await begin('2024-03-27T12:00+01:00')).said).toBe('422 in-the-future');
    expect((await begin('2024-03-28T12:04+01:00')).said).toBe('201');
    const { versionId, heldAt } = (await page('ola')).meeting;
    expect(heldAt).toBe('2024-03-28T11:04:00.000Z');
    // Whoever says that it has begun is there.
    const ola = (await page('ola')).meeting.people.find(({ worker }) => worker?.id === workerRef('ola').id);
    expect(ola?.presence).toBe('present');
    const late = { supersedes: versionId, startsAt: '2024-03-29T12:00+01:00', reason: 'x' };
    expect((await act('ola', `meetings/${meetingId}/moves`, late)).said).toBe('409 meeting-already-held');
    const off = { supersedes: versionId, reason: 'x' };
    expect((await act('ola', `meetings/${meetingId}/withdrawals`, off)).said).toBe(
      '409 meeting-already-held',
    );
  });

  test('two who decide at once both stand, each once, each with the name of the one who wrote it', async () => {
    const sent = await Promise.all([
      act('ola', 'decisions', promise('Ringe boligkontoret'), key()),
      act('ingunn', 'decisions', promise('Søke om bostøtte'), key()),
      act('kari', 'decisions', promise('Melde på kurs'), key()),
    ]);
    expect(sent.map(({ said }) => said)).toEqual(['201', '201', '201']);
    const standing = (await promises()).map(({ words, writtenBy }) => [words, writtenBy]).sort();
    expect(standing).toEqual([
      ['Melde på kurs', 'Kari Moi'],
      ['Ringe boligkontoret', 'Ola Hauge'],
      ['Søke om bostøtte', 'Ingunn Vik'],
    ]);
  });

  test('one act sent twenty times at once, as when the answers get lost, is one', async () => {
    const one = key();
    const sent = await Promise.all(
      Array.from({ length: 20 }, () => act('ola', 'decisions', promise('Kjøpe busskort'), one)),
    );
    expect(new Set(sent.map(({ said, id }) => `${said} ${id}`)).size).toBe(1);
    expect((await promises()).filter(({ words }) => words === 'Kjøpe busskort')).toHaveLength(1);
  });

  test('the same promise typed by two is asked about, and nothing is merged or lost', async () => {
    const same = (persona: string, more: Body = {}) =>
      act(persona, 'decisions', promise('  skaffe NØKKEL.', more), key());
    const both = await Promise.all([same('ola'), same('ingunn')]);
    expect(both.map(({ said }) => said).sort()).toEqual(['201', '409 same-promise']);
    expect((await same('ingunn', { words: 'Skaffe nøkkel' })).said).toBe('409 same-promise');
    expect((await same('ingunn', { another: true })).said).toBe('201');
    expect((await same('ingunn', { dueDay: '2024-04-11' })).said).toBe('201');
    expect((await promises()).filter(({ words }) => /nøkkel/i.test(words))).toHaveLength(3);
  });

  test('the other’s page learns that something has come, without opening the person', async () => {
    const pulse = async (persona: string) =>
      await house.as(persona).get<Pulse>(pageOf('rune', `meetings/${meetingId}/pulse`));
    const before = (await page('ingunn')).pulse;
    const [{ looks } = { looks: 0 }] = await house.owner<{ looks: number }>(
      'select count(*)::int as looks from audit',
    );
    expect((await pulse('ingunn')).body.pulse).toBe(before);
    const { id } = await act('ola', 'decisions', promise('Sende referatet'));
    const after = (await pulse('ingunn')).body.pulse;
    expect(after).not.toBe(before);
    await act('ola', `decisions/${id}/withdrawals`, { supersedes: id, reason: 'Står der allerede' });
    expect((await pulse('ingunn')).body.pulse).not.toBe(after);
    const rows = await house.owner<{ purpose: string }>(
      'select purpose from audit order by number desc limit $1',
      [2],
    );
    expect(rows.map(({ purpose }) => purpose)).toEqual(['decision.withdraw', 'decision.add']);
    const [{ now } = { now: 0 }] = await house.owner<{ now: number }>(
      'select count(*)::int as now from audit',
    );
    expect(now - looks).toBe(2);
    expect((await pulse('per')).said).toBe('404 not-found');
    expect((await pulse('christer')).said).toBe('404 not-found');
  });

  test('who is there is written down: workers, and others by name', async () => {
    const there = (more: Body) =>
      act('ola', 'meeting-presences', { meetingId, presence: 'present', ...more });
    expect((await there({ person: 'participant' })).said).toBe('201');
    expect((await there({ person: 'worker', worker: workerRef('kari') })).said).toBe('201');
    expect((await there({ person: 'other', name: 'Mor til Rune' })).said).toBe('201');
    expect((await there({ person: 'other' })).said).toBe('400 bad-request');
    expect((await there({ person: 'worker', worker: workerRef('per') })).said).toBe('404 not-found');
    const { people } = (await page('kari')).meeting;
    expect(people.filter(({ presence }) => presence === 'present').map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Rune', 'Kari Moi', 'Mor til Rune']),
    );
    expect(people.filter(({ person }) => person === 'participant')).toHaveLength(1);
  });
});

describe('the end', () => {
  const end = (endedAt: string, headers?: Record<string, string>) =>
    act('ola', `meetings/${meetingId}/endings`, { endedAt }, headers);

  test('is when it really ended, also when it is told in the evening; once, however often it is sent', async () => {
    await house.clock('2024-03-28T20:00+01:00');
    expect((await end('2024-03-28T20:01+01:00')).said).toBe('422 in-the-future');
    expect((await end('2024-03-28T11:00+01:00')).said).toBe('422 period-backwards');
    const one = key();
    const sent = await Promise.all([1, 2, 3].map(() => end('2024-03-28T12:50+01:00', one)));
    expect(new Set(sent.map(({ said, id }) => `${said} ${id}`)).size).toBe(1);
    expect(sent[0]?.said).toBe('201');
    expect((await end('2024-03-28T12:55+01:00')).said).toBe('409 meeting-has-ended');
    expect((await page('ingunn')).meeting.endedAt).toBe('2024-03-28T11:50:00.000Z');
  });

  test('takes what was typed without a network afterwards', async () => {
    const late = { meetingId, words: 'Ringe fredag', doer: 'participant', dueDay: '2024-03-28' };
    expect((await act('kari', 'decisions', late)).said).toBe('201');
  });

  test('leaves minutes for those with access, and for the participant in the plan', async () => {
    const own = await page('rune');
    expect(own).toMatchObject({ own: true, meeting: { id: meetingId } });
    expect((await page('kari')).meeting.decisions).toEqual(
      own.meeting.decisions.map((one) => expect.objectContaining({ id: one.id })),
    );
    expect((await plan()).minutes).toContainEqual(
      expect.objectContaining({ id: meetingId, promises: own.meeting.decisions.length }),
    );
    for (const persona of ['christer', 'per', 'tone'])
      expect((await house.as(persona).get(pageOf('rune', `meetings/${meetingId}`))).said).toBe(
        '404 not-found',
      );
  });

  test('a promise that was said to be kept can be taken back, and is owed again', async () => {
    const [first] = (await page('ola')).meeting.decisions;
    const { id } = await act('ola', 'promise-keepings', { decisionId: first?.id });
    const kept = async () => (await page('ola')).meeting.decisions.find((one) => one.id === first?.id);
    expect(await kept()).toMatchObject({ keptId: id });
    const back = { supersedes: id, reason: 'Det var en annen søknad' };
    expect((await act('ola', `promise-keepings/${id}/withdrawals`, back)).said).toBe('201');
    expect(await kept()).not.toHaveProperty('keptAt');
    expect((await act('ola', 'promise-keepings', { decisionId: first?.id })).said).toBe('201');
  });
});

test('a meeting without the participant says whether they were asked, were there or said no; else it does not end', async () => {
  const { id } = await house
    .as('siren')
    .post(pageOf('tone', 'meetings'), { startsAt: '2024-03-28T20:30+01:00' });
  const url = (part: string) => pageOf('tone', `meetings/${id}/${part}`);
  expect((await house.as('siren').post(url('holdings'), { supersedes: id })).said).toBe('201');
  // As one that was called before anyone was asked by name.
  await house.owner('delete from meeting_presence where meeting_id = $1', [id]);
  const ending = { endedAt: '2024-03-28T20:00+01:00' };
  expect((await house.as('siren').post(url('endings'), ending)).said).toBe('422 say-who-was-there');
  const said = { meetingId: id, person: 'participant', presence: 'said-no' };
  expect((await house.as('siren').post(pageOf('tone', 'meeting-presences'), said)).said).toBe('201');
  expect((await house.as('siren').post(url('endings'), ending)).said).toBe('201');
});
