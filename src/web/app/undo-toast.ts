import { m } from '#text/generated/messages.js';
import { useToast } from '../ui/toast.tsx';
import { problemText } from './problem.ts';
import { useAct } from './queries.ts';

interface Saved {
  text: string;
  /** The fact that was added, and where it lives: `/api/people/…/contacts`. */
  id: string;
  path: string;
  undone: string;
}

/** Says that something is saved, with a button that takes it back. */
export function useUndoToast() {
  const toast = useToast();
  const act = useAct();
  return ({ text, id, path, undone }: Saved) => {
    // By promise: the form has closed long before somebody presses undo, and a closed form's callbacks are not called.
    const takeBack = () =>
      act
        .mutateAsync({
          path: `${path}/${id}/withdrawals`,
          body: { supersedes: id, reason: m.contact_undo_reason() },
        })
        .then(
          () => toast({ text: undone }),
          (error: unknown) => toast({ text: problemText(error) }),
        );
    toast({ text, action: { label: m.undo(), run: takeBack } });
  };
}
