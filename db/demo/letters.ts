import type { Book } from './book.ts';
import type { Calendar } from './calendar.ts';
import { by, type File, fact } from './file.ts';
import { idOf } from './ids.ts';
import { participants, personas, services } from './people.ts';

interface Letter {
  name: string;
  at: string;
  about?: string;
  words: string;
  writer?: { name: string; phone?: string; relation?: string };
  confidence?: 'kept' | 'told';
}

const { municipalityId, id: serviceId } = services.nyStart;

function drop(book: Book, calendar: Calendar, letter: Letter): string {
  const id = idOf('letter', letter.name);
  book.add('letter', {
    municipality_id: municipalityId,
    id,
    service_id: serviceId,
    kind: letter.about === undefined ? 'for-myself' : 'about-somebody',
    about: letter.about ?? null,
    words: letter.words,
    writer_name: letter.writer?.name ?? null,
    writer_phone: letter.writer?.phone ?? null,
    writer_relation: letter.writer?.relation ?? null,
    confidence: letter.confidence ?? null,
    received_at: calendar.at(letter.at),
  });
  return id;
}

const aboutRune = {
  name: 'om-rune',
  at: '2024-03-04T21:40',
  about: 'Rune Lende i Time',
  words:
    'Rune ringte i natt og gråt. Han har ikke sovet på flere dager, og jeg er redd. Han må ikke få vite at jeg skrev, for da slutter han å ringe barna.',
  writer: { name: 'Ida', phone: '900 00 062', relation: 'mor til barna' },
  confidence: 'kept' as const,
};

/** What lies in Ny Start's letterbox, and one that Siren has connected to Rune: he does not learn that it came. */
export function writeLetters(book: Book, calendar: Calendar): void {
  const id = drop(book, calendar, aboutRune);
  const at = '2024-03-05T08:20';
  book.add('letter_handling', {
    municipality_id: municipalityId,
    letter_id: id,
    number: 1,
    how: 'connected',
    at: calendar.at(at),
    login_user_id: personas.siren.loginId,
  });
  const file: File = { book, calendar, who: participants.rune };
  book.add('confided', {
    ...fact(file, 'confided', 'ida', calendar.at(aboutRune.at), by('siren'), 'relative-own'),
    recorded_at: calendar.at(at),
    said_by: id,
    letter_municipality_id: municipalityId,
    letter_id: id,
    about: aboutRune.about,
    words: aboutRune.words,
    writer_name: aboutRune.writer.name,
    writer_phone: aboutRune.writer.phone,
    writer_relation: aboutRune.writer.relation,
    confidence: aboutRune.confidence,
  });
  drop(book, calendar, {
    name: 'om-tor-erik',
    at: '2024-03-13T19:05',
    about: 'Tor Erik, rundt 40 år, bor ved kiosken på Nærbø',
    words:
      'Broren min går ute om natta og har sluttet å spise. Han sier at han vil ha hjelp, men han ringer ingen.',
    writer: { name: 'Kristin', relation: 'søster' },
    confidence: 'told',
  });
  drop(book, calendar, {
    name: 'solveig',
    at: '2024-03-14T07:10',
    words: 'Datteren min ruser seg, og jeg klarer ikke å tenke på noe annet. Jeg trenger noen å snakke med.',
    writer: { name: 'Solveig', phone: '900 00 180' },
  });
}
