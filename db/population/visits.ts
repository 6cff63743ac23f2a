import { by, fact, happens, own, type Person, thinned } from './person.ts';
import { between, pick } from './random.ts';
import { workdayFrom } from './red-days.ts';
import { cameIntoxicated, contactNotes, hardTimes, talkNotes } from './sentences.ts';
import type { Spell } from './standing.ts';
import { clockTime, DAY, dayAt, HOUR, plusDays } from './time.ts';

const kinds = ['phone', 'phone', 'walk', 'home', 'accompaniment', 'message', 'missed'] as const;
const times = ['09:40', '10:40', '13:30', '14:15', '18:30'] as const;

/** Calls, visits and walks between the talks of the six weeks: close at first, then now and then; some in a weekend. */
export function beWithThem(person: Person, { enrolledAt, until }: Spell): void {
  const { random } = person.writing;
  const first = { at: enrolledAt + HOUR / 6, kind: 'talk' as const, note: pick(random, talkNotes.first) };
  const all: { at: number; kind: string; note: string }[] = [first];
  for (
    let day = plusDays(dayAt(enrolledAt), 2);
    ;
    day = plusDays(day, between(random, 2, age(day) > 45 ? 16 : 6))
  ) {
    const at = clockTime(day, pick(random, times));
    if (at > until) break;
    // A weekend or a holiday is for those who need it then.
    if (workdayFrom(day) !== day && random() < 0.7) continue;
    const kind = pick(random, kinds);
    all.push({ at, kind, note: pick(random, contactNotes[kind]) });
  }
  for (const { at, kind, note } of thinned(person, all, between(random, 1, 2))) {
    contact(person, at, kind, note, happens(person, 0.12) ? 'Ringe på fredag' : null);
  }
  hardDays(person, enrolledAt, until);

  function age(day: ReturnType<typeof dayAt>): number {
    return (clockTime(day, '12:00') - enrolledAt) / DAY;
  }
}

const contact = (person: Person, at: number, kind: string, note: string, next: string | null): string =>
  fact(person, 'contact', at, by(person.worker), { kind, note, next_step: next });

/** Told by themself, and called the next morning; or somebody came to a group intoxicated. Neither ends anything. */
function hardDays(person: Person, from: number, until: number): void {
  const { random } = person.writing;
  const days = Math.floor((until - from) / DAY);
  if (days < 8) return;
  const somewhere = () => plusDays(dayAt(from), between(random, 3, days - 4));
  const none = { session_municipality_id: null, session_id: null };
  if (happens(person, 0.4, 0.05)) {
    const day = somewhere();
    const words = pick(random, hardTimes);
    const kind = random() < 0.6 ? 'relapse' : 'hard-time';
    fact(person, 'relapse_note', clockTime(day, '22:10'), own(person), { ...none, kind, words });
    contact(person, clockTime(plusDays(day, 1), '09:20'), 'phone', 'Ringte opp. Godt at du sa det.', null);
  }
  if (happens(person, 0.15, 0.01)) {
    const before = plusDays(dayAt(from), days - 4);
    const session = person.team.sessions.findLast(
      ({ startsAt, held }) => held && startsAt < clockTime(before, '09:00'),
    );
    if (session === undefined || session.startsAt < from) return;
    fact(person, 'relapse_note', session.startsAt + HOUR, by(session.leader), {
      session_municipality_id: session.municipalityId,
      session_id: session.id,
      kind: 'came-intoxicated',
      words: pick(random, cameIntoxicated),
    });
  }
}
