import { describe, expect, test } from 'vitest';
import { openingInEmergency } from './emergency.ts';

const because = 'Kom til legevakta alene og urolig';

describe('opening somebody in an emergency', () => {
  test('takes a reason in words and one to four hours', () => {
    expect(openingInEmergency(`  ${because}\n nå `, 4)).toEqual({
      ok: true,
      value: { reason: `${because} nå`, hours: 4 },
    });
    expect(openingInEmergency(because, 1).ok).toBe(true);
  });

  test.each(['', 'akutt', 'akutt, må inn', '. . . . . . . . . . .', 'aaaaaaaaaaaaaaaaaaaa', 'x'.repeat(3)])(
    'is refused without a reason somebody can judge afterwards: «%s»',
    (reason) => expect(openingInEmergency(reason, 2)).toEqual({ ok: false, refusal: 'reason-in-words' }),
  );

  test.each([0, 5, 24, -1])('is refused for %i hours', (hours) =>
    expect(openingInEmergency(because, hours)).toEqual({ ok: false, refusal: 'too-many-hours' }),
  );
});
