import { by, fact, type Person, type Samling, thinned } from './person.ts';
import type { Spell } from './standing.ts';
import { clockTime, dayAt, monthOf, plusDays } from './time.ts';

/** The groups somebody has been to: often in the six weeks, less after them, and least in July. */
export function comeToGroups(person: Person, { enrolledAt, anchor, until }: Spell): void {
  const { random } = person.writing;
  const keen = 0.25 + 0.5 * random();
  const evenings = random() < 0.35;
  const weeksOver = anchor === undefined ? until : clockTime(plusDays(anchor, 42), '12:00');
  const planned = person.team.sessions.filter((session) => {
    if (session.startsAt < enrolledAt || session.startsAt > until || !session.held) return false;
    const share = session.byDay ? keen : evenings ? keen / 2 : 0;
    const season = monthOf(dayAt(session.startsAt)) === 7 ? 0.5 : 1;
    return random() < share * season * (session.startsAt > weeksOver ? 0.3 : 1);
  });
  // Whoever waits, waits in a group and not on a list.
  const first = anchor === undefined && planned.length === 0 ? firstAfter(person, enrolledAt, until) : [];
  for (const session of [...thinned(person, planned, 2), ...first]) {
    // Some days are harder: a week that begins badly often goes on so.
    attend(person, session, random() < 0.86 ? 'came' : 'did-not-come');
  }
}

const firstAfter = (person: Person, from: number, until: number): Samling[] =>
  person.team.sessions
    .filter(({ startsAt, byDay, held }) => held && byDay && startsAt > from && startsAt <= until)
    .slice(0, 1);

const attend = (person: Person, session: Samling, answer: 'came' | 'did-not-come'): string =>
  fact(person, 'attendance', session.startsAt, by(session.leader), {
    session_municipality_id: session.municipalityId,
    session_id: session.id,
    answer,
  });
