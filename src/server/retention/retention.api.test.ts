import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { participants, personas, workers } from '#db/demo/people.ts';
import { RUNE_BORN } from '#db/demo/story-rune.ts';
import { type House, openHouse } from '../test-house.ts';
import { ALL, keepingIn, TIME, YEARS_LATER } from './test-keeping.ts';

let house: House;
const { page, run, holds, act, decide, round, planned, approve, facts } = keepingIn(() => house);
beforeAll(async () => {
  house = await openHouse();
  await house.clock(YEARS_LATER);
});
afterAll(() => house.close());

const NONE = '0'.repeat(64);
/** One more login, of a worker who is there already, or of a new one who checks the log. */
async function login(persona: string, name: string, worker?: string): Promise<void> {
  const [made] =
    worker === undefined
      ? await house.owner<{ id: string }>(
          `with w as (insert into worker (municipality_id, id, organisation_id, name) select municipality_id, gen_random_uuid(), organisation_id, $3 from worker where municipality_id = $1 and id = $2 returning municipality_id, id),
            r as (insert into worker_role (municipality_id, worker_id, role, valid_from) select municipality_id, id, 'auditor', '2020-01-01' from w)
            select id from w`,
          [TIME, workers.terje.id, name],
        )
      : [{ id: worker }];
  await house.owner(
    `with u as (insert into login_user (id, municipality_id, name, persona) values (gen_random_uuid(), $1, $2, $3) returning id)
      insert into login_worker (login_user_id, municipality_id, worker_id) select id, $1, $4 from u`,
    [TIME, name, persona, made?.id],
  );
}

describe('«Hva vi tar vare på»', () => {
  test.each(['rune', 'siren', 'anne', 'kari', 'nora', 'jon', 'mamma'])(
    'is no place for %s',
    async (persona) => {
      expect((await house.as(persona).get('/api/retention')).said).toBe('404 not-found');
      expect((await house.as(persona).get('/api/retention/holds')).said).toBe('404 not-found');
      expect((await decide('health-record', 12, persona)).said).toBe('404 not-found');
      expect((await act(persona, 'dry-runs', ALL)).said).toBe('404 not-found');
    },
  );

  test('of another municipality is no place for anybody here', async () => {
    const elsewhere = `/api/retention/${participants.tone.municipalityId}`;
    for (const persona of ['terje', 'randi']) {
      expect((await house.as(persona).post(`${elsewhere}/dry-runs`, ALL)).said).toBe('404 not-found');
      const period = { recordClass: 'health-record', months: 1, because: 'x' };
      expect((await house.as(persona).post(`${elsewhere}/periods`, period)).said).toBe('404 not-found');
    }
  });

  test('begins with nothing decided, and then nothing goes', async () => {
    const { classes, runs, held } = await page();
    expect(classes.map(({ decisions }) => decisions)).toEqual([[], [], [], [], [], []]);
    expect([runs, held]).toEqual([[], 0]);
    expect((await planned()).state).toBe('nothing-due');
  });
});

describe('a period', () => {
  test('is decided by whoever is logged in, with a reason, and what was decided before stays', async () => {
    expect((await decide('health-record', 24)).said).toBe('201');
    expect((await decide('health-record', 24, 'randi')).said).toBe('409 already-done');
    expect((await decide('health-record', 36, 'randi')).said).toBe('201');
    const kept = (await page()).classes.find(({ legalClass }) => legalClass === 'health-record');
    expect(kept?.decisions).toMatchObject([
      { months: 36, because: 'Avtalt med arkivet', set: { by: 'Randi Undheim', proved: true } },
      { months: 24, set: { by: 'Terje Haugland', proved: true } },
    ]);
  });

  test('that is taken away is for ever again, with who and why', async () => {
    expect((await decide('relative-own')).said).toBe('201');
    expect((await decide('relative-own')).said).toBe('409 already-done');
    expect((await decide('social-case', 1)).said).toBe('201');
    expect((await decide('social-case')).said).toBe('201');
    const kept = (await page()).classes.find(({ legalClass }) => legalClass === 'social-case');
    expect(kept?.decisions.map(({ months }) => months)).toEqual([undefined, 1]);
  });

  test.each([
    [{ recordClass: 'health-record', months: 0, because: 'x' }, '400 bad-request'],
    [{ recordClass: 'health-record', months: 1201, because: 'x' }, '400 bad-request'],
    [{ recordClass: 'health-record', months: 1.5, because: 'x' }, '400 bad-request'],
    [{ recordClass: 'health-record', months: 12, because: '  ' }, '400 bad-request'],
    [{ recordClass: 'everything', months: 12, because: 'x' }, '404 not-found'],
  ])('is not set so: %o', async (body, said) => {
    expect((await act('terje', 'periods', body)).said).toBe(said);
  });
});

describe('a dry run', () => {
  test('is asked for once, also by two at the same time, and counts without names or ids', async () => {
    for (const legalClass of ['shared-plan', 'participant-own']) await decide(legalClass, 24);
    const before = await facts();
    const said = await Promise.all(
      ['terje', 'randi', 'terje'].map((persona) => act(persona, 'dry-runs', ALL)),
    );
    expect(said.map((one) => one.said).toSorted()).toEqual([
      '201',
      '409 dry-run-under-way',
      '409 dry-run-under-way',
    ]);
    expect(await run()).toMatchObject({ state: 'asked' });
    await Promise.all([round(), round()]);
    const { state, planned: plan } = await run();
    expect(state).toBe('waiting');
    expect(plan?.rows).toBeGreaterThan(20);
    expect(plan?.tally.reduce((sum, { rows }) => sum + rows, 0)).toBe(plan?.rows);
    expect(plan?.tally.map(({ newest }) => newest < '2028-01')).not.toContain(false);
    expect(await facts()).toEqual(before);
    const { text } = await house.as('randi').get('/api/retention');
    const items = await house.owner<{ row: string; person: string; name: string }>(
      'select i.fact_row as row, i.participant_id as person, p.given_name as name from retention_item i join profile p using (municipality_id, participant_id)',
    );
    expect(items.length).toBeGreaterThan(20);
    for (const { row, person, name } of items)
      for (const secret of [row, person, `"${name}`, ` ${name} `]) expect(text).not.toContain(secret);
    expect(text).not.toContain('relapse');
  });

  test('is agreed to by another person than the one who asked, whichever login they use', async () => {
    const asked = await run();
    const other = asked.asked.by === 'Terje Haugland' ? 'terje' : 'randi';
    expect(asked.asked.by).toBe(other === 'terje' ? 'Terje Haugland' : 'Randi Undheim');
    expect((await run(other)).askedByMe).toBe(true);
    expect((await approve(other, asked)).said).toBe('403 another-person-needed');
    const { name, id } = workers[other as 'terje' | 'randi'];
    await login('second', 'Helt annet navn', id);
    expect((await approve('second', asked)).said).toBe('403 another-person-needed');
    await login('namesake', `  ${name.toUpperCase().replace(' ', '  ')}`);
    expect((await approve('namesake', asked)).said).toBe('403 another-person-needed');
    expect((await run('namesake')).askedByMe).toBe(true);
    // Not past the functions either.
    await expect(
      house.owner(
        'update retention_run set approved_by = asked_by, approved_proved = true, approved_at = app.now() where id = $1',
        [asked.id],
      ),
    ).rejects.toThrow('who asked for a plan does not approve it');
  });

  test('is agreed to as it was shown, and only by those who may', async () => {
    const asked = await run();
    expect((await act('randi', `dry-runs/${asked.id}/approvals`, { proof: NONE })).said).toBe(
      '409 plan-not-as-shown',
    );
    expect((await approve('siren', asked)).said).toBe('404 not-found');
    expect((await act('randi', `dry-runs/${TIME}/approvals`, { proof: NONE })).said).toBe('404 not-found');
    expect((await run()).state).toBe('waiting');
  });

  test('is turned down with a reason, also by the one who asked, and forgets whom it named', async () => {
    const { id } = await run();
    expect((await act('terje', `dry-runs/${id}/refusals`, { because: ' ' })).said).toBe('400 bad-request');
    expect((await act('terje', `dry-runs/${id}/refusals`, { because: 'For tidlig' })).said).toBe('201');
    expect((await act('randi', `dry-runs/${id}/refusals`, { because: 'Enig' })).said).toBe(
      '409 already-answered',
    );
    expect((await run()).ended).toMatchObject({ by: { by: 'Terje Haugland' }, because: 'For tidlig' });
    expect(await house.owner('select from retention_item')).toEqual([]);
    expect((await approve('randi', await run())).said).toBe('409 already-answered');
  });

  test('is stale when a period is decided after it', async () => {
    const plan = await planned();
    await house.owner(`update installation set frozen_at = frozen_at + interval '1 second'`);
    expect((await decide('participant-own', 30)).said).toBe('201');
    expect((await run()).state).toBe('stale');
    expect((await approve('randi', plan)).said).toBe('409 plan-stale');
    await round();
    expect((await run()).ended).toBeDefined();
    expect(await house.owner('select from retention_item')).toEqual([]);
  });
});

describe('a hold', () => {
  const rune = { givenName: 'rune', familyName: 'Lende', birthDay: RUNE_BORN, because: 'Klagesak' };
  const runesLog = async () =>
    (await house.as('rune').get<{ who: string; purpose: string }[]>('/api/my-look-ups')).body;

  test('is put on by an auditor who knows name and birth day exactly, once for each reason', async () => {
    expect((await act('terje', 'holds', rune)).said).toBe('404 not-found');
    expect((await act('randi', 'holds', { ...rune, birthDay: '1992-08-18' })).said).toBe(
      '404 nobody-by-that-name',
    );
    const both = await Promise.all([1, 2].map(() => act('randi', 'holds', rune)));
    expect(both.map(({ said }) => said).toSorted()).toEqual(['201', '409 already-done']);
    expect((await act('randi', 'holds', { ...rune, because: 'Tilsyn' })).said).toBe('201');
    expect((await page()).held, 'two reasons, one person').toBe(1);
  });

  test('shows an auditor who and why, and a system administrator neither', async () => {
    expect(await holds('randi')).toMatchObject([
      { person: 'Rune Lende', because: 'Tilsyn', set: { by: 'Randi Undheim' } },
      { person: 'Rune Lende', because: 'Klagesak' },
    ]);
    const { text, body } = await house.as('terje').get<{ holds: object[] }>('/api/retention/holds');
    expect(body.holds.length).toBe(2);
    expect(text).not.toMatch(/Rune|Lende|Klagesak|Tilsyn|person|because/);
  });

  test('stands in the log of the one it is about, as the list does and a search that found nobody', async () => {
    const purposes = (await runesLog())
      .filter(({ who }) => who === 'Randi Undheim')
      .map(({ purpose }) => purpose);
    expect(purposes).toEqual(expect.arrayContaining(['retention.hold', 'retention.holds']));
    expect((await runesLog()).filter(({ who }) => who === 'Terje Haugland')).toEqual([]);
    const [searched] = await house.owner<{ count: number }>(
      `select count(*)::int as count from audit a join audit_scope s on s.id = a.scope_id where a.purpose = 'retention.hold' and s.login_user_id = $1 and s.participant_ids = '{}'`,
      [personas.randi.loginId],
    );
    expect(searched?.count).toBe(1);
  });

  test('is lifted with a reason, once, and the participant reads the whole of it in their copy', async () => {
    const [tilsyn] = await holds('randi');
    const lift = (persona: string) =>
      act(persona, `holds/${tilsyn?.id}/liftings`, { because: 'Tilsynet er avsluttet' });
    expect((await lift('terje')).said).toBe('404 not-found');
    expect((await lift('randi')).said).toBe('201');
    expect((await lift('randi')).said).toBe('409 already-done');
    expect((await page()).held).toBe(1);
    const { body } = await house.as('rune').get<{ holds: object[] }>('/api/my-copy');
    expect(body.holds).toMatchObject([
      { because: 'Klagesak', set_by: 'Randi Undheim', lifted_at: null },
      { because: 'Tilsyn', lifted_by: 'Randi Undheim', lifted_because: 'Tilsynet er avsluttet' },
    ]);
    expect((await house.as('rune').get('/api/my-copy/page')).text).toContain(
      'Randi Undheim bestemte at det ikke gjelder lenger: Tilsynet er avsluttet',
    );
  });
});
