import { by, fact, happens, inTurn, own, type Person } from './person.ts';
import { between } from './random.ts';
import { clockTime, DAY, dayAt, HOUR, iso, plusDays } from './time.ts';

/** What lies around the follow-up: turns in life, those who are close, and whom they share with. */
export function writeExtras(person: Person, from: number, until: number): void {
  if (happens(person, 0.35, 0.03)) turnInLife(person, from, until);
  if (happens(person, 0.35, 0.03)) nameSomebodyClose(person, from, until);
  if (happens(person, 0.35, 0.25)) share(person, from, until);
}

const stays = [
  ['admission', 'discharge', 'detox', 'Avrusinga i Stavanger', 6],
  ['admission', 'discharge', 'hospital', 'Stavanger universitetssjukehus', 4],
  ['admission', 'discharge', 'inpatient-treatment', 'Døgnavdelinga', 40],
  ['imprisonment', 'release', 'prison', 'Åna', 30],
] as const;
const turns = ['moved-home', 'job-start', 'job-end', 'eviction-notice', 'other'] as const;
const turnWords: Record<(typeof turns)[number], string> = {
  'moved-home': 'Flyttet hjem til Jæren, to rom.',
  'job-start': 'Begynte på lageret, to dager.',
  'job-end': 'Kontrakten gikk ut.',
  'eviction-notice': 'Varsel om utkastelse. Vi ringte utleier samme dag.',
  other: 'Ble bestefar.',
};

/** Away and home again, met at the door; or another turn. */
function turnInLife(person: Person, from: number, until: number): void {
  const { random } = person.writing;
  const days = Math.floor((until - from) / DAY);
  const note = by(person.worker);
  // A stay that they have come home from by now.
  const stay = inTurn(person, stays);
  if (random() < 0.6 && days > stay[4] + 4) {
    const [away, home, setting, place, length] = stay;
    const day = plusDays(dayAt(from), between(random, 2, days - length - 2));
    const at = clockTime(day, '10:00');
    const homeDay = plusDays(day, length);
    const homeAt = clockTime(homeDay, '11:00');
    fact(person, 'life_event', at, note, { kind: away, day, setting, place, words: null });
    fact(person, 'life_event', homeAt - 2 * DAY, note, {
      kind: home,
      day: homeDay,
      setting,
      place,
      words: 'Møtes på trappa.',
    });
    fact(person, 'contact', homeAt, note, {
      kind: 'accompaniment',
      note: 'Møtte ved døra. Handlet på veien hjem.',
      next_step: null,
    });
    return;
  }
  const day = plusDays(dayAt(from), between(random, 2, Math.max(3, days - 2)));
  const at = clockTime(day, '10:00');
  if (at > until - DAY) return;
  const kind = inTurn(person, turns);
  fact(person, 'life_event', at, note, { kind, day, setting: null, place: null, words: turnWords[kind] });
}

const close = [
  ['Mamma', 'mother'],
  ['Far', 'father'],
  ['Samboeren min', 'partner'],
  ['Søsteren min', 'sibling'],
  ['Kompisen fra laget', 'friend'],
  ['Tante', 'other'],
] as const;

function nameSomebodyClose(person: Person, from: number, until: number): void {
  const { random, newId } = person.writing;
  const at = from + between(random, 1, 14) * DAY;
  if (at > until) return;
  const [name, relationship] = inTurn(person, close);
  const relatedId = fact(person, 'related_person', at, own(person), {
    name,
    relationship,
    phone: `900 00 ${500 + (Number.parseInt(newId(at).slice(-4), 16) % 400)}`,
  });
  if (random() < 0.5) return;
  fact(person, 'consent', at + HOUR, own(person, 'shared-plan'), {
    recipient_municipality_id: null,
    recipient_organisation_id: null,
    recipient_related_id: relatedId,
    topics: ['crisis-plan'],
    valid_from: iso(at + HOUR),
    valid_to: null,
    words: `${name} kan se kriseplanen til du sier stopp.`,
  });
}

function share(person: Person, from: number, until: number): void {
  const { random } = person.writing;
  const at = from + between(random, 8, 16) * DAY;
  if (at > until) return;
  const { organisation, role } = person.team.partnerFor(person.municipalityId);
  if (role === 'coordinator') return;
  fact(person, 'consent', at, own(person, 'shared-plan'), {
    recipient_municipality_id: organisation.municipalityId,
    recipient_organisation_id: organisation.id,
    recipient_related_id: null,
    topics: ['goals', 'work-goals', 'money-goals', 'actions', 'meeting'],
    valid_from: iso(at),
    valid_to: null,
    words: `${organisation.name} kan se mål, hvem som gjør hva og møter til du sier stopp.`,
  });
}
