import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Enquiries } from '#contract/enquiry.ts';
import type { PersonPage } from '#contract/person.ts';
import type { KnownPerson } from '#contract/shapes.ts';
import { municipalities, participants } from '#db/demo/people.ts';
import { type House, nyStart, openHouse, pageOf, workerRef } from '../test-house.ts';

let house: House;
let rune: { phone: string; birthDay: string };
beforeAll(async () => {
  house = await openHouse();
  [rune] = (await house.owner(
    `select phone, birth_day::text as "birthDay" from profile where participant_id = $1 and not superseded`,
    [participants.rune.participantId],
  )) as [typeof rune];
});
afterAll(() => house.close());

interface Said {
  participantId: string;
  id: string;
  code: string;
  known?: KnownPerson[];
}
const send = (persona: string, more: object, headers = {}) =>
  house.as(persona).post<Said>(
    '/api/enquiries',
    {
      home: municipalities.time.id,
      service: nyStart,
      source: 'family',
      givenName: 'Sønnen',
      words: 'Han trenger noen.',
      ...more,
    },
    headers,
  );
const runeLooks = () =>
  house.owner('select action, purpose from look_up where $1 = any (participant_ids) order by number', [
    participants.rune.participantId,
  ]);
const lastNumber = async () =>
  (await house.owner<{ n: number }>('select coalesce(max(number), 0)::int as n from audit'))[0]?.n ?? 0;
const runeFacts = () =>
  house.owner<{ n: number }>('select count(*)::int as n from timeline where participant_id = $1', [
    participants.rune.participantId,
  ]);

describe('an enquiry about somebody I have a relation to', () => {
  test.each([
    ['the same phone', () => ({ phone: rune.phone })],
    ['the same phone, written otherwise', () => ({ phone: `+47${rune.phone.replaceAll(' ', '')}` })],
    [
      'the same name and birth day',
      () => ({ givenName: 'rune ', familyName: 'LENDE', birthDay: rune.birthDay }),
    ],
    ['the first name and the birth day', () => ({ givenName: 'Rune', birthDay: rune.birthDay })],
  ])('by %s is held back, and says whom it may be', async (_, same) => {
    const before = await house.counts();
    const { said, body } = await send('siren', same());
    expect(said).toBe('409 already-known');
    expect(body.known).toEqual([
      {
        participantId: participants.rune.participantId,
        name: 'Rune Lende',
        service: 'Ny Start',
        state: 'active',
        mayAdd: true,
      },
    ]);
    expect({ ...(await house.counts()), audit: 0 }).toEqual({ ...before, audit: 0 });
  });

  test('stands in the person’s log, though nothing was added', async () => {
    const before = await runeLooks();
    await send('siren', { phone: rune.phone });
    expect(await runeLooks()).toEqual([...before, { action: 'search', purpose: 'enquiry.known' }]);
  });

  test('is added to them when the sender says so', async () => {
    const enquiry = { service: nyStart, source: 'family', words: 'Mor lurer på hvordan det går.' };
    expect((await house.as('siren').post(pageOf('rune', 'enquiries'), enquiry)).said).toBe('201');
    const { body } = await house.as('siren').get<PersonPage>(pageOf('rune'));
    expect(body.enquiries?.[0]?.words).toBe(enquiry.words);
  });

  test('is not added by one who may not write enquiries there, nor by one who does not know them', async () => {
    const enquiry = { service: nyStart, source: 'nav', words: 'x' };
    expect((await house.as('ingunn').post(pageOf('rune', 'enquiries'), enquiry)).said).toBe(
      '403 not-allowed',
    );
    expect((await house.as('per').post(pageOf('rune', 'enquiries'), enquiry)).said).toBe('404 not-found');
    const { body } = await send('ingunn', { phone: rune.phone });
    expect(body.known).toMatchObject([{ name: 'Rune Lende', mayAdd: false }]);
  });

  test('is somebody else when the sender says so', async () => {
    const { said, body } = await send('siren', { phone: rune.phone, otherPerson: true });
    expect(said).toBe('201');
    expect(body.participantId).not.toBe(participants.rune.participantId);
  });

  test('that shares only a name, or only a birth day, is no hit', async () => {
    expect((await send('siren', { givenName: 'Rune', familyName: 'Lende' })).said).toBe('201');
    expect((await send('siren', { givenName: 'Kåre', birthDay: rune.birthDay })).said).toBe('201');
    expect(
      (await send('siren', { givenName: 'Rune', familyName: 'Berg', birthDay: rune.birthDay })).said,
    ).toBe('201');
  });

  test('sent again with its key is answered as the first time, though by then it is known', async () => {
    const key = { 'idempotency-key': crypto.randomUUID() };
    const ask = () => send('siren', { givenName: 'Ny her', phone: '900 77 123' }, key);
    const [one, two] = [await ask(), await ask()];
    expect([one.said, two.said]).toEqual(['201', '201']);
    expect(two.body.participantId).toBe(one.body.participantId);
    expect((await send('ola', { phone: '90077123' })).said).toBe('409 already-known');
  });
});

describe('an enquiry about somebody I have no relation to', () => {
  test('is answered as one about a stranger, takes the same way, and leaves no trace with the person', async () => {
    const [looks, facts] = [await runeLooks(), await runeFacts()];
    // NAV Klepp's neighbour in another municipality’s own service: near, and no relation to Rune.
    const [{ id: torill } = { id: '' }] = await house.owner<{ id: string }>(
      `insert into login_user (id, municipality_id, name, persona) values (app.uuid7(), $1, 'Torill', 'torill') returning id`,
      [workerRef('torill').municipalityId],
    );
    await house.owner('insert into login_worker values ($1, $2, $3)', [
      torill,
      workerRef('torill').municipalityId,
      workerRef('torill').id,
    ]);
    const begun = await lastNumber();
    const stranger = await send('torill', { phone: '900 66 666' });
    const between = await lastNumber();
    const known = await send('torill', { phone: rune.phone, birthDay: rune.birthDay, givenName: 'Rune' });
    const masked = (text: string) => text.replaceAll(/[0-9a-f-]{36}/g, '#');
    expect(known.status).toBe(stranger.status);
    expect(masked(known.text)).toBe(masked(stranger.text));
    expect(known.text.length).toBe(stranger.text.length);
    expect(Object.keys(known.headers).sort()).toEqual(Object.keys(stranger.headers).sort());
    // The same rows in the log, about the new person alone.
    const logBetween = (after: number, upTo: number) =>
      house.owner(
        'select action, purpose, cardinality(participant_ids) as people from look_up where number > $1 and number <= $2 order by number',
        [after, upTo],
      );
    const ended = await lastNumber();
    const ofStranger = await logBetween(begun, between);
    expect(ofStranger.length).toBeGreaterThan(0);
    expect(await logBetween(between, ended)).toEqual(ofStranger);
    expect(await runeLooks()).toEqual(looks);
    expect(await runeFacts()).toEqual(facts);
    expect((await house.as('torill').get(pageOf('rune'))).said).toBe('404 not-found');
  });
});

describe('somebody who was here before and has ended', () => {
  /** Taken in with Siren beside them, and ended; Siren stays on the team unless she leaves. */
  async function ended(phone: string, sirenLeaves: boolean): Promise<string> {
    const { body } = await send('siren', { givenName: 'Har vært her', phone });
    const page = `/api/people/${body.participantId}`;
    const enrolment = { service: nyStart, contactPerson: workerRef('siren'), startDay: '2024-03-14' };
    await house.as('siren').post(`${page}/enrolments`, enrolment);
    await house.owner(
      `insert into enrolment_state (municipality_id, id, participant_id, fact_id, recorded_by, said_by, legal_class, happened_at, enrolment_id, state, ended_because)
       select municipality_id, $2, participant_id, $2, recorded_by, said_by, legal_class, happened_at + interval '1 second', enrolment_id, 'ended', 'reached'
       from enrolment_state where participant_id = $1`,
      [body.participantId, crypto.randomUUID()],
    );
    if (!sirenLeaves) return body.participantId;
    const [member] = (await house.as('siren').get<PersonPage>(page)).body.team ?? [];
    const leave = { supersedes: member?.versionId, reason: 'ferdig' };
    await house.as('siren').post(`${page}/team-memberships/${member?.id}/endings`, leave);
    await house.clock('2024-03-14T08:21+01:00');
    return body.participantId;
  }

  test('is new to whoever receives them, and the old stay opens to nobody through it', async () => {
    const old = await ended('900 88 001', true);
    const received = await send('siren', { phone: '900 88 001', givenName: 'Tilbake' });
    expect(received.said).toBe('201');
    expect(received.body.participantId).not.toBe(old);
    const { body } = await house.as('siren').get<Enquiries>('/api/enquiries');
    const listed = body.enquiries.map(({ participantId }) => participantId);
    expect(listed).toContain(received.body.participantId);
    expect(listed).not.toContain(old);
  });

  test('is the same person to somebody who still stands beside them, and is seen by those who take in', async () => {
    const old = await ended('900 88 002', false);
    expect((await house.as('ola').get(`/api/people/${old}`)).status).toBe(404);
    await house.clock('2024-03-14T08:25+01:00');
    expect((await send('siren', { phone: '900 88 002' })).said).toBe('409 already-known');
    const enquiry = { service: nyStart, source: 'self', words: 'Vil begynne igjen.' };
    expect((await house.as('siren').post(`/api/people/${old}/enquiries`, enquiry)).said).toBe('201');
    const { body } = await house.as('ola').get<Enquiries>('/api/enquiries');
    expect(body.enquiries.find(({ participantId }) => participantId === old)?.words).toBe(enquiry.words);
    await house.clock('2024-03-14T08:20+01:00');
  });
});
