import { expect, test } from 'vitest';
import { addDays, type Day as CalendarDay, parseDay } from '#domain/time/day.ts';
import { Day, Instant } from './shapes.ts';

const expression = ({ pattern }: { type: string; pattern?: string }) => new RegExp(pattern ?? '$never');
const day = expression(Day);
const instant = expression(Instant);

test('every day of the calendar from 1900 to 2099 is a day', () => {
  let each = '1900-01-01' as CalendarDay;
  while (each < '2100-01-01') {
    if (!day.test(each)) throw new Error(`${each} is refused`);
    each = addDays(each, 1);
  }
});

test('nothing that the calendar does not know is a day', () => {
  for (const year of ['1899', '1900', '1904', '2000', '2023', '2024', '2100']) {
    for (let month = 0; month <= 13; month++) {
      for (let date = 0; date <= 32; date++) {
        const text = [year, ...[month, date].map((n) => String(n).padStart(2, '0'))].join('-');
        const known = parseDay(text) !== undefined && year >= '1900' && year < '2100';
        if (day.test(text) !== known) throw new Error(`${text} is ${known ? 'refused' : 'taken for a day'}`);
      }
    }
  }
});

test.each([
  '2024-03-14T08:20:00Z',
  '2024-03-14T08:20+01:00',
  '2024-03-14T08:20:00.123456-14:00',
  '2024-02-29T23:59:59Z',
])('%s is an instant', (text) => expect(instant.test(text)).toBe(true));

test.each([
  '2024-03-14T24:00:00Z',
  '2024-03-14T08:60Z',
  '2024-03-14T:::::Z',
  '2024-03-14T08:20:00',
  '2024-03-14T08:20:00+15:00',
  '2023-02-29T08:20:00Z',
  '2024-03-14 08:20:00Z',
])('%s is no instant', (text) => expect(instant.test(text)).toBe(false));
