import { pick, type Random } from '../population/random.ts';
import type { Member } from './cast.ts';
import type { Contact, ContactKind } from './following.ts';
import type { WorkerName } from './people.ts';
import { laterBy, onDay, type Turns, weekOf } from './turns.ts';

type VisitKind = Exclude<ContactKind, 'talk' | 'consultant-call'>;

const notes: Record<VisitKind, readonly [string, ...string[]]> = {
  phone: ['Ringte for å høre hvordan dagen var.', 'Snakket om helga.', 'Avtalte hvem som kjører torsdag.'],
  walk: ['Gikk langs Frøylandsvannet.', 'En runde rundt Sandtangen.', 'Tur i regn, og kaffe etterpå.'],
  home: ['Kaffe hjemme. Så på posten sammen.', 'Innom med nøkler.', 'Ryddet i papirer.'],
  accompaniment: ['Var med til tannlegen.', 'Var med på NAV-kontoret.', 'Var med til legen, ventet utenfor.'],
  message: ['Sendte melding om gruppa i morgen.', 'Fikk melding: kommer på torsdag.'],
  missed: ['Møttes ikke. Prøver igjen i morgen.'],
};
const kinds = ['phone', 'phone', 'walk', 'home', 'accompaniment', 'message', 'missed'] as const;

const talks = [
  {
    code: 'follow-up-talk',
    week: 2,
    day: 1,
    time: '13:10',
    kind: 'talk',
    note: 'Plan for uka, og veien dit.',
  },
  { code: 'individual-talk', week: 3, day: 1, time: '13:00', kind: 'talk', note: 'Individuell samtale.' },
  {
    code: 'call-consultant',
    week: 4,
    day: 0,
    time: '10:00',
    kind: 'consultant-call',
    note: 'Status, plan, mål.',
  },
  {
    code: 'evaluation-talk',
    week: 5,
    day: 1,
    time: '13:00',
    kind: 'talk',
    note: 'Evaluering: hva er endret?',
  },
] as const;

/** The first talk, the talks of the six weeks, and one or two visits or calls a week besides. */
export function contactsOf(member: Member, turns: Turns, random: Random): Contact[] {
  const { contactPerson, notYet = [] } = member;
  const { anchor, until } = turns;
  const first = contact(contactPerson, laterBy(turns.enrolled, 10), 'talk', 'Første samtale.');
  if (anchor === undefined) return [first];
  const ofTheScheme = talks
    .filter(({ code }) => !notYet.includes(code))
    .map(({ week, day, time, kind, note }) =>
      contact(contactPerson, onDay(weekOf(anchor, week), day, time), kind, note),
    );
  const between = [1, 2, 3, 4, 5, 6].flatMap((week) => visitsIn(weekOf(anchor, week), contactPerson, random));
  return [first, ...ofTheScheme, ...between].filter(({ at }) => at <= until);
}

function visitsIn(
  monday: ReturnType<typeof weekOf>,
  contactPerson: 'siren' | 'ola',
  random: Random,
): Contact[] {
  return [onDay(monday, 2, '14:15'), onDay(monday, 4, '10:40')].flatMap((at) => {
    const kind = pick(random, kinds);
    const note = pick(random, notes[kind]);
    return random() < 0.7 ? [contact(contactPerson, at, kind, note)] : [];
  });
}

const contact = (contactPerson: 'siren' | 'ola', at: string, kind: ContactKind, note: string): Contact => ({
  at,
  by: onDuty(contactPerson, at),
  kind,
  note,
});

/** Ola is away from the 11th; Siren stands in. */
const onDuty = (contactPerson: 'siren' | 'ola', at: string): WorkerName =>
  at >= '2024-03-11' ? 'siren' : contactPerson;
