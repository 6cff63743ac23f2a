import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StatusReport } from '#contract/figure.ts';
import { services } from '#db/demo/people.ts';
import { type House, nyStart, openHouse, pageOf } from '../test-house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const address = (service = nyStart, from = '2024-01-01', to = '2024-03-14') =>
  `/api/services/${service.municipalityId}/${service.id}/status?from=${from}&to=${to}`;
const status = (persona: string, url = address()) => house.as(persona).get<StatusReport>(url);
const lineOf = (report: StatusReport, figure: string, span: string) =>
  report.lines.find((line) => line.figure === figure && line.span === span);

describe('«Status på en dato»', () => {
  test('tells the leader of the service every figure, for whole months', async () => {
    const { body, said } = await status('anne');
    expect(said).toBe('200');
    expect(body).toMatchObject({ name: 'Ny Start', from: '2024-01-01', to: '2024-03-14' });
    expect(body.lines.map(({ figure, span }) => `${figure} ${span}`)).toEqual([
      'mapped period',
      'mapped total',
      'in-service date',
      'day-groups period',
      'to-work period',
      'to-work total',
      'to-inpatient period',
      'to-inpatient total',
    ]);
    expect(lineOf(body, 'mapped', 'period')?.to).not.toBe('2024-03-14');
    expect(lineOf(body, 'in-service', 'date')).toMatchObject({ to: '2024-03-14', value: expect.any(Number) });
  });

  test('has no count of one to four, whatever day is asked for', async () => {
    for (const to of ['2024-01-31', '2024-02-12', '2024-02-29', '2024-03-13']) {
      const { body } = await status('anne', address(nyStart, '2024-01-01', to));
      for (const { value, split } of body.lines.filter(({ figure }) => figure !== 'day-groups'))
        for (const count of [value ?? 0, ...Object.values(split?.counts ?? {})])
          expect([to, count, count === 0 || count >= 5]).toEqual([to, count, true]);
    }
  });

  test('is found by nobody else: not by those who work there, nor by partners, participants or other leaders', async () => {
    for (const persona of ['ola', 'siren', 'kari', 'rune', 'per', 'christer'])
      expect([persona, (await status(persona)).said]).toEqual([persona, '404 not-found']);
    const sola = { municipalityId: services.sola.municipalityId, id: services.sola.id };
    expect((await status('anne', address(sola))).said).toBe('404 not-found');
    expect((await house.nobody.get(address())).said).toBe('401 not-logged-in');
  });

  test('is there for the user council that follows the service, as it is for the leader', async () => {
    const { body } = await status('jon');
    expect(body.lines).toEqual((await status('anne')).body.lines);
    const sola = { municipalityId: services.sola.municipalityId, id: services.sola.id };
    expect((await status('jon', address(sola))).said).toBe('404 not-found');
  });

  test('is refused for days that have not been, and for a period that ends before it begins', async () => {
    expect((await status('anne', address(nyStart, '2024-01-01', '2024-03-15'))).said).toBe(
      '422 in-the-future',
    );
    expect((await status('anne', address(nyStart, '2024-02-01', '2024-01-31'))).said).toBe(
      '422 period-backwards',
    );
    expect((await status('anne', address(nyStart, '2024-02-30', '2024-03-01'))).said).toBe('400 bad-request');
  });

  test('opens nobody, and each look is in the log as a figure', async () => {
    const looks = () =>
      house.owner<{ action: string; opened: number }>(
        `select action, cardinality(participant_ids) as opened from look_up where purpose = 'status'`,
      );
    const before = (await looks()).length;
    await status('anne');
    expect((await looks()).slice(before)).toEqual([{ action: 'figure', opened: 0 }]);
    expect((await house.as('anne').get(pageOf('rune'))).said).toBe('404 not-found');
  });
});
