import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PersonPage } from '#contract/person.ts';
import type { MyPlan } from '#contract/plan.ts';
import type { Told } from '#contract/told.ts';
import { toldVersions } from '#domain/told/told.ts';
import { type House, openHouse, pageOf } from '../test-house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const rules = 'confidentiality-and-group-rules' as const;
type Code = keyof typeof toldVersions;
const tell = (persona: string, code: Code, more: object = {}, who: 'rune' | 'tone' = 'rune') =>
  house.as(persona).post(pageOf(who, 'acknowledgements'), {
    code,
    language: 'nb',
    textVersion: toldVersions[code],
    ...more,
  });
const textOf = async (persona: string, code: Code, who: 'rune' | 'tone' = 'rune') =>
  (await house.as(persona).get<Told>(pageOf(who, 'told'))).body.texts.find((text) => text.code === code);
const stateOf = async (code: Code) =>
  (await house.as('rune').get<MyPlan>('/api/my-plan')).body.informed.find((one) => one.code === code)?.state;

describe('what somebody is told', () => {
  test('by a worker is kept word for word, with who told it, and the participant reads it', async () => {
    expect(await stateOf('rights')).toBe('owed');
    expect((await tell('siren', 'rights')).said).toBe('201');
    const text = await textOf('rune', 'rights');
    expect(text).toMatchObject({ state: 'told', told: [{ by: 'Siren Bø', version: toldVersions.rights }] });
    expect(text?.told[0]?.words).toBe(text?.text);
    expect(await stateOf('rights')).toBe('told');
  });

  test('is theirs to read alone, and then nobody told it', async () => {
    expect((await tell('rune', 'treatment-choice')).said).toBe('201');
    const [telling] = (await textOf('siren', 'treatment-choice'))?.told ?? [];
    expect(telling).toBeDefined();
    expect(telling).not.toHaveProperty('by');
  });

  test('about what is open comes from the timetable of the services they are in', async () => {
    const offers = await textOf('rune', 'offers');
    expect(offers?.text).toMatch(/åpent i Ny Start/);
    expect(offers?.text).toMatch(/^Mandag kl\. 09\.30/m);
    const sola = (await house.as('siren').get<Told>(pageOf('tone', 'told'))).body.texts;
    expect(sola.find(({ code }) => code === 'offers')?.text).toMatch(/Ny Start/);
  });

  test('comes in the reader’s language, and is kept in the one it was told in', async () => {
    const english = await house.as('rune').get<Told>(pageOf('rune', 'told'), { 'accept-language': 'en' });
    expect(english.body.texts.find(({ code }) => code === 'rights')?.text).toMatch(/individual plan/);
    await tell('siren', 'expectations', { language: 'nn' });
    expect((await textOf('rune', 'expectations'))?.told[0]?.words).toMatch(/kvarandre|Dette kan du vente/);
  });
});

describe('the rules of the group', () => {
  test('are not told before somebody has signed', async () => {
    const before = await house.counts();
    expect((await tell('siren', rules, {}, 'tone')).said).toBe('422 not-signed');
    expect((await tell('tone', rules, { signedName: '   ' }, 'tone')).said).toBe('400 bad-request');
    expect(await house.counts()).toEqual(before);
  });

  test('are signed on the worker’s screen as the participant’s own act', async () => {
    const { id, said } = await tell('siren', rules, { signedName: 'Tone Skår' }, 'tone');
    expect(said).toBe('201');
    const [row] = await house.owner(
      'select said_by = participant_id as own, signed_name, told_by_worker_id is not null as told from acknowledgement where id = $1',
      [id],
    );
    expect(row).toEqual({ own: true, signed_name: 'Tone Skår', told: true });
  });

  test('are not kept without a name, whoever writes to the database', async () => {
    const unsigned = house.owner(
      `insert into acknowledgement (municipality_id, id, participant_id, fact_id, recorded_by, said_by, legal_class, happened_at, code, text_version, words)
       select municipality_id, $1, participant_id, $1, recorded_by, said_by, legal_class, happened_at, code, text_version, words from acknowledgement
       where code = $2 limit 1`,
      [crypto.randomUUID(), rules],
    );
    await expect(unsigned).rejects.toThrow(/acknowledgement_check/);
  });

  test('complete the step of the first week, and nothing else does', async () => {
    const steps = async () =>
      (await house.as('siren').get<PersonPage>(pageOf('rune'))).body.steps?.find(
        ({ code }) => code === 'rules-explained',
      );
    const [signed] = (await textOf('siren', rules))?.told ?? [];
    expect((await steps())?.doneAt).toBeDefined();
    const back = { supersedes: signed?.id, reason: 'feil person' };
    expect(
      (await house.as('siren').post(pageOf('rune', `acknowledgements/${signed?.id}/withdrawals`), back)).said,
    ).toBe('201');
    await tell('siren', 'rights');
    expect((await steps())?.doneAt).toBeUndefined();
    await tell('rune', rules, { signedName: 'Rune' });
    expect((await steps())?.doneAt).toBeDefined();
  });
});

describe('a newer edition', () => {
  test('shows as new, can be told again, and the old one stays as it was', async () => {
    await house.owner(
      `update acknowledgement set text_version = 1, words = 'Slik sto det før.' where code = 'offers' and participant_id = (select participant_id from login_user where persona = 'rune')`,
    );
    const current = toldVersions.offers;
    expect((await tell('siren', 'offers', { textVersion: current + 1 })).said).toBe('409 stale-version');
    await tell('siren', 'offers');
    const told = (await textOf('rune', 'offers'))?.told ?? [];
    expect(told.map(({ words }) => words)).toEqual([
      expect.stringContaining('åpent i Ny Start'),
      'Slik sto det før.',
    ]);
  });
});

describe('who may', () => {
  test('those beside the person read and tell; NAV and other municipalities see nothing of it', async () => {
    for (const beside of ['ingunn', 'christer'])
      expect((await house.as(beside).get(pageOf('rune', 'told'))).status, beside).toBe(200);
    expect((await tell('ingunn', 'rights')).said).toBe('201');
    for (const outside of ['kari', 'per', 'tone'])
      expect((await house.as(outside).get(pageOf('rune', 'told'))).said, outside).toBe('404 not-found');
    expect((await tell('kari', 'rights')).said).toBe('403 not-allowed');
    expect((await tell('per', 'rights')).said).toBe('404 not-found');
    const { body } = await house.as('kari').get<PersonPage>(pageOf('rune'));
    expect(body).not.toHaveProperty('informed');
  });
});
