import type { Day } from '#domain/time/day.ts';
import { idsFrom } from '../population/ids.ts';
import { nameFrom } from '../population/names.ts';
import type { Partner, Person, Samling, Staff, Team } from '../population/person.ts';
import { randomFrom } from '../population/random.ts';
import type { Standing } from '../population/standing.ts';
import { DAY } from '../population/time.ts';
import { type Voice, voices } from '../population/voices.ts';
import { writeWay } from '../population/way.ts';
import type { Book } from './book.ts';
import type { Calendar } from './calendar.ts';
import { giveUnofferedLogins } from './house.ts';
import { idOf } from './ids.ts';
import {
  type MunicipalityName,
  municipalities,
  type OrganisationName,
  organisations,
  services,
  type WorkerName,
  workers,
} from './people.ts';
import type { Samling as Written } from './sessions.ts';
import { DEMO_TODAY } from './shift.ts';

const active = [1, 2, 3, 4, 5, 6].map((week): Standing => ({ state: 'active', week }));
const times = (count: number, standing: Standing): Standing[] =>
  Array.from({ length: count }, () => standing);

/** Everywhere one can stand, so that there is somebody to meet in every state. */
const standings: readonly Standing[] = [
  ...active,
  ...times(9, { state: 'afterwards' }),
  ...times(3, { state: 'paused' }),
  ...[2, 4, 5, 6].map((week): Standing => ({ state: 'come-back', week })),
  ...times(3, { state: 'ended', because: 'reached' }),
  ...times(2, { state: 'ended', because: 'own-wish' }),
  ...times(2, { state: 'ended', because: 'moved' }),
  ...times(2, { state: 'ended', because: 'other-service' }),
  { state: 'ended', because: 'died' },
  { state: 'mapping', week: 1 },
  ...times(2, { state: 'waiting' }),
  { state: 'asked' },
  { state: 'declined' },
  { state: 'enquired' },
  ...times(3, { state: 'met-outside' }),
];

const homes: readonly MunicipalityName[] = ['time', 'klepp', 'ha', 'gjesdal'];
const beside = ['marte', 'eivind', 'hilde'] as const;
const unoffered: readonly WorkerName[] = [...beside, 'roald'];

/** The many around the stories: made by the same generator as the population that the bench measures with. */
export function writeTheMany(
  book: Book,
  calendar: Calendar,
  sessions: readonly Written[],
): { municipalityId: string; participantId: string }[] {
  giveUnofferedLogins(book, unoffered);
  const team = teamOf(calendar, sessions);
  return standings.map((standing, place) => {
    const person = somebody(book, calendar, team, place);
    writeWay(person, standing);
    return { municipalityId: person.municipalityId, participantId: person.id };
  });
}

const norwegian = voices.filter(({ origin }) => origin === 'no');
const others = voices.filter(({ origin }) => origin !== 'no');

/** Each is used once; every fourth speaks another language than Norwegian at home. */
function voiceOf(place: number): Voice {
  const turn = Math.floor(place / 4);
  const voice = place % 4 === 3 ? others[turn] : norwegian[place - turn];
  if (voice === undefined) throw new Error('there are more people than voices');
  return voice;
}

function somebody(book: Book, calendar: Calendar, team: Team, place: number): Person {
  // A seed each, so that one more changes none of the others.
  const random = randomFrom(`many ${place}`);
  const newId = idsFrom(random);
  const nowMs = Date.parse(calendar.now);
  const voice = voiceOf(place);
  const home = homes[(place + Math.floor(place / homes.length)) % homes.length] ?? 'time';
  return {
    turn: place,
    writing: { sink: book, random, newId, nowMs, today: calendar.day(DEMO_TODAY) as Day, detail: 'whole' },
    team,
    worker: team.workers[place % team.workers.length] ?? team.workers[0],
    municipalityId: municipalities[home].id,
    id: newId(nowMs - 600 * DAY),
    named: nameFrom(random, voice.origin),
    phone: `900 00 ${200 + place}`,
    voice,
    rows: new Map(),
  };
}

const staff = (name: WorkerName): Staff => ({
  municipalityId: workers[name].municipalityId,
  id: workers[name].id,
  loginId: idOf('login', name),
});

function teamOf(calendar: Calendar, sessions: readonly Written[]): Team {
  const partner = (name: WorkerName, role: Partner['role'], organisation: OrganisationName): Partner => {
    const { municipalityId, id, name: called } = organisations[organisation];
    return { ...staff(name), role, organisation: { municipalityId, id, name: called } };
  };
  const partners = new Map([
    [municipalities.time.id, partner('helga', 'dps', 'dps')],
    [municipalities.klepp.id, partner('torill', 'nav', 'navKlepp')],
    [municipalities.ha.id, partner('bjorg', 'nav', 'navHa')],
    [municipalities.gjesdal.id, partner('tor', 'nav', 'navGjesdal')],
  ]);
  const elsewhere = partner('helga', 'dps', 'dps');
  return {
    service: { municipalityId: services.nyStart.municipalityId, id: services.nyStart.id },
    workers: [staff('marte'), staff('eivind'), staff('hilde')],
    peer: staff('roald'),
    partnerFor: (home) => partners.get(home) ?? elsewhere,
    sessions: sessions.map((session) => asPlanned(calendar, session)),
  };
}

const leaders = {
  siren: staff('siren'),
  christerNyStart: { ...staff('christerNyStart'), loginId: idOf('login', 'christer') },
};

const asPlanned = (calendar: Calendar, { id, start, byDay, leader, cancelled }: Written): Samling => ({
  municipalityId: services.nyStart.municipalityId,
  id,
  startsAt: Date.parse(calendar.weekly(start)),
  byDay,
  leader: leaders[leader],
  held: cancelled === undefined,
});
