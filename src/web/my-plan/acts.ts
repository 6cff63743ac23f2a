import type { Coming } from '#contract/plan.ts';
import type { Ref } from '#contract/shapes.ts';
import type { Told } from '#contract/turn.ts';
import { useSend } from '../app/sending.tsx';
import { takingBack } from '../app/undo.ts';

/** What a participant does with one press. Each answers when the server has said yes, and `error` says when it did not. */
export function usePlanActs(participantId: string) {
  const { send, busy, error } = useSend();
  const people = `/api/people/${participantId}`;
  const takeBack = (collection: string, id: string, reason: string) => {
    const { path, body } = takingBack(`${people}/${collection}`, id, reason);
    return send(path, body);
  };
  return {
    busy,
    error,
    answer: (session: Ref, answer: 'coming' | 'said-no') =>
      send(`${people}/attendances`, { session, answer }),
    complete: (actionId: string) => send(`${people}/action-completions`, { actionId }),
    uncomplete: (completionId: string, reason: string) =>
      takeBack('action-completions', completionId, reason),
    sayPresence: (meetingId: string, presence: 'invited' | 'said-no') =>
      send(`${people}/meeting-presences`, { meetingId, person: 'participant', presence }),
    keepPromise: (decisionId: string) => send(`${people}/promise-keepings`, { decisionId }),
    takeBackPromise: (keptId: string, reason: string) => takeBack('promise-keepings', keptId, reason),
    tell: (kind: 'relapse' | 'hard-time') => send(`${people}/tellings`, { kind }),
    takeBackTelling: (told: Told, reason: string) =>
      send(`${people}/tellings/${told.id}/withdrawals`, { supersedes: told.versionId, reason }),
  };
}

export type PlanActs = ReturnType<typeof usePlanActs>;
/** A coming thing that can be answered. */
export type Answerable = Coming & { session: Ref };
