import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Enquiries } from '#contract/enquiry.ts';
import type { Letters } from '#contract/letter.ts';
import { participants } from '#db/demo/people.ts';
import { type House, nyStart, openHouse, pageOf } from '../test-house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());
beforeEach(() => house.clock('2024-03-14T08:20+01:00'));

const box = async () => (await house.as('siren').get<Letters>('/api/letters')).body.letters;
const connect = (persona: string, letter: object) =>
  house.as(persona).post(pageOf('rune', 'letters'), { letter });

describe('somebody close who asks for help themself', () => {
  const mine = { service: nyStart, words: 'Jeg sover ikke.', name: 'Wenche', phone: '900 00 777' };
  const forMyself = (body: object) => house.nobody.post('/api/letters/for-myself', body);

  test('is answered as everyone, must say how to be reached, and lies in the box', async () => {
    const answer = await forMyself(mine);
    expect([answer.status, answer.text]).toEqual([201, '{"received":true}']);
    expect((await forMyself({ ...mine, phone: undefined })).said).toBe('400 bad-request');
    expect((await forMyself({ ...mine, about: 'Rune' })).said).toBe('400 bad-request');
    const letter = (await box()).find(({ writer }) => writer?.name === 'Wenche');
    expect(letter).toMatchObject({ kind: 'for-myself', writer: { phone: '900 00 777' } });
    expect((await connect('siren', letter?.letter ?? {})).said).toBe('422 not-about-somebody');
  });

  test('becomes a person of their own, answered from when they wrote; the words are theirs', async () => {
    await house.clock('2024-03-15T09:00+01:00');
    const letter = (await box()).find(({ writer }) => writer?.name === 'Wenche')?.letter;
    const enquiry = {
      home: participants.rune.municipalityId,
      service: nyStart,
      source: 'relative',
      givenName: 'Wenche',
      phone: '900 00 777',
      words: 'Jeg sover ikke.',
      letter,
    };
    const received = await house.as('ola').post<{ participantId: string }>('/api/enquiries', enquiry);
    expect(received.said).toBe('201');
    const { participantId } = received.body;
    const { body } = await house.as('ola').get<Enquiries>('/api/enquiries');
    expect(body.enquiries.find((one) => one.participantId === participantId)).toMatchObject({
      source: 'relative',
      receivedAt: '2024-03-14T07:20:00.000Z',
    });
    const [fact] = await house.owner('select legal_class from enquiry where participant_id = $1', [
      participantId,
    ]);
    expect(fact).toEqual({ legal_class: 'relative-own' });
    expect((await house.as('siren').post('/api/enquiries', { ...enquiry, otherPerson: true })).said).toBe(
      '409 already-done',
    );
    // No row of one names the other, whoever reads it.
    const { text } = await house.as('rune').get('/api/my-plan');
    expect(text).not.toMatch(/Wenche|900 00 777/);
    const page = await house.as('ola').get(`/api/people/${participantId}`);
    expect(page.text).not.toMatch(/Lende|900 00 101/);
  });
});
