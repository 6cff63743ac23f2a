import { expect, test } from 'vitest';
import { checkDigitsHold } from '#domain/identifier/person-number.ts';
import { linesWithNumbers } from './person-numbers.ts';

/** Made here and written nowhere: a number of the real series, and one of a D-nummer. */
const numberOn = (front: string): string => {
  for (let end = 0; end < 100_000; end++) {
    const number = front + String(end).padStart(5, '0');
    if (checkDigitsHold(number).by2032) return number;
  }
  throw new Error('no such number');
};

test('a planted number is found, on paper and in code, and the line is told without it', () => {
  const number = numberOn('010107');
  expect(linesWithNumbers(`one\ntwo ${number}\n`, false)).toEqual([2]);
  expect(linesWithNumbers(`${number.slice(0, 6)} ${number.slice(6)}`, false)).toEqual([1]);
  expect(linesWithNumbers(`"${numberOn('410107')}"`, false)).toEqual([1]);
});

test('made-up numbers, longer runs and other digits are left alone', () => {
  expect(linesWithNumbers(numberOn('018107'), true)).toEqual([]);
  expect(linesWithNumbers(`1${numberOn('010107')}`, true)).toEqual([]);
  expect(linesWithNumbers('12345678901 0.12345', true)).toEqual([]);
});

test('what may be real and may be made up is allowed only where it is tried', () => {
  const unsure = numberOn('014107');
  expect(linesWithNumbers(unsure, true)).toEqual([1]);
  expect(linesWithNumbers(unsure, false)).toEqual([]);
});
