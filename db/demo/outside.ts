import { by, type File, fact } from './file.ts';
import { welcome } from './house.ts';
import { type Someone, services, someone, type WorkerName } from './people.ts';

/** One attempt to meet somebody before anything is signed. */
export interface Attempt {
  at: string;
  worker: WorkerName;
  outcome: 'met' | 'not-met' | 'called' | 'message-left';
  place?: string;
  note?: string;
  howToMeet?: string;
}

export function tryOutside(file: File, attempts: readonly Attempt[]): void {
  const { nyStart } = services;
  for (const { at, worker, outcome, place, note, howToMeet } of attempts) {
    file.book.add('outreach', {
      ...fact(file, 'outreach', at, file.calendar.at(at), by(worker), 'health-record'),
      service_municipality_id: nyStart.municipalityId,
      service_id: nyStart.id,
      outcome,
      place: place ?? null,
      note: note ?? '',
      how_to_meet: howToMeet ?? null,
    });
  }
}

interface MetOutside {
  who: Someone;
  phone?: string;
  attempts: readonly Attempt[];
}

/** Those of «Ute»: known by what they are called, and nothing signed. */
export const metOutside: readonly MetOutside[] = [
  {
    who: someone('ute-hunden', 'Kjell med hunden', '', 'time'),
    attempts: [
      {
        at: '2024-02-21T13:10',
        worker: 'christerNyStart',
        outcome: 'met',
        place: 'Bryne stasjon',
        note: 'Vi delte en kaffe. Snakket om hunden, ikke om noe annet.',
        howToMeet: 'Kom alene, og ta gjerne med noe til Bamse.',
      },
      { at: '2024-03-06T13:00', worker: 'christerNyStart', outcome: 'met', place: 'Bryne stasjon' },
      {
        at: '2024-03-12T14:05',
        worker: 'siren',
        outcome: 'met',
        place: 'Bryne torg',
        note: 'Spurte selv hva som skjer på mandagene. Vi møtes samme sted neste uke.',
      },
    ],
  },
  {
    who: someone('ute-lillian', 'Lillian', '', 'ha'),
    phone: '900 00 171',
    attempts: [
      {
        at: '2024-01-30T12:20',
        worker: 'siren',
        outcome: 'called',
        note: 'Søsteren ga oss nummeret. Lillian sa at hun ikke vil ha hjelp nå, og at vi gjerne må ringe igjen.',
        howToMeet: 'Send melding først. Ring ikke før klokka tolv.',
      },
      { at: '2024-02-27T12:40', worker: 'ola', outcome: 'message-left', note: 'Skrev at døra er åpen.' },
      {
        at: '2024-03-11T12:30',
        worker: 'siren',
        outcome: 'not-met',
        place: 'Nærbø',
        note: 'La igjen et kort.',
      },
    ],
  },
  {
    who: someone('ute-benken', 'Han på benken', '', 'gjesdal'),
    attempts: [
      {
        at: '2024-03-13T15:30',
        worker: 'christerNyStart',
        outcome: 'not-met',
        place: 'Ålgård sentrum',
        note: 'Satt der på mandag. Prøver igjen fredag.',
      },
    ],
  },
];

/** Svein was visited before he got out: the enquiry came after. */
export const beforeSvein: readonly Attempt[] = [
  {
    at: '2024-01-16T11:00',
    worker: 'christerNyStart',
    outcome: 'met',
    place: 'Besøksrommet på Åna',
    note: 'Fortalte om gruppa. Han ville tenke på det.',
    howToMeet: 'Si hva du vil med en gang. Ikke pakk det inn.',
  },
  { at: '2024-01-30T11:00', worker: 'christerNyStart', outcome: 'met', place: 'Besøksrommet på Åna' },
];

export function tellOutside(file: File, { phone, attempts }: MetOutside): void {
  const { book, calendar, who } = file;
  const [first] = attempts;
  if (first === undefined) return;
  const at = calendar.at(first.at);
  welcome(book, who, at);
  book.add('profile', {
    ...fact(file, 'profile', '', at, { ...by(first.worker), minutesLater: 0 }, 'health-record'),
    given_name: who.givenName,
    family_name: who.familyName,
    preferred_name: null,
    birth_day: null,
    phone: phone ?? null,
  });
  tryOutside(file, attempts);
}
