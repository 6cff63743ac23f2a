import type { Coming } from '#contract/plan.ts';
import type { Ref } from '#contract/shapes.ts';
import type { Told } from '#contract/turn.ts';
import { useAct } from '../app/queries.ts';

/** What a participant can do with the plan. Each answers when the server has said yes. */
export function usePlanActs(participantId: string) {
  const act = useAct();
  const post = (path: string, body: unknown) =>
    act.mutateAsync({ path: `/api/people/${participantId}/${path}`, body });
  return {
    pending: act.isPending,
    answer: (session: Ref, answer: 'coming' | 'said-no') => post('attendances', { session, answer }),
    rate: (statementId: string, rating: number) => post('statement-ratings', { statementId, rating }),
    closeGoal: (goalId: string, outcome: 'reached' | 'not-wanted') =>
      post('goal-closures', { goalId, outcome }),
    reopenGoal: (closureId: string, reason: string) =>
      post(`goal-closures/${closureId}/withdrawals`, { supersedes: closureId, reason }),
    complete: (actionId: string) => post('action-completions', { actionId }),
    uncomplete: (completionId: string, reason: string) =>
      post(`action-completions/${completionId}/withdrawals`, { supersedes: completionId, reason }),
    sayPresence: (meetingId: string, presence: 'invited' | 'said-no') =>
      post('meeting-presences', { meetingId, person: 'participant', presence }),
    takeBackPromise: (keptId: string, reason: string) =>
      post(`promise-keepings/${keptId}/withdrawals`, { supersedes: keptId, reason }),
    keepPromise: (decisionId: string) => post('promise-keepings', { decisionId }),
    /** Names the version that was seen, so that two who write at once find out. */
    prepare: (meeting: { id: string; versionId: string }, ownAgenda: string) =>
      post(`meetings/${meeting.id}/preparations`, { supersedes: meeting.versionId, ownAgenda }),
    tell: (kind: 'relapse' | 'hard-time') => post('tellings', { kind }),
    addWords: (told: Told, words: string) =>
      post(`tellings/${told.id}/words`, { supersedes: told.versionId, words }),
    takeBackTelling: (told: Told, reason: string) =>
      post(`tellings/${told.id}/withdrawals`, { supersedes: told.versionId, reason }),
    writeCrisisPlan: (plan: CrisisPlanWords, supersedes: string | undefined) =>
      post('crisis-plans', { ...plan, ...(supersedes ? { supersedes } : {}) }),
  };
}

export type PlanActs = ReturnType<typeof usePlanActs>;
/** A coming thing that can be answered. */
export type Answerable = Coming & { session: Ref };

export interface CrisisPlanWords {
  signs: string;
  helps: string;
  call: string;
}
