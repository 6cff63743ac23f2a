import type { Action } from '#contract/plan.ts';
import { m } from '#text/generated/messages.js';
import { useSend } from './sending.tsx';
import { useSaved } from './undo.ts';

/** What somebody is to do, as it is sent. */
export interface Doing {
  title: string;
  doer: Action['doer'];
  worker?: Action['worker'];
  dueDay?: string | undefined;
}

const doingOf = ({ title, doer, worker, dueDay }: Action): Doing => ({
  title,
  doer,
  ...(worker ? { worker } : {}),
  ...(dueDay ? { dueDay } : {}),
});

/** What somebody is to do: said, said anew, or taken away; each with a way back. */
export function useAction(participantId: string) {
  const sending = useSend();
  const saved = useSaved();
  const all = `/api/people/${participantId}/actions`;
  const back = (id: string) => ({ supersedes: id, reason: m.undo_reason() });
  return {
    sending,
    add: async (goalId: string, doing: Doing, savedText: string): Promise<boolean> => {
      const answer = await sending.send(all, { goalId, ...doing });
      if (!answer) return false;
      saved(savedText, { path: `${all}/${answer.id}/withdrawals`, body: back(answer.id) });
      return true;
    },
    rewrite: async (action: Action, doing: Doing, reason: string): Promise<boolean> => {
      const path = `${all}/${action.id}/corrections`;
      const answer = await sending.send(path, { ...doing, supersedes: action.versionId, reason });
      if (!answer) return false;
      saved(m.action_changed(), { path, body: { ...doingOf(action), ...back(answer.id) } });
      return true;
    },
    takeAway: async (action: Action, goalId: string): Promise<boolean> => {
      const body = { supersedes: action.versionId, reason: m.remove_reason() };
      if (!(await sending.send(`${all}/${action.id}/withdrawals`, body))) return false;
      saved(m.removed(), { path: all, body: { goalId, ...doingOf(action) } });
      return true;
    },
  };
}
