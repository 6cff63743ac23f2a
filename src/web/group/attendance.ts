import type { GroupSessionPage } from '#contract/group.ts';
import type { Ref } from '#contract/shapes.ts';
import { type QueuedAct, useQueue } from '../app/queue.ts';

export type Answer = 'coming' | 'came' | 'said-no' | 'did-not-come';
export type Person = GroupSessionPage['people'][number];

/** Who came is known when it begins; until then one can only say whether one is coming. */
export const answersBefore: readonly Answer[] = ['coming', 'said-no'];
export const answersFrom: readonly Answer[] = ['came', 'said-no', 'did-not-come'];

export interface Tapped {
  answer: string | undefined;
  /** On its way, or kept until the network is back. */
  waits: boolean;
  refused: QueuedAct | undefined;
}

/** Taps on who came, each an act that is kept on the device until the server has it. */
export function useAttendance(session: Ref) {
  const queue = useQueue(`attendance ${session.municipalityId} ${session.id}`);
  const pathOf = (person: Person) => `/api/people/${person.participantId}/attendances`;
  const lastOf = (person: Person): QueuedAct | undefined =>
    queue.acts.filter(({ path }) => path.startsWith(pathOf(person))).at(-1);
  return {
    stuck: queue.stuck,
    tapped: (person: Person): Tapped => {
      const last = lastOf(person);
      if (last === undefined) return { answer: person.answer, waits: false, refused: undefined };
      if (last.refused !== undefined) return { answer: person.answer, waits: false, refused: last };
      return {
        answer: last.path === pathOf(person) ? String(last.body['answer']) : undefined,
        waits: true,
        refused: undefined,
      };
    },
    say: (person: Person, answer: Answer) => {
      const last = lastOf(person);
      if (last?.refused !== undefined) queue.drop(last.key);
      const follows = last !== undefined && last.refused === undefined && last.path === pathOf(person);
      queue.send(
        pathOf(person),
        {
          session,
          answer,
          ...(person.attendanceId && !follows ? { supersedes: person.attendanceId } : {}),
        },
        follows ? { follows: last.key } : {},
      );
    },
    takeBack: (person: Person, reason: string) => {
      if (person.attendanceId)
        queue.send(`${pathOf(person)}/${person.attendanceId}/withdrawals`, {
          supersedes: person.attendanceId,
          reason,
        });
    },
    forget: (act: QueuedAct) => queue.drop(act.key),
  };
}

export type Attendance = ReturnType<typeof useAttendance>;
