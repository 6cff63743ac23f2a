import { type MunicipalityName, type Someone, someone } from '#db/demo/people.ts';
import { between, type Random, randomFrom } from '#db/population/random.ts';
import { addDays, type Day, mondayOf } from '#domain/time/day.ts';
import { groupsBegan, summerDay } from './ny-start-published.ts';

/** The days of one made-up person's way through the service. What is counted follows from these, and from nothing else. */
export interface Life {
  who: Someone;
  gender: 'woman' | 'man';
  birthDay: Day;
  asked: Day;
  enrolled: Day;
  mapped: Day;
  /** The six weeks came with the groups; before them a mapping was the talk about what one wants. */
  sixWeeks: boolean;
  ended?: { day: Day; because: 'own-wish' | 'reached' | 'moved' | 'other-service'; nextPlace?: string };
  /** How many of the day groups they come to, 0 to 1. */
  share: number;
  toWork?: Day;
  toInpatient?: Day;
}

const men =
  'Asgeir Birger Dagfinn Eilif Frode Gaute Håvard Ivar Jostein Kåre Lasse Magne Njål Odd Per-Arne Ragnar Sindre Terje Ulrik Vidar Yngve Åge Brage Cato Didrik Eskil Fredrik Gunnar Henning Ingvar Jomar Kjell Leif Morten Nils Olav Preben Roald Stian Trond Viggo Willy Aksel'.split(
    ' ',
  );
const women =
  'Agnes Berit Cecilie Dagny Elin Frida Gro Hilde Ida Jorunn Kaia Lene Mona Nina Oddny Pia Ragnhild Signe Turid Unni Vilde Wenche Åse'.split(
    ' ',
  );
const families =
  'Aarrestad Bjelland Egeland Fosse Grude Haugland Ims Jåtten Kleppe Lura Mossige Netland Oftedal Puntervold Refsnes Stangeland Tunge Undheim Vagle Ødemotland'.split(
    ' ',
  );
const homes: readonly MunicipalityName[] = ['gjesdal', 'time', 'ha', 'klepp'];

const at = <T>(list: readonly T[], place: number): T => list[place % list.length] as T;

function personOf(cohort: string, place: number, gender: 'woman' | 'man', random: Random) {
  const given = at(gender === 'man' ? men : women, place + (cohort === '2019' ? 17 : 0));
  const family = at(families, place * 7 + (cohort === '2019' ? 3 : 0));
  const key = `replay-${cohort}-${place + 1}`;
  const birthDay = `${between(random, 1966, 1999)}-${pad(between(random, 1, 12))}-${pad(between(random, 1, 28))}`;
  return { who: someone(key, given, family, at(homes, place)), gender, birthDay: birthDay as Day };
}
const pad = (number: number): string => String(number).padStart(2, '0');

/** The same day, or the Monday after a weekend. */
const onWorkday = (day: Day): Day => (addDays(mondayOf(day), 4) < day ? addDays(mondayOf(day), 7) : day);

const earlier = (a: Day, b: Day): Day => [a, b].toSorted()[0] as Day;

const every3Of10 = new Set([2, 5, 8]);
const stayedOn = new Set([40, 43]);
const worked2018 = new Map([
  [6, '2018-09-03'],
  [17, '2018-11-05'],
]);
const admitted2018 = new Map([[29, '2019-01-14']]);

/** Those of 2018, one after the other through the year; two of them still come when the groups begin. */
function lifeOf2018(place: number): Life {
  const random = randomFrom(`2018/${place}`);
  const person = personOf('2018', place, every3Of10.has(place % 10) ? 'woman' : 'man', random);
  const enrolled = onWorkday(addDays('2018-01-15' as Day, place * 7 + (place % 3)));
  const usual = onWorkday(addDays(enrolled, between(random, 80, 170)));
  const last = onWorkday(addDays('2019-02-04' as Day, place % 19));
  return {
    ...person,
    asked: onWorkday(addDays(enrolled, -between(random, 5, 20))),
    enrolled,
    mapped: onWorkday(addDays(enrolled, between(random, 3, 11))),
    sixWeeks: false,
    share: stayedOn.has(place) ? 0.37 : 0,
    ...(stayedOn.has(place) ? {} : { ended: endOf(place, earlier(usual, last), admitted2018.has(place)) }),
    ...turn('toWork', worked2018.get(place)),
    ...turn('toInpatient', admitted2018.get(place)),
  };
}

const here = new Set([4, 9, 13, 16, 19, 22, 24, 26, 28, 30]);
const worked2019 = new Map([
  [3, '2019-06-11'],
  [13, '2019-08-05'],
]);
const admitted2019 = new Map([[5, '2019-06-17']]);

/** Those who came after the groups began, in the week somebody said they needed it. */
function lifeOf2019(place: number): Life {
  const random = randomFrom(`2019/${place}`);
  const person = personOf('2019', place, every3Of10.has(place % 10) ? 'woman' : 'man', random);
  const enrolled = onWorkday(addDays(groupsBegan, Math.floor(place * 4.6)));
  const usual = onWorkday(addDays(enrolled, between(random, 60, 110)));
  const last = onWorkday(addDays(summerDay, -between(random, 3, 12)));
  const admitted = admitted2019.get(place);
  const ended = admitted === undefined ? earlier(usual, last) : (admitted as Day);
  return {
    ...person,
    asked: onWorkday(addDays(enrolled, -between(random, 1, 6))),
    enrolled,
    mapped: onWorkday(addDays(enrolled, between(random, 1, 4))),
    sixWeeks: true,
    share: between(random, 28, 50) / 100,
    ...(here.has(place) ? {} : { ended: endOf(place, ended, admitted !== undefined) }),
    ...turn('toWork', worked2019.get(place)),
    ...turn('toInpatient', admitted),
  };
}

const turn = (name: 'toWork' | 'toInpatient', day: string | undefined) =>
  day === undefined ? {} : { [name]: day as Day };

function endOf(place: number, day: Day, admitted: boolean): NonNullable<Life['ended']> {
  if (admitted) return { day, because: 'other-service', nextPlace: 'Døgnbehandling' };
  return { day, because: at(['reached', 'own-wish', 'moved'] as const, place) };
}

export const lives: readonly Life[] = [
  ...Array.from({ length: 44 }, (_, place) => lifeOf2018(place)),
  ...Array.from({ length: 31 }, (_, place) => lifeOf2019(place)),
];
