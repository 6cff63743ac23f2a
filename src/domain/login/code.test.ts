import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ok, refuse } from '../result.ts';
import { agreedHow, codeParts, digitsAsMeant, loginCode, mayGiveCode, phoneAsMeant } from './code.ts';

describe('a code to log in with', () => {
  test('is read as it was meant, however it was typed, and found by its beginning', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 10, maxLength: 10 }), (random) => {
        const code = loginCode(random);
        expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
        const meant = codeParts(code);
        expect(meant.whole).toHaveLength(10);
        expect(meant.whole.startsWith(meant.place)).toBe(true);
        for (const typed of [
          code.toLowerCase(),
          code.replace('-', ' '),
          ` ${code} `,
          code.replaceAll('0', 'o'),
        ])
          expect(codeParts(typed)).toEqual(meant);
      }),
    );
  });

  test('differs wherever the random bytes do', () => {
    const codes = new Set(Array.from({ length: 32 }, (_, byte) => loginCode(new Uint8Array(10).fill(byte))));
    expect(codes.size).toBe(32);
  });

  test('digits are read with spaces and dashes too', () => {
    expect(digitsAsMeant(' 123 456 ')).toBe('123456');
    expect(digitsAsMeant('123-456')).toBe('123456');
  });
});

describe('a number', () => {
  test.each([
    ['900 00 101', '+4790000101'],
    ['+47 900 00 101', '+4790000101'],
    ['004790000101', '+4790000101'],
    ['41 00 01 01', '+4741000101'],
    ['+46 70 123 45 67', '+46701234567'],
    ['(900) 00-101', '+4790000101'],
  ])('%s is %s', (typed, meant) => expect(phoneAsMeant(typed)).toEqual(ok(meant)));

  test.each(['51 00 01 01', '9000010', '900001011', '+47900', 'nummeret mitt', '', '+0123456789', '112'])(
    '%j gets no message',
    (typed) => expect(phoneAsMeant(typed)).toEqual(refuse('phone-unusable')),
  );

  test('in one form stays as it is, and nothing else comes through', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const meant = phoneAsMeant(typed);
        if (meant.ok) {
          expect(meant.value).toMatch(/^\+[1-9][0-9]{7,14}$/);
          expect(phoneAsMeant(meant.value)).toEqual(meant);
        }
      }),
    );
  });
});

describe('who', () => {
  test.each([
    [['contact-person'], true, ok('together')],
    [['coordinator'], true, ok('together')],
    [['team-member', 'peer'], true, ok('together')],
    [['peer'], false, refuse('not-allowed')],
    [['nav'], false, refuse('not-allowed')],
    [['emergency'], false, refuse('not-allowed')],
    [['intake'], false, refuse('not-allowed')],
    [[], false, refuse('not-allowed')],
    [['participant'], false, ok('self')],
    [['participant-by-code'], false, refuse('needs-stronger-login')],
  ])('%j gives a code: %s, and agrees on a number: %j', (roles, gives, agrees) => {
    expect(mayGiveCode(roles)).toBe(gives);
    expect(agreedHow(roles)).toEqual(agrees);
  });
});
