import type { Coming, MyPlan } from '#contract/plan.ts';
import { m } from '#text/generated/messages.js';
import { useToast } from '../ui/toast.tsx';
import type { Answerable, PlanActs } from './acts.ts';

export const titleOf = (coming: Coming): string =>
  coming.kind === 'meeting' ? m.next_meeting_title() : coming.title;
export const isAnswerable = (coming: Coming): coming is Answerable => coming.session !== undefined;

/** The first that is held. One that the participant has said no to stays, so that they may change their mind. */
export const nextOf = (plan: MyPlan): Coming | undefined => plan.coming.find(({ cancelled }) => !cancelled);

/** Says whether one comes; what was said can always be said otherwise, and is met with the same kindness. */
export function useAnswer(coming: Coming, acts: PlanActs) {
  const toast = useToast();
  const say = async (answer: 'coming' | 'said-no') => {
    if (!isAnswerable(coming)) return;
    if (!(await acts.answer(coming.session, answer))) return;
    if (answer === 'coming') return toast({ text: m.next_coming_saved() });
    toast({
      text: m.next_said_no(),
      action: { label: m.next_coming_after_all(), run: () => void say('coming') },
    });
  };
  return say;
}
