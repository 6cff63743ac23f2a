import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Invited, StaffLogins } from '#contract/login.ts';
import { participants, personas, type WorkerName } from '#db/demo/people.ts';
import { workerRef } from '../test-house.ts';
import type { Browser } from './test-browser.ts';
import { desk, houseForTests, person } from './test-openid-house.ts';

const house = await houseForTests();
let browser: Browser;
beforeEach(() => {
  browser = house.browser();
});

const invite = (who: WorkerName, persona = 'terje') =>
  house.as(persona).post<Invited & Record<string, unknown>>(desk(who, 'invitations'), { days: 7 });
const use = (code: string, by = browser) => by.post('/api/login/invitation-uses', { code });

/** Ingunn gets in by a code, loses her phone, and gets in by another. */
async function ingunnGetsIn(): Promise<void> {
  for (const subject of ['sub-ingunn', 'sub-ingunn-new-phone']) {
    const phone = house.browser();
    const code = await house.codeFor('ingunn');
    await house.logIn(phone, 'arbeid', person(subject));
    expect((await use(code, phone)).said).toBe('204');
    await phone.delete('/api/session');
  }
}

describe('the desk for logins', () => {
  beforeAll(ingunnGetsIn);

  test('is for system administrators alone, and for their own municipality', async () => {
    for (const persona of ['siren', 'anne', 'rune', 'kari', 'per', 'randi'])
      expect((await house.as(persona).get('/api/staff-logins')).said, persona).toBe('404 not-found');
    for (const persona of ['siren', 'anne', 'rune', 'randi'])
      expect((await invite('ingunn', persona)).said, persona).toBe('404 not-found');
    expect((await invite('per')).said).toBe('404 not-found');
    expect((await invite('siren')).said).toBe('404 not-found');
  });

  test('tells nothing of whom anybody works with, and opens nobody', async () => {
    const { text, body } = await house
      .as('terje')
      .get<StaffLogins & Record<string, unknown>>('/api/staff-logins');
    expect(body.workers.length).toBeGreaterThan(3);
    for (const { participantId } of Object.values(participants)) expect(text).not.toContain(participantId);
    expect((await house.as('terje').get('/api/people')).body).toMatchObject({ people: [] });
    expect((await house.as('terje').get(`/api/people/${participants.tone.participantId}`)).said).toBe(
      '404 not-found',
    );
    expect((await house.as('terje').get('/api/my-day')).body).toMatchObject({ needs: [] });
  });

  test('says a code once, and keeps only what it can be known again by', async () => {
    const { body } = await invite('kari');
    expect(body.code).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){2}$/);
    const kept = await house.owner('select row_to_json(v)::text as row from login_invitation v');
    expect(JSON.stringify(kept)).not.toContain(body.code.replaceAll('-', ''));
    expect((await house.as('terje').get('/api/staff-logins')).text).not.toContain(body.code);
    expect(house.log()).not.toContain(body.code);
  });

  test('gives nobody anything for themself, and nobody shuts themself out', async () => {
    for (const [part, body] of [
      ['invitations', { days: 1 }],
      ['closures', { because: 'x' }],
      ['session-endings', { because: 'x' }],
    ] as const)
      expect((await house.as('terje').post(desk('terje', part), body)).said).toBe('403 not-allowed');
  });

  test('closes a login at the next request, whatever way in it has, until it is opened again', async () => {
    const ingunn = house.browser();
    await house.logIn(ingunn, 'arbeid', person('sub-ingunn-new-phone'));
    const persona = house.as('ingunn');
    expect((await persona.get('/api/session')).said).toBe('200');
    const waiting = await house.codeFor('ingunn');
    expect(
      (await house.as('terje').post(desk('ingunn', 'closures'), { because: 'Telefonen er stjålet' })).said,
    ).toBe('201');
    expect(await ingunn.who()).toBeUndefined();
    expect((await persona.get('/api/session')).said).toBe('401 not-logged-in');
    expect((await house.logIn(ingunn, 'arbeid', person('sub-ingunn-new-phone'))).place).toBe(
      '/?feil=login-closed',
    );
    expect(
      (await house.app.inject({ method: 'POST', url: '/api/demo/session', payload: { persona: 'ingunn' } }))
        .statusCode,
    ).toBe(404);
    const thief = house.browser();
    await house.logIn(thief, 'arbeid', person('thief'));
    expect((await use(waiting, thief)).said).toBe('422 invitation-unknown');
    expect((await house.as('terje').post(desk('ingunn', 'closures'), { because: 'To ganger' })).said).toBe(
      '409 already-done',
    );
    expect((await house.deskOf('Ingunn Vik'))?.closed?.because).toBe('Telefonen er stjålet');

    expect((await house.as('terje').post(desk('ingunn', 'reopenings'), { because: 'Ny telefon' })).said).toBe(
      '201',
    );
    expect((await house.as('terje').post(desk('ingunn', 'reopenings'), { because: 'x' })).said).toBe(
      '409 stale-version',
    );
    expect((await house.logIn(ingunn, 'arbeid', person('sub-ingunn-new-phone'))).place).toBe('/');
  });

  test('closing while somebody logs in leaves nobody in', async () => {
    for (let round = 0; round < 8; round++) {
      const ingunn = house.browser();
      await Promise.all([
        house.logIn(ingunn, 'arbeid', person('sub-ingunn-new-phone')),
        house.as('terje').post(desk('ingunn', 'closures'), { because: 'x' }),
      ]);
      expect(await ingunn.who()).toBeUndefined();
      await house.as('terje').post(desk('ingunn', 'reopenings'), { because: 'x' });
    }
  });

  test('logs somebody out everywhere, and they can log in again', async () => {
    const ingunn = house.browser();
    await house.logIn(ingunn, 'arbeid', person('sub-ingunn-new-phone'));
    expect((await house.deskOf('Ingunn Vik'))?.sessions).toBe(1);
    expect(
      (await house.as('terje').post(desk('ingunn', 'session-endings'), { because: 'Mistet telefon' })).said,
    ).toBe('201');
    expect(await ingunn.who()).toBeUndefined();
    expect((await house.logIn(ingunn, 'arbeid', person('sub-ingunn-new-phone'))).place).toBe('/');
  });

  test('takes a code back', async () => {
    const code = await house.codeFor('randi');
    const because = { because: 'Sendt til feil person' };
    expect((await house.as('terje').post(desk('randi', 'invitation-withdrawals'), because)).said).toBe('201');
    expect((await house.as('terje').post(desk('randi', 'invitation-withdrawals'), because)).said).toBe(
      '409 stale-version',
    );
    await house.logIn(browser, 'arbeid', person('sub-randi'));
    expect((await use(code)).said).toBe('422 invitation-unknown');
  });

  test('writes every act down, by whom, about whom and why; and no role of ours can change it', async () => {
    const { acts } = (await house.as('terje').get<StaffLogins & Record<string, unknown>>('/api/staff-logins'))
      .body;
    for (const what of ['invited', 'joined', 'replaced', 'withdrawn', 'closed', 'reopened', 'sessions-ended'])
      expect(acts.map((one) => one.what)).toContain(what);
    expect(acts.find(({ because }) => because === 'Telefonen er stjålet')).toMatchObject({
      who: 'Terje Haugland',
      what: 'closed',
      whom: 'Ingunn Vik',
    });
    expect(
      await house.owner(
        `select 1 from information_schema.role_table_grants where table_schema = 'app' and table_name ~ '^login' and table_name !~ '^login_phone' and grantee in ('app_user', 'app_engine', 'app_login')`,
      ),
    ).toEqual([]);
  });
});

test('a worker of two municipalities is looked after by one of them', async () => {
  const { municipalityId } = workerRef('terje');
  await house.owner(
    `with w as (insert into worker (municipality_id, id, organisation_id, name) select municipality_id, app.uuid7(), organisation_id, 'Siren Bø' from worker where id = $1 returning municipality_id, id),
      r as (insert into worker_role (municipality_id, worker_id, role, valid_from) select municipality_id, id, 'worker', app.now() from w)
     insert into login_worker (login_user_id, municipality_id, worker_id) select $2, municipality_id, id from w`,
    [workerRef('terje').id, personas.siren.loginId],
  );
  const shown = await house.deskOf('Siren Bø');
  expect(shown?.lookedAfterBy).toBeTruthy();
  const path = `/api/staff-logins/${municipalityId}/${shown?.id}/closures`;
  expect((await house.as('terje').post(path, { because: 'x' })).said).toBe('403 not-allowed');
});

test('what Medvandrer proves itself by to an issuer is said to be changed in time, the most pressing first', async () => {
  const keys = async () => {
    const { body } = await house.as('terje').get<StaffLogins & Record<string, unknown>>('/api/staff-logins');
    return body.keys;
  };
  await house.clock('2024-10-01T08:00+02:00');
  expect(await keys()).toEqual([]);
  await house.clock('2024-12-27T08:00+01:00');
  const [first, ...others] = await keys();
  expect(first).toEqual({
    provider: 'arbeid',
    method: 'client_secret',
    lastDay: '2024-12-27',
    daysLeft: 0,
    within: 7,
  });
  expect(others.at(-1)).toEqual({
    provider: 'id-porten',
    method: 'private_key_jwt',
    lastDay: '2025-01-01',
    daysLeft: 5,
    within: 7,
  });
  await house.clock('2025-01-02T08:00+01:00');
  expect((await keys()).map(({ within }) => within)).toEqual([0, 0, 0, 0, 0]);
});
