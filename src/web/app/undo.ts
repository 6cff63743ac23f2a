import { m } from '#text/generated/messages.js';
import { useToast } from '../ui/toast.tsx';
import { problemText } from './problem.ts';
import { useAct } from './queries.ts';

/** Says what was saved, with a way back that is an act of its own: `saved(text, { path, body })`. */
export function useSaved() {
  const act = useAct();
  const toast = useToast();
  return (text: string, back: { path: string; body: unknown }): void =>
    toast({
      text,
      action: {
        label: m.undo(),
        // By promise: the form that saved it is gone by then, and a gone form’s callbacks are not called.
        run: () =>
          void act.mutateAsync(back).then(
            () => toast({ text: m.undone() }),
            (error: unknown) => toast({ text: problemText(error) }),
          ),
      },
    });
}
