import type { Action } from '#contract/plan.ts';
import { m } from '#text/generated/messages.js';
import type { Send } from './sending.tsx';
import { takingBack, unwriting, useSaved, writing } from './undo.ts';

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

/** What somebody is to do: said, said anew, or taken away; each sent by its form, and with a way back. */
export function useAction(participantId: string, send: Send) {
  const saved = useSaved();
  const all = `/api/people/${participantId}/actions`;
  return {
    add: async (goalId: string, doing: Doing, savedText: string): Promise<boolean> => {
      const answer = await send(all, { goalId, ...doing });
      if (!answer) return false;
      saved(savedText, takingBack(all, answer.id));
      return true;
    },
    rewrite: async (action: Action, doing: Doing, reason: string): Promise<boolean> => {
      const { path, body } = writing(all, action, doing, reason);
      const answer = await send(path, body);
      if (!answer) return false;
      saved(m.action_changed(), unwriting(all, action, doingOf(action), answer.id));
      return true;
    },
    takeAway: async (action: Action, goalId: string): Promise<boolean> => {
      const body = { supersedes: action.versionId, reason: m.remove_reason() };
      if (!(await send(`${all}/${action.id}/withdrawals`, body))) return false;
      saved(m.removed(), { path: all, body: { goalId, ...doingOf(action) } });
      return true;
    },
  };
}
