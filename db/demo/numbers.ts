import { checkDigitsHold } from '#domain/identifier/person-number.ts';
import type { NumberKeys } from '#server/db/number-keys.ts';
import type { Book } from './book.ts';
import type { Calendar } from './calendar.ts';
import { by, fact } from './file.ts';
import { participants } from './people.ts';
import { RUNE_BORN } from './story-rune.ts';

/** Rune's number, made up: eighty is added to the month, so it can be nobody's. */
export function giveNumbers(book: Book, calendar: Calendar, numbers: NumberKeys): void {
  const who = participants.rune;
  const number = madeUpNumber(calendar.weeklyDay(RUNE_BORN));
  const { sealed, mark, ...named } = numbers.seal(number, who.participantId);
  book.add('person_number', {
    ...fact(
      { book, calendar, who },
      'person_number',
      '',
      calendar.at('2024-02-08T14:15'),
      by('ola'),
      'health-record',
    ),
    ...named,
    kind: 'birth-number',
    sealed: inText(sealed),
    mark: inText(mark),
  });
}

/** As PostgreSQL reads bytes out of a text. */
const inText = (bytes: Buffer): string => `\\x${bytes.toString('hex')}`;

/** The first synthetic number of somebody born on a day. */
export function madeUpNumber(born: string): string {
  const [, century = '', year = '', month = '', day = ''] = /^(\d\d)(\d\d)-(\d\d)-(\d\d)$/.exec(born) ?? [];
  for (let end = 0; end < 100_000; end++) {
    const number = `${day}${Number(month) + 80}${year}${String(end).padStart(5, '0')}`;
    if (century !== '' && checkDigitsHold(number).by1964) return number;
  }
  throw new Error(`${born} is no day`);
}
