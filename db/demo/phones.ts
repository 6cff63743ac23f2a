import type { Book } from './book.ts';
import type { Calendar } from './calendar.ts';
import { fact, toldTo } from './file.ts';
import { participants } from './people.ts';

/** The number Rune and Ola agreed on for codes, with the phone on the table; it is nobody's. */
export function agreePhones(book: Book, calendar: Calendar): void {
  const who = participants.rune;
  book.add('login_phone', {
    ...fact(
      { book, calendar, who },
      'login_phone',
      '',
      calendar.at('2024-02-20T10:45'),
      toldTo(who, 'ola'),
      'shared-plan',
    ),
    phone: '+4790000101',
    agreed_how: 'together',
    notices: true,
  });
}
