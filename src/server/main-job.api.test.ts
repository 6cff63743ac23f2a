import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Enquiries } from '#contract/enquiry.ts';
import type { GroupSessionPage } from '#contract/group.ts';
import type { MyDay, PersonPage } from '#contract/person.ts';
import type { MyPlan } from '#contract/plan.ts';
import { municipalities } from '#db/demo/people.ts';
import { type House, nyStart, openHouse, samlingAt, workerRef } from './test-house.ts';

// One person's way from the first enquiry to the meeting in week six; each test goes on where the one before ended.
let house: House;
let liv = '';
let enquiryId = '';
let goalId = '';
let meetingId = '';
let versionId = '';

const own = (path: string) => `/api/people/${liv}/${path}`;
const asks = () => ({
  home: municipalities.klepp.id,
  service: nyStart,
  source: 'self',
  givenName: 'Liv',
  familyName: 'Nyheim',
  words: 'Jeg vil gjerne begynne i dag.',
});
const needsOfLiv = async (): Promise<string[]> => {
  const { body } = await house.as('siren').get<MyDay>('/api/my-day');
  return body.needs.filter((need) => need.participantId === liv).map((need) => need.detail ?? need.rule);
};
const page = async (): Promise<PersonPage> =>
  (await house.as('siren').get<PersonPage>(`/api/people/${liv}`)).body;
const doneSteps = async (): Promise<string[]> =>
  ((await page()).steps ?? [])
    .filter((step) => step.doneAt !== undefined)
    .map((step) => step.code)
    .sort();
const myPlan = async (): Promise<MyPlan> => (await house.as('liv').get<MyPlan>('/api/my-plan')).body;

beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

test('an enquiry stands on the day of those who answer enquiries', async () => {
  const received = await house
    .as('siren')
    .post<{ participantId: string; id: string }>('/api/enquiries', asks());
  expect(received.status).toBe(201);
  ({ participantId: liv, id: enquiryId } = received.body);
  const { body: day } = await house.as('ola').get<MyDay>('/api/my-day');
  expect(day.needs.find((need) => need.participantId === liv)).toMatchObject({
    name: 'Liv Nyheim',
    rule: 'enquiry-unanswered',
    subjectId: enquiryId,
    act: 'answer',
    open: false,
    opensAt: '2024-03-14T23:00:00.000Z',
  });
});

test('it is answered the same day with a group that is open tomorrow, and leaves the day', async () => {
  const { body: list } = await house.as('siren').get<Enquiries>('/api/enquiries');
  expect(list.enquiries.find((enquiry) => enquiry.id === enquiryId)).not.toHaveProperty('answer');
  const tomorrow = list.nextSessions.find((next) => next.startsAt.startsWith('2024-03-15'));
  expect(tomorrow?.session).toEqual(samlingAt('2024-03-15T09:30'));
  const answer = { enquiryId, words: 'Velkommen i morgen.', session: tomorrow?.session };
  expect((await house.as('siren').post(own('enquiry-answers'), answer)).status).toBe(201);
  const after = await house.as('siren').get<Enquiries>('/api/enquiries');
  expect(after.body.enquiries.find((enquiry) => enquiry.id === enquiryId)?.answer).toMatchObject({
    words: 'Velkommen i morgen.',
    sessionStartsAt: '2024-03-15T08:30:00.000Z',
  });
  expect(await needsOfLiv()).toEqual([]);
});

test('an enquiry is answered once', async () => {
  const again = await house.as('ola').post(own('enquiry-answers'), { enquiryId, words: 'Hei igjen.' });
  expect(again.said).toBe('409 already-answered');
});

test('enrolling gives a contact person and the steps of six weeks from this Monday', async () => {
  const enrolled = await house
    .as('siren')
    .post(own('enrolments'), { service: nyStart, contactPerson: workerRef('siren'), startDay: '2024-03-14' });
  expect(enrolled.status).toBe(201);
  const seen = await page();
  expect(seen.roles).toContain('contact-person');
  expect(seen.standings).toMatchObject([{ service: 'Ny Start', state: 'mapping', week: 1, of: 6 }]);
  expect(seen.steps?.map((step) => [step.code, step.dueFrom])).toEqual(
    expect.arrayContaining([
      ['mapping', '2024-03-11'],
      ['follow-up-talk', '2024-03-18'],
      ['meeting-held', '2024-04-15'],
    ]),
  );
  expect(seen.steps).toHaveLength(11);
  expect((await needsOfLiv()).sort()).toEqual(['children-not-asked', 'mapping', 'rules-explained']);
});

test('nobody is enrolled twice in one service', async () => {
  const again = await house
    .as('siren')
    .post(own('enrolments'), { service: nyStart, contactPerson: workerRef('siren'), startDay: '2024-03-14' });
  expect(again.said).toBe('409 already-enrolled');
});

test('once enrolled, those who only answer enquiries see the person no more', async () => {
  expect((await house.as('ola').get(`/api/people/${liv}`)).status).toBe(404);
});

test('the first goal and the rules explained tick the steps of week one', async () => {
  const siren = house.as('siren');
  await siren.post(own('statements'), { words: 'Jeg vil sove om natta' });
  const goal = await siren.post(own('goals'), {
    title: 'Sove hele natta',
    wanted: 'åtte timer',
    present: 'fire',
  });
  goalId = goal.id;
  expect(
    (await siren.post(own('actions'), { goalId, title: 'Gå tur før leggetid', doer: 'participant' })).status,
  ).toBe(201);
  const helping = {
    goalId,
    title: 'Bestille time',
    doer: 'worker',
    worker: workerRef('kari'),
    dueDay: '2024-03-20',
  };
  expect((await siren.post(own('actions'), helping)).status).toBe(201);
  const rules = {
    code: 'confidentiality-and-group-rules',
    language: 'nb',
    textVersion: 1,
    signedName: 'Liv',
  };
  expect((await siren.post(own('acknowledgements'), rules)).status).toBe(201);
  expect(await doneSteps()).toEqual(['mapping', 'rules-explained']);
  const asked = { children: 'no', siblings: 'yes' };
  expect((await siren.post(own('child-questions'), asked)).status).toBe(201);
  expect(await needsOfLiv()).toEqual([]);
});

test('what matters is kept as the participant’s own words, whoever wrote them down', async () => {
  const said = (await page()).events?.find((event) => event.kind === 'statement');
  expect(said).toMatchObject({ by: 'Liv', words: 'Jeg vil sove om natta' });
});

test('the leader of tomorrow’s group finds the newcomer on the list and writes who came', async () => {
  await house.clock('2024-03-15T09:00+01:00');
  const christer = house.as('christer');
  const url = `/api/group-sessions/${nyStart.municipalityId}/${samlingAt('2024-03-15T09:30').id}`;
  const expected = (await christer.get<GroupSessionPage>(url)).body.people.find(
    (one) => one.participantId === liv,
  );
  expect(expected).toEqual({ participantId: liv, name: 'Liv Nyheim' });
  const came = await christer.post(own('attendances'), {
    session: samlingAt('2024-03-15T09:30'),
    answer: 'came',
  });
  expect(came.status).toBe(201);
  expect((await page()).events?.find((event) => event.kind === 'attendance')).toMatchObject({
    detail: 'came',
    by: 'Christer Tunheim',
  });
});

test('the steps of weeks two to five are ticked by the acts that complete them', async () => {
  await house.clock('2024-03-20T10:00+01:00');
  await house.as('siren').post(own('team-memberships'), { role: 'coordinator', worker: workerRef('ingunn') });
  await house.as('siren').post(own('contacts'), { kind: 'talk', note: 'Første uke er gått.' });
  await house.clock('2024-04-02T10:00+02:00');
  await house.as('siren').post(own('contacts'), { kind: 'talk', note: 'Snakket om søvn.' });
  await house.as('siren').post(own('contacts'), { kind: 'consultant-call', note: 'Gikk gjennom planen.' });
  const called = await house
    .as('siren')
    .post(own('meetings'), { startsAt: '2024-04-16T10:00+02:00', place: 'Bryne' });
  meetingId = called.id;
  expect(await doneSteps()).toEqual(
    [
      'call-consultant',
      'follow-up-talk',
      'group-set-up',
      'individual-talk',
      'mapping',
      'meeting-called',
      'rules-explained',
    ].sort(),
  );
});

test('the participant writes the crisis plan and the agenda themself', async () => {
  await house.owner(
    `insert into login_user (id, municipality_id, name, persona, participant_id) values ($1, $2, 'Liv Nyheim', 'liv', $3)`,
    [randomUUID(), municipalities.klepp.id, liv],
  );
  const { nextMeeting } = await myPlan();
  expect(nextMeeting).toMatchObject({ startsAt: '2024-04-16T08:00:00.000Z', place: 'Bryne' });
  const prepared = await house
    .as('liv')
    .post(own(`meetings/${meetingId}/preparations`), { supersedes: meetingId, ownAgenda: 'Søvn først.' });
  expect(prepared.status).toBe(201);
  versionId = prepared.id;
  const plan = { signs: 'Jeg blir stille', helps: 'Tur', call: 'Siren' };
  expect((await house.as('liv').post(own('crisis-plans'), plan)).status).toBe(201);
  expect(await doneSteps()).toEqual(expect.arrayContaining(['crisis-plan', 'meeting-prepared']));
});

test('in week six the meeting is held, once, and a decision has one who does it and a day', async () => {
  await house.clock('2024-04-16T11:00+02:00');
  const siren = house.as('siren');
  expect((await page()).standings).toMatchObject([{ week: 6, of: 6 }]);
  const held = await siren.post(own(`meetings/${meetingId}/holdings`), { supersedes: versionId });
  expect(held.status).toBe(201);
  const again = await siren.post(own(`meetings/${meetingId}/holdings`), { supersedes: held.id });
  expect(again.said).toBe('409 meeting-already-held');
  const unnamed = await siren.post(own('decisions'), {
    meetingId,
    words: 'Finne bolig',
    doer: 'worker',
    dueDay: '2024-05-01',
  });
  expect(unnamed.said).toBe('422 nobody-does-it');
  const named = {
    meetingId,
    words: 'Finne bolig',
    doer: 'worker',
    worker: workerRef('siren'),
    dueDay: '2024-04-19',
  };
  expect((await siren.post(own('decisions'), named)).status).toBe(201);
  expect(await doneSteps()).toContain('meeting-held');
});

test('a promise stands on the day when it is due, until it is kept', async () => {
  await house.clock('2024-04-19T09:00+02:00');
  expect(await needsOfLiv()).toContain('Finne bolig');
  const promise = (await page()).meetings?.[0]?.decisions[0];
  expect(promise).toMatchObject({
    words: 'Finne bolig',
    doerName: 'Siren Bø',
    dueDay: '2024-04-19',
    mine: true,
  });
  const kept = { decisionId: promise?.id };
  expect((await house.as('siren').post(own('promise-keepings'), kept)).status).toBe(201);
  expect(await needsOfLiv()).not.toContain('Finne bolig');
  const again = await house.as('siren').post(own('promise-keepings'), kept);
  expect(again.said).toBe('409 already-done');
});

test('the participant follows all of it on «Min plan», and sees who looked', async () => {
  const plan = await myPlan();
  expect(plan).toMatchObject({
    callMe: 'Liv',
    statement: { words: 'Jeg vil sove om natta' },
    goals: [
      {
        title: 'Sove hele natta',
        actions: [{ title: 'Gå tur før leggetid', mine: true }, { doerName: 'Kari Moi' }],
      },
    ],
    promises: [{ words: 'Finne bolig', keptAt: '2024-04-19T07:00:00.000Z' }],
    crisisPlan: { signs: 'Jeg blir stille' },
    enrolments: [{ service: 'Ny Start', week: 6, of: 6 }],
  });
  expect(plan.people.map((member) => member.name)).toEqual(['Siren Bø', 'Ingunn Vik']);
  expect(plan.coming.map((coming) => coming.startsAt)).toContain('2024-04-21T15:00:00.000Z');
  const looked = await house.as('liv').get<MyPlan['lookUps']>('/api/my-look-ups');
  expect(looked.body).toContainEqual(
    expect.objectContaining({
      who: 'Christer Tunheim',
      purpose: 'attendance.write',
      at: '2024-03-15T08:00:00.000Z',
    }),
  );
  expect(looked.body).toContainEqual(
    expect.objectContaining({ who: 'Ola Hauge', purpose: 'person-page', topics: [] }),
  );
});

test('the outsider in another municipality sees nothing of it', async () => {
  const per = house.as('per');
  expect((await per.get(`/api/people/${liv}`)).status).toBe(404);
  expect((await per.post(own('contacts'), { kind: 'talk', note: 'x' })).status).toBe(404);
  const everywhere = [
    '/api/people',
    '/api/my-day',
    '/api/enquiries',
    '/api/shared',
    '/api/group-sessions',
    '/api/directory',
  ];
  for (const url of everywhere) expect((await per.get(url)).text).not.toMatch(/Liv|Nyheim|Ny Start/);
  expect((await per.post<{ people: unknown[] }>('/api/people/search', { query: 'Liv' })).body.people).toEqual(
    [],
  );
});
