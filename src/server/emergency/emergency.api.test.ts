import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { EmergencyReviews, FoundInEmergency } from '#contract/emergency.ts';
import type { LookUp } from '#contract/look-up.ts';
import type { MyDay, PersonPage } from '#contract/person.ts';
import type { MyPlan } from '#contract/plan.ts';
import type { Session } from '#contract/session.ts';
import { participants, workers } from '#db/demo/people.ts';
import { type House, openHouse, pageOf } from '../test-house.ts';

// Nora is on duty at Time legevakt and has no relation to anybody. Tone lives in Klepp, Rune in Time; Randi reviews in Time.
let house: House;
beforeAll(async () => {
  house = await openHouse();
});
beforeEach(async () => {
  await house.clock('2024-03-14T08:20+01:00');
  // The owner alone can: each test begins with what the demonstration tells, and nothing opened this morning.
  for (const table of ['emergency_review', 'emergency_opening', 'block'])
    await house.owner(`delete from ${table} where recorded_at >= '2024-03-14T08:20+01:00'`);
  await house.owner(`delete from clock where rule = 'emergency-talk'`);
  await house.owner('delete from outbox');
});
afterAll(() => house.close());

const tone = participants.tone.participantId;
const who = { givenName: 'Tone', familyName: 'Skår', birthDay: '1979-11-03' };
const reason = 'Brakt inn bevisstløs, må vite hvem vi kan ringe';
const find = (body: object = who, persona = 'nora') =>
  house.as(persona).post<FoundInEmergency>('/api/emergency/searches', body);
const open = (more: object = {}, persona = 'nora') =>
  house.as(persona).post('/api/emergency/openings', { participantId: tone, reason, hours: 2, ...more });
const page = (persona = 'nora') => house.as(persona).get<PersonPage>(pageOf('tone'));
const reviews = async (persona = 'randi') =>
  (await house.as(persona).get<EmergencyReviews>('/api/emergency/openings')).body.openings;
const review = (id: string, body: object, persona = 'randi') =>
  house.as(persona).post(`/api/emergency/openings/${id}/reviews`, body);
const block = (columns: Record<string, unknown>, who_: 'tone' | 'rune' = 'tone') => {
  const { municipalityId, participantId } = participants[who_];
  const names = Object.keys(columns);
  return house.owner(
    `insert into block (municipality_id, id, participant_id, fact_id, happened_at, said_by, legal_class, recorded_by, ${names.join(', ')})
     select $1, i.id, $2, i.id, app.now(), $2, 'participant-own', (select id from login_user where persona = 'tone'), ${names.map((_, at) => `$${at + 3}`).join(', ')}
     from (select gen_random_uuid() as id) i`,
    [municipalityId, participantId, ...Object.values(columns)],
  );
};
const logged = async (match: Partial<LookUp>) =>
  (await house.as('tone').get<LookUp[]>('/api/my-look-ups')).body.filter((look) =>
    Object.entries(match).every(([part, value]) => look[part as keyof LookUp] === value),
  );
const nora = { worker_municipality_id: workers.nora.municipalityId, worker_id: workers.nora.id };

describe('looking for somebody', () => {
  test('finds the one with exactly this name and birth day, and shows nothing else', async () => {
    const { body, said } = await find({ ...who, givenName: ' tone ', familyName: 'SKÅR' });
    expect([said, body]).toEqual(['200', { now: expect.any(String), participantId: tone }]);
    expect((await page()).said).toBe('404 not-found');
  });

  test('answers alike for nobody, for several and for one who has said no by name', async () => {
    const nobody = (await find({ ...who, familyName: 'Skårland' })).text;
    expect((await find({ ...who, birthDay: '1979-11-04' })).text).toBe(nobody);
    await block(nora);
    expect((await find()).text).toBe(nobody);
    await house.owner('delete from block where participant_id = $1', [tone]);
    await house.owner(
      `update profile set given_name = 'Tone', family_name = 'Skår', birth_day = '1979-11-03' where participant_id = $1`,
      [participants.amir.participantId],
    );
    expect((await find()).text).toBe(nobody);
    await house.owner(
      `update profile set given_name = 'Amir', family_name = 'Jafari' where participant_id = $1`,
      [participants.amir.participantId],
    );
    expect((await find()).body.participantId).toBe(tone);
  });

  test('is in the log of whoever it hits, also of one who has said no', async () => {
    await block(nora);
    await find();
    const [last] = await logged({ purpose: 'emergency.find' });
    expect(last).toMatchObject({ who: 'Nora Vold', organisation: 'Time legevakt', topics: [] });
  });

  test.each(['rune', 'mamma', 'ola', 'christer', 'anne', 'kari', 'ingunn', 'jon', 'per', 'randi', 'terje'])(
    'is for health personnel alone: not for %s, whose page does not show the way',
    async (persona) => {
      expect((await find(who, persona)).said).toBe('403 not-allowed');
      expect((await open({}, persona)).said).toBe('403 not-allowed');
      expect((await house.as(persona).get<Session>('/api/session')).body.health).toBe(false);
    },
  );

  test('shows the way to those who give health care, and not to a nurse who works in NAV', async () => {
    for (const persona of ['nora', 'siren'])
      expect((await house.as(persona).get<Session>('/api/session')).body.health, persona).toBe(true);
    await house.owner('update worker set health_personnel = true where id = $1', [workers.kari.id]);
    expect((await house.as('kari').get<Session>('/api/session')).body.health).toBe(false);
    expect((await find(who, 'kari')).said).toBe('403 not-allowed');
    await house.owner('update worker set health_personnel = false where id = $1', [workers.kari.id]);
  });
});

describe('opening in an emergency', () => {
  test('shows what helps now, and nothing else, and closes by itself at the second', async () => {
    const { id, said } = await open();
    expect(said).toBe('201');
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    const { body } = await page();
    expect(body.roles).toEqual(['emergency']);
    expect(body.may).toEqual([]);
    expect(body.openUntil).toBe('2024-03-14T09:20:00.000Z');
    expect(body.team?.map(({ role }) => role)).toContain('contact-person');
    for (const closed of ['goals', 'statement', 'meetings', 'sharing', 'wishes', 'emergencies'] as const)
      expect(body[closed], closed).toBeUndefined();
    expect((await house.as('nora').post(pageOf('tone', 'contacts'), { kind: 'phone', note: 'x' })).said).toBe(
      '403 not-allowed',
    );
    await house.clock('2024-03-14T10:19:59+01:00');
    expect((await page()).said).toBe('200');
    await house.clock('2024-03-14T10:20:00+01:00');
    expect((await page()).said).toBe('404 not-found');
  });

  test('takes a reason in words and one to four hours', async () => {
    for (const [more, why] of [
      [{ reason: 'akutt' }, '422 reason-in-words'],
      [{ reason: '................' }, '422 reason-in-words'],
      [{ hours: 5 }, '422 too-many-hours'],
      [{ hours: 0 }, '422 too-many-hours'],
      [{ hours: 1.5 }, '400 bad-request'],
      [{ reason: undefined }, '400 bad-request'],
      [{ until: '2024-03-20' }, '400 bad-request'],
    ] as const)
      expect((await open(more)).said, why).toBe(why);
    expect((await page()).said).toBe('404 not-found');
    expect((await house.counts())['outbox']).toBe(0);
  });

  test('is told: the participant reads who, when and why, at home and in the log, and is sent for without a word', async () => {
    await open();
    const plan = (await house.as('tone').get<MyPlan>('/api/my-plan')).body;
    expect(plan.emergencies).toEqual([
      {
        id: expect.any(String),
        by: 'Nora Vold',
        organisation: 'Time legevakt',
        openedAt: '2024-03-14T07:20:00.000Z',
        closesAt: '2024-03-14T09:20:00.000Z',
        reason,
      },
    ]);
    const [last] = await logged({ purpose: 'emergency.open' });
    expect(last).toMatchObject({ action: 'emergency', who: 'Nora Vold' });
    expect(last?.topics).toEqual(expect.arrayContaining(['crisis-plan', 'team', 'related']));
    expect(
      await house.owner(
        'select code, channel, recipient_kind, recipient_id from outbox order by recipient_kind',
      ),
    ).toEqual([
      { code: 'something-to-read', channel: 'sms', recipient_kind: 'participant', recipient_id: tone },
      {
        code: 'emergency-to-review',
        channel: 'in-app',
        recipient_kind: 'worker',
        recipient_id: workers.randi.id,
      },
    ]);
    // Those beside see it, and those who are not let in to what is shared do not.
    expect((await page('siren')).body.emergencies).toHaveLength(1);
    expect((await house.as('kari').get<PersonPage>(pageOf('rune'))).body.emergencies).toBeUndefined();
  });

  test('owes the participant a talk, from the contact person, until somebody has had it', async () => {
    await open();
    const owed = async () =>
      (await house.as('siren').get<MyDay>('/api/my-day')).body.needs.filter(
        ({ rule }) => rule === 'emergency-talk',
      );
    expect(await owed()).toMatchObject([{ participantId: tone, act: 'log-contact', open: false }]);
    await house.clock('2024-03-16T00:00+01:00');
    expect(await owed()).toMatchObject([{ open: true }]);
    await house.as('siren').post(pageOf('tone', 'contacts'), { kind: 'talk', note: 'Snakket om natta.' });
    expect(await owed()).toEqual([]);
    await house.owner(`delete from contact where recorded_at >= '2024-03-16'`);
  });

  test('does not override a no by name; a no to where one works, or to a part, it does', async () => {
    await block(nora);
    expect((await open()).said).toBe('404 not-found');
    expect((await open({ participantId: '018e0007-0001-7c70-8660-8fa67952b0fd' })).text).toBe(
      (await open()).text,
    );
    const [last] = await logged({ purpose: 'emergency.open' });
    expect(last).toMatchObject({ action: 'emergency', who: 'Nora Vold', topics: [] });
    expect((await house.counts())['outbox']).toBe(0);
    await house.owner('delete from block where participant_id = $1', [tone]);
    await block({
      organisation_municipality_id: workers.nora.municipalityId,
      organisation_id: await wardId(),
    });
    await block({ topics: ['related'] });
    await open();
    expect((await page()).body.related).toBeDefined();
    // Said while it is open, it closes before the next request.
    await block({ ...nora, topics: ['related'] });
    expect((await page()).body.related).toBeUndefined();
    expect((await page()).body.team).toBeDefined();
    await block(nora);
    expect((await page()).said).toBe('404 not-found');
  });

  test('is done once, also when two requests come at once or the answer was lost', async () => {
    const said = (await Promise.all([open(), open()])).map((answer) => answer.said).sort();
    expect(said).toEqual(['201', '409 already-open']);
    expect(await house.owner('select from emergency_opening where participant_id = $1', [tone])).toHaveLength(
      1,
    );
    expect((await open()).said).toBe('409 already-open');
    await house.owner('delete from emergency_opening where participant_id = $1', [tone]);
    const key = { 'idempotency-key': '018e0007-0001-7c70-8660-8fa67952b0fd' };
    const body = { participantId: tone, reason, hours: 1 };
    const first = await house.as('nora').post('/api/emergency/openings', body, key);
    expect((await house.as('nora').post('/api/emergency/openings', body, key)).id).toBe(first.id);
    await house.clock('2024-03-14T09:20+01:00');
    expect((await open()).said).toBe('201');
  });

  test('gives one who stands beside what their own relation does not, and is refused where there is nothing more', async () => {
    expect((await page('siren')).body.crisisPlan).toBeUndefined();
    expect((await open({}, 'siren')).said).toBe('201');
    expect((await page('siren')).body.roles).toEqual(expect.arrayContaining(['contact-person', 'emergency']));
    expect((await open({}, 'siren')).said).toBe('409 already-open');
  });

  test('ends with the work that gave the right', async () => {
    await open();
    await house.owner(`update worker_role set valid_to = app.now() where worker_id = $1`, [workers.nora.id]);
    expect((await page()).said).toBe('404 not-found');
    await house.owner(`update worker_role set valid_to = null where worker_id = $1`, [workers.nora.id]);
  });
});

const wardId = async () =>
  (
    await house.owner<{ id: string }>(`select organisation_id as id from worker where id = $1`, [
      workers.nora.id,
    ])
  )[0]?.id;

describe('reviewing', () => {
  const found = { outcome: 'justified', words: 'Åpnet i rett situasjon. Vi ringte Siren.' };

  test('is for the auditor, who sees by whom, when and why, and not whom', async () => {
    const { id } = await open();
    const [waiting, ...rest] = await reviews();
    expect(waiting).toEqual({
      id,
      by: 'Nora Vold',
      organisation: 'Time legevakt',
      openedAt: '2024-03-14T07:20:00.000Z',
      closesAt: '2024-03-14T09:20:00.000Z',
      reason,
      mine: false,
    });
    expect(rest.map((one) => one.review?.outcome)).toEqual(['justified']);
    for (const persona of ['nora', 'anne', 'terje', 'tone', 'siren']) {
      expect((await house.as(persona).get('/api/emergency/openings')).said, persona).toBe('403 not-allowed');
      expect((await review(id, found, persona)).said, persona).toBe('404 not-found');
    }
    expect((await house.as('randi').get(pageOf('tone'))).said).toBe('404 not-found');
    const [last] = await logged({ who: 'Randi Undheim', purpose: 'person-page' });
    expect(last?.topics).toEqual([]);
  });

  test('is said once, and the participant reads it', async () => {
    const { id } = await open();
    const said = (await Promise.all([review(id, found), review(id, found)])).map((answer) => answer.said);
    expect(said.sort()).toEqual(['201', '409 already-done']);
    const [opened] = (await house.as('tone').get<MyPlan>('/api/my-plan')).body.emergencies;
    expect(opened?.review).toEqual({ ...found, at: '2024-03-14T07:20:00.000Z', by: 'Randi Undheim' });
    expect(await logged({ purpose: 'emergency.review', action: 'control' })).not.toEqual([]);
    expect((await reviews()).every((one) => one.review !== undefined)).toBe(true);
    expect((await review(id, { ...found, words: ' ' })).said).toBe('400 bad-request');
    expect((await review(id, { ...found, outcome: 'fine' })).said).toBe('400 bad-request');
    expect((await review('018e0007-0001-7c70-8660-8fa67952b0fd', found)).said).toBe('404 not-found');
  });

  test('is never for the one who opened', async () => {
    await house.owner(
      `insert into worker_role (municipality_id, worker_id, role, valid_from) values ($1, $2, 'auditor', '2020-01-01')`,
      [workers.nora.municipalityId, workers.nora.id],
    );
    const { id } = await open();
    expect((await reviews('nora'))[0]).toMatchObject({ id, mine: true });
    expect((await review(id, found, 'nora')).said).toBe('403 not-yours-to-do');
    expect((await review(id, found)).said).toBe('201');
    await house.owner(`delete from worker_role where worker_id = $1 and role = 'auditor'`, [workers.nora.id]);
  });
});
