import { describe, expect, it } from 'vitest';
import { idsFrom } from '#db/population/ids.ts';
import { interleavedRatio, median, percentile, round } from './figures.ts';
import { cell, openSheet } from './sheet.ts';

describe('percentile', () => {
  it('is a measured value, by nearest rank', () => {
    const values = Array.from({ length: 200 }, (_, n) => 200 - n);
    expect(percentile(values, 0.5)).toBe(100);
    expect(percentile(values, 0.99)).toBe(198);
    expect(percentile(values, 1)).toBe(200);
    expect(percentile([7], 0.99)).toBe(7);
    expect(percentile([], 0.5)).toBeNaN();
  });
});

describe('median', () => {
  it('lies between the two in the middle', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
  });
});

describe('interleaved ratio', () => {
  it('weighs every subject the same, and a single slow run not at all', () => {
    const quick = { with: [2, 2, 900], without: [1, 1, 1] };
    const slow = { with: [150, 150, 150], without: [100, 100, 100] };
    const usual = { with: [16, 16, 16], without: [10, 10, 10] };
    expect(interleavedRatio([quick, slow, usual])).toBe(1.6);
  });

  it('rounds to what can be read', () => {
    expect(round(1.23456)).toBe(1.23);
    expect(round(1234.5, 0)).toBe(1235);
  });
});

describe('rows for COPY', () => {
  it('escapes what would end a column or a row', () => {
    expect(cell('a\tb\nc\\d')).toBe('a\\tb\\nc\\\\d');
    expect([cell(null), cell(false), cell(['goals', 'team'])]).toEqual(['\\N', 'false', '{goals,team}']);
  });

  it('are taken in an order in which they can be put in', () => {
    const sheet = openSheet();
    sheet.add('login_worker', { login_user_id: 'l', municipality_id: 'm', worker_id: 'w' });
    sheet.add('municipality', { id: 'm', number: '1000', name: 'Å' });
    expect(sheet.take().map(({ table, text }) => [table, text])).toEqual([
      ['municipality', 'm\t1000\tÅ\n'],
      ['login_worker', 'l\tm\tw\n'],
    ]);
    expect(sheet.take()).toEqual([]);
  });

  it('have ids of version 7 form', () => {
    expect(idsFrom(() => 0.999)(Date.UTC(2024, 2, 14))).toMatch(
      /^018e3[0-9a-f]{3}-[0-9a-f]{4}-7[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  });
});
