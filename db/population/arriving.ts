import { by, fact, happens, type Person } from './person.ts';
import { between, pick } from './random.ts';
import { answers, howToMeet, outreachNotes, outreachPlaces } from './sentences.ts';
import { DAY, HOUR, iso } from './time.ts';

/** The root row, and what they are called. Met outside, a first name is enough. */
function welcome(person: Person, at: number, onlyGivenName: boolean): void {
  if (person.rows.has('profile')) return;
  const { writing, municipalityId, id, loginId, named, phone } = person;
  const { sink, random } = writing;
  sink.add('participant', { municipality_id: municipalityId, id, created_at: iso(at) });
  if (loginId !== undefined) {
    const name = `${named.givenName} ${named.familyName}`;
    sink.add('login_user', { id: loginId, municipality_id: municipalityId, name, participant_id: id });
  }
  const born = Date.UTC(between(random, 1955, 2004), between(random, 0, 11), between(random, 1, 28));
  fact(person, 'profile', at, by(person.worker), {
    given_name: named.givenName,
    family_name: onlyGivenName ? '' : named.familyName,
    preferred_name: null,
    birth_day: onlyGivenName ? null : iso(born).slice(0, 10),
    gender: onlyGivenName ? null : named.gender,
    phone: onlyGivenName ? null : phone,
  });
}

/** Attempts without demands before anything was asked for, the last one at `until`. Silence ends nothing. */
export function reachOut(person: Person, until: number, onlyGivenName: boolean): void {
  const { random } = person.writing;
  const { worker } = person;
  const { service } = person.team;
  const times = between(random, 1, 4);
  const place = pick(random, outreachPlaces);
  for (let turn = times; turn > 0; turn -= 1) {
    const at = until - (turn - 1) * between(random, 3, 6) * DAY - between(random, 0, 5) * HOUR;
    welcome(person, at, onlyGivenName);
    const outcome = turn === 1 ? 'met' : pick(random, ['not-met', 'called', 'message-left', 'met'] as const);
    fact(person, 'outreach', at, by(worker), {
      service_municipality_id: service.municipalityId,
      service_id: service.id,
      outcome,
      place,
      note: pick(random, outreachNotes[outcome]),
      how_to_meet: outcome === 'met' && happens(person, 0.5) ? pick(random, howToMeet) : null,
    });
  }
}

/** Asked for, by themself or somebody else, and answered. */
export function arrive(person: Person, at: number, answered: boolean): void {
  const { random } = person.writing;
  const { service } = person.team;
  welcome(person, at, false);
  const enquiryId = fact(person, 'enquiry', at, by(person.worker), {
    service_municipality_id: service.municipalityId,
    service_id: service.id,
    source:
      sourceOf(person.voice.asked) ??
      pick(random, ['self', 'family', 'nav', 'dps', 'gp', 'treatment', 'prison', 'street'] as const),
    words: person.voice.asked,
  });
  if (!answered) return;
  // Most the same day, some the next.
  const later = random() < 0.88 ? between(random, 1, 4) : between(random, 22, 30);
  const invited = person.team.sessions.find(
    ({ startsAt, held, byDay }) => held && byDay && startsAt > at + later * HOUR,
  );
  fact(person, 'enquiry_answer', at + later * HOUR, by(person.worker), {
    enquiry_id: enquiryId,
    words: pick(random, answers),
    session_municipality_id: invited?.municipalityId ?? null,
    session_id: invited?.id ?? null,
  });
}

/** Who asked, as far as the words tell. */
function sourceOf(words: string): string | undefined {
  const told: [RegExp, string][] = [
    [/^(NAV|Jobbkonsulent)/, 'nav'],
    [/^DPS/, 'dps'],
    [/^(Fastlegen|Tannpleieren|Fysioterapeuten)/, 'gp'],
    [/^(Moren|Bror|Guro|Dottera|Kona|Søsteren|Bestemor)/, 'family'],
    [/^(Kurator på fengselet|Friomsorgen)/, 'prison'],
    [/^(Avsluttet opphold|Avrusinga|LAR|Nattevakta)/, 'treatment'],
    [/^(Utekontakten|Kom sammen med en fra gata)/, 'street'],
    [
      /^(Ringte|Kommer innom selv|Stakk hodet|Søker selv|Sa det|Tar kontakt|Ringer og|Har vondt|Spør om det finnes)/,
      'self',
    ],
  ];
  return told.find(([pattern]) => pattern.test(words))?.[1] ?? 'other';
}
