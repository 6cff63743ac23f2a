import { type Random, randomFrom } from '../population/random.ts';
import { type File, toldTo } from './file.ts';
import { attend, attended } from './following.ts';
import type { Samling } from './sessions.ts';

export interface Habit {
  /** Written day. */
  from: string;
  to?: string | undefined;
  /** How much of what there is by day they come to, 0 to 1. */
  share: number;
  evenings?: boolean | undefined;
}

/** The groups somebody has been to, up to now. */
export function comeToGroups(file: File, sessions: readonly Samling[], habit: Habit): void {
  const random = randomFrom(`groups ${file.who.key}`);
  for (const session of sessions) {
    const planned = isPlanned(session, habit, random);
    const came = random() < 0.87;
    if (
      !planned ||
      session.cancelled !== undefined ||
      session.start < habit.from ||
      session.start >= (habit.to ?? '9999')
    )
      continue;
    if (file.calendar.weekly(session.end) <= file.calendar.now)
      attended(file, session, came ? 'came' : 'did-not-come');
  }
}

// Draws the same number whatever the answer, so that one session more changes no other.
function isPlanned(session: Samling, habit: Habit, random: Random): boolean {
  const drawn = random();
  if (session.byDay) return drawn < habit.share;
  return habit.evenings === true && drawn < habit.share / 2;
}

const SAID_YES = { byDay: 8, evening: 4 };
const SAID_NO = { byDay: 2, evening: 1 };

/** Who has said that they come, or do not, to what there is today and tomorrow. The others have not answered. */
export function answerInvitations(files: readonly File[], sessions: readonly Samling[]): void {
  const now = files[0]?.calendar.now ?? '';
  const soon = new Date(Date.parse(now) + 36 * 3_600_000).toISOString();
  const coming = sessions.filter(({ start, cancelled }) => {
    if (cancelled !== undefined) return false;
    const startsAt = files[0]?.calendar.weekly(start) ?? '';
    return startsAt > now && startsAt < soon;
  });
  coming.forEach((session, turn) => {
    const part = session.byDay ? 'byDay' : 'evening';
    const asked = files.slice(turn * 3).concat(files.slice(0, turn * 3));
    asked.slice(0, SAID_YES[part] + SAID_NO[part]).forEach((file, place) => {
      const voice = toldTo(file.who, 'siren');
      const answer = place < SAID_YES[part] ? 'coming' : 'said-no';
      attend(file, session.start, answer, file.calendar.at('2024-03-13T13:10'), voice);
    });
  });
}
