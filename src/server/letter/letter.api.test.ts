import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ConfidedAbout, Letters } from '#contract/letter.ts';
import type { LookUp } from '#contract/look-up.ts';
import type { MyDay } from '#contract/person.ts';
import type { MyPlan } from '#contract/plan.ts';
import { participants, services, workers } from '#db/demo/people.ts';
import { type House, nyStart, openHouse, pageOf } from '../test-house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());
beforeEach(() => house.clock('2024-03-14T08:20+01:00'));

const sola = { municipalityId: services.sola.municipalityId, id: services.sola.id };
const about = (who: string, more: object = {}) => ({
  service: nyStart,
  about: who,
  words: 'Jeg er redd for at noe skjer.',
  confidence: 'kept',
  ...more,
});
const write = (body: object, headers = {}) => house.nobody.post('/api/letters', body, headers);
const box = async (persona = 'siren') => (await house.as(persona).get<Letters>('/api/letters')).body.letters;
const written = async (who: string) => (await box()).find((letter) => letter.about === who);
/** A letter about somebody, and where it lies. */
async function letterAbout(who: string, more: object = {}) {
  expect((await write(about(who, more))).said).toBe('201');
  return (await written(who))?.letter ?? { municipalityId: '', id: '' };
}
const connect = (persona: string, letter: object, who: keyof typeof participants = 'rune') =>
  house.as(persona).post(pageOf(who, 'letters'), { letter });

describe('a letter about somebody', () => {
  const steady = ({ headers }: { headers: Record<string, unknown> }) =>
    Object.fromEntries(Object.entries(headers).filter(([name]) => !/^(date|x-ratelimit-)/.test(name)));

  test('is answered byte for byte alike, whoever it is about and whoever writes', async () => {
    const known = ['Rune Lende', 'Rune', '900 00 101', participants.rune.participantId];
    const unknown = ['Ingen Kjenner', 'Qwrty', '900 00 999', randomUUID()];
    const answers = [];
    for (const who of [...known, ...unknown]) answers.push(await write(about(who)));
    for (const persona of ['mamma', 'rune', 'siren'])
      answers.push(await house.as(persona).post('/api/letters', about('Rune Lende')));
    const [first] = answers;
    if (first === undefined) throw new Error('nothing was answered');
    expect([first.status, first.text]).toEqual([201, '{"received":true}']);
    for (const answer of answers)
      expect([answer.status, answer.text, steady(answer)]).toEqual([first.status, first.text, steady(first)]);
  });

  test('is put down without a look at any table about people: all of them may be locked', async () => {
    const tables = Object.keys(await house.counts()).concat('related_person', 'audit', 'audit_scope');
    await house.owner('begin');
    await house.owner(`lock table ${[...new Set(tables)].join(', ')} in access exclusive mode`);
    try {
      expect((await write(about('Rune Lende, mens alt er låst'))).said).toBe('201');
    } finally {
      await house.owner('rollback');
    }
    expect(await written('Rune Lende, mens alt er låst')).toMatchObject({ kind: 'about-somebody' });
  });

  test('adds nothing about anybody, and stands in nobody’s log', async () => {
    const before = await house.counts();
    const looks = async () => (await house.as('rune').get<LookUp[]>('/api/my-look-ups')).body.length;
    const seen = await looks();
    await write(about('Rune Lende', { name: 'Ida', phone: '900 00 062', relation: 'venn' }));
    expect(await house.counts()).toEqual(before);
    await box();
    expect(await looks()).toBe(seen);
  });

  test('sent again with its key lies there once', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    for (const _ of [1, 2, 3]) expect((await write(about('To ganger'), headers)).said).toBe('201');
    await Promise.all([1, 2, 3].map(() => write(about('To ganger'), headers)));
    expect((await box()).filter((letter) => letter.about === 'To ganger')).toHaveLength(1);
  });

  test.each([
    ['without saying whether it is kept', about('x', { confidence: undefined })],
    ['with another wish than the two', about('x', { confidence: 'maybe' })],
    ['about nobody', about(' ')],
    ['without words', about('x', { words: '\n' })],
    ['too long', about('x', { words: 'a'.repeat(4001) })],
    ['with a number that is none', about('x', { phone: 'ring meg' })],
    ['with a field more', about('x', { participantId: participants.rune.participantId })],
    ['with NUL in it', about('x\u0000')],
  ])('%s is refused', async (_, body) => {
    expect((await write(body)).said).toBe('400 bad-request');
  });

  test('to a service that opens no box is told so, and from another site is refused', async () => {
    const nowhere = { municipalityId: nyStart.municipalityId, id: randomUUID() };
    expect((await write(about('x', { service: nowhere }))).said).toBe('404 not-found');
    expect((await write(about('x'), { 'sec-fetch-site': 'cross-site' })).said).toBe('403 forged-request');
  });
});

describe('a flood', () => {
  test('from one address is held back, and from many fills one box and no other', async () => {
    const small = await openHouse({ letterLimit: 3 });
    const said = [];
    for (const _ of [1, 2, 3, 4]) said.push((await small.nobody.post('/api/letters', about('x'))).said);
    expect(said).toEqual(['201', '201', '201', '429 too-many-requests']);
    await small.close();
    await house.owner(
      `insert into letter (municipality_id, id, service_id, kind, about, words, confidence)
        select $1, app.uuid7(), $2, 'about-somebody', 'flom', 'x', 'kept' from generate_series(1, 100)`,
      [nyStart.municipalityId, nyStart.id],
    );
    expect((await write(about('Rune Lende'))).said).toBe('429 letterbox-full');
    expect((await write(about('Ingen Kjenner'))).said).toBe('429 letterbox-full');
    expect((await write(about('x', { service: sola }))).said).toBe('201');
    await house.owner(`delete from letter where about = 'flom'`);
  });
});

describe('the box', () => {
  test('is opened by those who take in to that service, and by nobody else', async () => {
    const letter = await letterAbout('Bare for inntak');
    for (const persona of ['siren', 'ola'])
      expect(
        (await box(persona)).map(({ letter }) => letter.id),
        persona,
      ).toContain(letter.id);
    for (const persona of ['per', 'ingunn', 'christer', 'anne', 'kari', 'jon', 'rune', 'mamma']) {
      const { text } = await house.as(persona).get('/api/letters');
      expect(text, persona).not.toContain('Bare for inntak');
      expect((await house.as(persona).post('/api/letter-notings', { letter })).said, persona).toBe(
        '404 not-found',
      );
    }
    expect((await house.nobody.get('/api/letters')).said).toBe('401 not-logged-in');
  });

  test('stands on «Min dag» of those who open it while something lies there', async () => {
    const waits = async (persona: string) => (await house.as(persona).get<MyDay>('/api/my-day')).body.letters;
    const before = (await waits('siren')) ?? 0;
    await letterAbout('En til');
    expect(await waits('siren')).toBe(before + 1);
    expect(await waits('ingunn')).toBeUndefined();
  });

  test('opened is logged, with nobody’s name', async () => {
    await box();
    const [row] = await house.owner(
      `select purpose, participant_ids from look_up where purpose = 'letters' order by number desc limit 1`,
    );
    expect(row).toEqual({ purpose: 'letters', participant_ids: [] });
  });

  test('loses the words of a letter that is dealt with, which is done once', async () => {
    const letter = await letterAbout('Vet ikke hvem');
    const note = (persona: string) => house.as(persona).post('/api/letter-notings', { letter });
    const twice = await Promise.all([note('siren'), note('ola')]);
    expect(twice.map(({ said }) => said).sort()).toEqual(['201', '409 already-done']);
    expect((await note('siren')).said).toBe('409 already-done');
    const line = (await box()).find((one) => one.letter.id === letter.id);
    expect(line?.handled?.how).toBe('noted');
    expect(Object.keys(line ?? {}).sort()).toEqual([
      'handled',
      'kind',
      'letter',
      'receivedAt',
      'service',
      'serviceName',
    ]);
  });
});

describe('connected to somebody, a letter', () => {
  const seenBy = async (persona: string, who: keyof typeof participants = 'rune') =>
    ((await house.as(persona).get<ConfidedAbout>(pageOf(who, 'letters'))).body.letters ?? []).map(
      ({ about: named }) => named,
    );

  test('that is kept is read by the contact person, and is not there for the person or anybody else', async () => {
    const letter = await letterAbout('Rune L., holdt', { name: 'Ida', words: 'MARKØR-HOLDT' });
    expect((await connect('siren', letter)).said).toBe('201');
    for (const persona of ['siren', 'ola'])
      expect(await seenBy(persona), persona).toContain('Rune L., holdt');
    for (const persona of ['ingunn', 'christer', 'kari', 'mamma', 'rune'])
      for (const part of ['', 'letters'])
        expect((await house.as(persona).get(pageOf('rune', part))).text, persona).not.toMatch(
          /MARKØR-HOLDT|Rune L., holdt/,
        );
    // Looking with the contact person's eyes shows the person no more than their own.
    const { municipalityId, id } = workers.siren;
    const worker = { municipalityId, id };
    const preview = await house.as('rune').post(pageOf('rune', 'previews'), { worker, topics: [] });
    expect([preview.status, preview.text.includes('MARKØR-HOLDT')]).toEqual([200, false]);
    const mine = await house.as('rune').get<MyPlan>('/api/my-plan');
    expect(mine.text).not.toContain('MARKØR-HOLDT');
    expect(mine.body).not.toHaveProperty('confided');
    const [row] = await house.owner(`select legal_class, said_by from confided where letter_id = $1`, [
      letter.id,
    ]);
    expect(row).toEqual({ legal_class: 'relative-own', said_by: letter.id });
  });

  test('that may be told is read by the person, with who wrote it', async () => {
    const letter = await letterAbout('Rune, åpent', {
      confidence: 'told',
      name: 'Kristin',
      relation: 'søster',
    });
    await connect('siren', letter);
    const { body } = await house.as('rune').get<MyPlan>('/api/my-plan');
    expect(body.confided).toEqual([
      expect.objectContaining({
        about: 'Rune, åpent',
        confidence: 'told',
        writer: { name: 'Kristin', relation: 'søster' },
      }),
    ]);
    expect(await seenBy('ingunn')).toEqual(['Rune, åpent']);
    expect(await seenBy('kari')).toEqual([]);
  });

  test('stands in the person’s log in the same words either way, which tell of no letter', async () => {
    const { body } = await house.as('rune').get<LookUp[]>('/api/my-look-ups');
    const papers = body.filter(({ purpose }) => purpose === 'papers');
    const acts = papers.filter(({ action }) => action === 'change');
    expect(acts).toHaveLength(2);
    const told = acts.map((act) => ({ ...act, at: '', number: 0 }));
    expect(told[1]).toEqual(told[0]);
    expect(told[0]).toMatchObject({ who: 'Siren Bø' });
    // And the same where there is nothing: whoever opens the person's network looks for papers.
    await house.as('siren').get(pageOf('tone', 'letters'));
    const toneLog = await house.as('tone').get<LookUp[]>('/api/my-look-ups');
    const [empty] = toneLog.body.filter(({ purpose }) => purpose === 'papers');
    const [read] = papers.filter(({ action, who }) => action === 'read' && who === 'Siren Bø');
    expect({ ...empty, at: '', number: 0, roles: [] }).toEqual({ ...read, at: '', number: 0, roles: [] });
  });

  test('goes only to somebody the reader has a relation to, and is taken once', async () => {
    const letter = await letterAbout('Hvem da?');
    expect((await connect('per', letter)).said).toBe('404 not-found');
    expect((await connect('ola', letter, 'tone')).said).toBe('404 not-found');
    // Beside Rune, and not one of those who open the box.
    expect((await connect('ingunn', letter)).said).toBe('403 not-allowed');
    const both = await Promise.all([connect('siren', letter), connect('ola', letter)]);
    expect(both.map(({ said }) => said).sort()).toEqual(['201', '409 already-done']);
    expect(await written('Hvem da?')).toBeUndefined();
  });

  test('of another service is not theirs to take', async () => {
    await write(about('Til Sola', { service: sola }));
    const [row] = await house.owner<{ id: string }>(`select id from letter where about = 'Til Sola'`);
    const letter = { municipalityId: sola.municipalityId, id: row?.id };
    expect((await connect('siren', letter)).said).toBe('404 not-found');
  });

  test('can be taken back by those who read it, and lies in the box again', async () => {
    const letter = await letterAbout('Feil Rune', { confidence: 'told' });
    const { id } = await connect('siren', letter);
    const back = (persona: string) =>
      house
        .as(persona)
        .post(pageOf('rune', `letters/${id}/withdrawals`), { supersedes: id, reason: 'en annen Rune' });
    expect((await back('rune')).said).toBe('403 not-allowed');
    expect((await back('ingunn')).said).toBe('403 not-allowed');
    expect((await back('siren')).said).toBe('201');
    expect((await back('siren')).said).toBe('409 stale-version');
    expect(await seenBy('siren')).not.toContain('Feil Rune');
    expect(await written('Feil Rune')).toMatchObject({ words: 'Jeg er redd for at noe skjer.' });
    expect((await connect('siren', letter)).said).toBe('201');
  });
});
