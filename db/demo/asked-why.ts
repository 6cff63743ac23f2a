import { by, type File, fact, self } from './file.ts';
import { idOf } from './ids.ts';
import { lookNumbers } from './looks.ts';
import type { WorkerName } from './people.ts';

/** Rune has asked twice why somebody looked, and wants to be told when somebody new does. */
export function runeAsksWhy(file: File): void {
  ask(file, {
    name: 'late-evening',
    at: '2024-03-13T12:40',
    number: lookNumbers.lateEvening,
    looker: 'kari',
    words: 'Hvorfor så du på planen min klokka ti om kvelden?',
    answer: {
      at: '2024-03-13T14:05',
      words:
        'Jeg satt hjemme og skrev ferdig svaret på søknaden om depositum. Da måtte jeg se hva vi hadde avtalt. Neste gang sier jeg fra til deg først.',
    },
  });
  ask(file, { name: 'night', at: '2024-03-14T07:05', number: lookNumbers.night, looker: 'christer' });
  ask(file, {
    name: 'refused',
    at: '2024-03-13T18:30',
    number: lookNumbers.refused,
    looker: 'per',
    words: 'Jeg kjenner ingen i Sola. Hvorfor prøvde han?',
  });
  file.book.add('look_up_digest', {
    ...fact(file, 'look_up_digest', '', file.calendar.at('2024-03-01T11:30'), self('rune'), 'shared-plan'),
    every: 'new-person',
  });
}

interface Asked {
  name: string;
  at: string;
  number: number;
  looker: WorkerName;
  words?: string;
  answer?: { at: string; words: string };
}

function ask(file: File, { name, at, number, looker, words, answer }: Asked): void {
  const asked = fact(file, 'why_asked', name, file.calendar.at(at), self('rune'), 'participant-own');
  file.book.add('why_asked', {
    ...asked,
    look_number: number,
    looked_by: idOf('login', looker),
    words: words ?? null,
  });
  if (answer === undefined) return;
  file.book.add('why_answered', {
    ...fact(file, 'why_answered', name, file.calendar.at(answer.at), by(looker), 'shared-plan'),
    asked_id: asked.id,
    words: answer.words,
    as_auditor: false,
  });
}
