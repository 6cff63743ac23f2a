import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { acceptNumber, withoutSpaces } from './accept.ts';
import { localNumber, readDufNumber, readLocalNumber, readOrganisationNumber } from './other-numbers.ts';
import { checkDigitsHold, readPersonNumber } from './person-number.ts';
import vectors from './vectors.json' with { type: 'json' };

const kinds: Record<string, object> = {
  fnr: { kind: 'birth-number', series: 'synthetic' },
  dnr: { kind: 'd-number', series: 'synthetic' },
  'hnr-or-dolly': { kind: 'help-number', series: 'unsure' },
  'dnr+40': { kind: 'd-number', series: 'unsure' },
  fh: { kind: 'common-help-number', series: 'real' },
};
/** Made-up numbers of everyday shape: a day, a month + 80, a year, three more, and whichever check digits hold. */
const synthetic = fc
  .tuple(
    fc.integer({ min: 1, max: 28 }),
    fc.integer({ min: 81, max: 92 }),
    fc.integer({ min: 0, max: 99 }),
    fc.integer({ min: 0, max: 999 }),
    fc.boolean(),
  )
  .map(([day, month, year, serial, foreign]) => {
    const front = [day + (foreign ? 40 : 0), month, year].map((n) => String(n).padStart(2, '0')).join('');
    return front + String(serial).padStart(3, '0');
  })
  .chain((front) => {
    const ends = Array.from({ length: 100 }, (_, end) => front + String(end).padStart(2, '0'));
    return fc.constantFrom(...ends.filter((number) => checkDigitsHold(number).by2032), undefined);
  })
  .filter((number) => number !== undefined);

describe('a person’s number', () => {
  test.each(vectors.person)('$n ($kind) is read by both rules', ({ n, kind, by1964, by2032 }) => {
    expect(checkDigitsHold(n)).toEqual({ by1964, by2032 });
    const read = readPersonNumber(n);
    if (kind === 'unknown') expect(read).toEqual({ ok: false, refusal: 'number-series-unknown' });
    else expect(read).toEqual({ ok: true, value: { number: n, ...kinds[kind] } });
  });

  test.each([
    ['15868820184', 'number-check-digits'],
    ['01819010193', 'number-check-digits'],
    ['30829011111', 'number-no-such-day'],
    ['00000000000', 'number-no-such-day'],
    ['0181901019', 'number-shape'],
    ['0181901019A', 'number-shape'],
    ['01819010192\n', 'number-shape'],
    [' 01819010192', 'number-shape'],
    ['12094812345', 'number-check-digits'],
  ])('%j is refused as %s', (text, refusal) => {
    expect(readPersonNumber(text)).toEqual({ ok: false, refusal });
  });

  test('is refused whenever the vectors refuse it', () => {
    for (const { n } of vectors.person_invalid) expect(readPersonNumber(n).ok, n).toBe(false);
  });

  test('with one digit wrong is no number any more', () => {
    const place = fc.integer({ min: 0, max: 10 });
    fc.assert(
      fc.property(synthetic, place, fc.integer({ min: 1, max: 9 }), (number, at, more) => {
        const digit = (Number(number[at]) + more) % 10;
        const wrong = number.slice(0, at) + digit + number.slice(at + 1);
        expect(checkDigitsHold(wrong).by2032).toBe(false);
      }),
    );
  });

  test('by the rule of 1964 holds by the rule of 2032 too', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9]{11}$/), (number) => {
        const { by1964, by2032 } = checkDigitsHold(number);
        expect(by1964 && !by2032).toBe(false);
      }),
    );
  });

  test('that is anything at all is answered and never thrown at', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(readPersonNumber(text).ok && !/^\d{11}$/.test(text)).toBe(false);
      }),
    );
  });

  test('is not read for gender or century: whatever stands in the individual digits, it is read alike', () => {
    fc.assert(
      fc.property(synthetic, fc.integer({ min: 0, max: 999 }), (number, other) => {
        const front = number.slice(0, 6) + String(other).padStart(3, '0');
        const twin = Array.from({ length: 100 }, (_, end) => front + String(end).padStart(2, '0')).find(
          (one) => checkDigitsHold(one).by2032,
        );
        if (twin === undefined) return;
        const [one, two] = [number, twin].map((n) => readPersonNumber(n));
        expect(two).toEqual({ ...one, value: { ...(one?.ok ? one.value : {}), number: twin } });
      }),
    );
  });
});

describe('an installation', () => {
  const demo = { mode: 'demo', year: 2024 } as const;
  const production = { mode: 'production', year: 2024 } as const;
  test('for real people keeps no made-up number', () => {
    expect(acceptNumber('01819010192', production)).toEqual({ ok: false, refusal: 'number-made-up' });
    expect(acceptNumber('12478021079', production)).toEqual({ ok: false, refusal: 'number-unsure' });
    expect(acceptNumber('209900000103', production)).toEqual({ ok: false, refusal: 'number-made-up' });
    expect(acceptNumber('81234567802', production)).toMatchObject({ ok: true });
  });
  test('that is a demonstration keeps none that may be somebody’s', () => {
    expect(acceptNumber('01819010192', demo)).toMatchObject({ ok: true, value: { kind: 'birth-number' } });
    expect(acceptNumber('45837515053', demo)).toMatchObject({ ok: true, value: { kind: 'd-number' } });
    expect(acceptNumber('209900000103', demo)).toMatchObject({ ok: true, value: { kind: 'duf' } });
    for (const maybe of ['12478021079', '81234567802'])
      expect(acceptNumber(maybe, demo)).toEqual({ ok: false, refusal: 'number-may-be-real' });
    expect(acceptNumber('209900000103', { mode: 'demo', year: 2099 })).toMatchObject({
      refusal: 'number-may-be-real',
    });
  });
  test('takes a number with the spaces it has on paper', () => {
    expect(withoutSpaces('018190 10192')).toBe('01819010192');
  });
});

describe('other numbers', () => {
  test.each(vectors.org_valid)('organisation %s', (number) => {
    expect(readOrganisationNumber(number)).toEqual({ ok: true, value: number });
  });
  test.each(vectors.org_invalid)('no organisation %s', (number) => {
    expect(readOrganisationNumber(number).ok).toBe(false);
  });
  test.each(vectors.duf_valid)('DUF %s', (number) => {
    expect(readDufNumber(number)).toMatchObject({ ok: true, value: { number } });
  });
  test.each(vectors.duf_invalid)('no DUF %s', (number) => {
    expect(readDufNumber(number).ok).toBe(false);
  });
  test('a local number is read back, and with a wrong digit it is not', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 999_999_999 }),
        fc.nat(20),
        fc.integer({ min: 1, max: 9 }),
        (serial, place, more) => {
          const number = localNumber('1121', serial);
          expect(readLocalNumber(number)).toEqual({ ok: true, value: number });
          const at = place % number.length;
          if (number[at] === '-') return;
          const wrong = number.slice(0, at) + ((Number(number[at]) + more) % 10) + number.slice(at + 1);
          expect(readLocalNumber(wrong).ok).toBe(false);
        },
      ),
    );
  });
});
