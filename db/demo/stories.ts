import type { Book } from './book.ts';
import type { Calendar } from './calendar.ts';
import type { File } from './file.ts';
import { participants, type Someone } from './people.ts';
import type { Samling } from './sessions.ts';
import { tellAmir, tellGrete, tellMarit, tellSvein } from './stories-of-today.ts';
import { tellRune } from './story-rune.ts';
import { tellTone } from './story-tone.ts';

/** Everyone's story; answers with those who are in it. */
export function tellAll(book: Book, calendar: Calendar, sessions: readonly Samling[]): Someone[] {
  const open = (who: Someone): File => ({ book, calendar, who });
  tellRune(open(participants.rune), sessions);
  tellTone(open(participants.tone), sessions);
  tellAmir(open(participants.amir));
  tellGrete(open(participants.grete), sessions);
  tellMarit(open(participants.marit), sessions);
  tellSvein(open(participants.svein), sessions);
  return Object.values(participants);
}
