import { m } from '#text/generated/messages.js';
import { useToast } from '../ui/toast.tsx';
import { problemText } from './problem.ts';
import { useAct } from './queries.ts';

interface Act {
  path: string;
  body: object;
}

/** The act that takes back a fact: the collection it lives in, and its id when nothing has changed it since. */
export const takingBack = (collection: string, id: string, reason: string = m.undo_reason()): Act => ({
  path: `${collection}/${id}/withdrawals`,
  body: { supersedes: id, reason },
});

interface Standing {
  id: string;
  versionId: string;
}

/** A fact written for the first time, or the one that stands written anew, with the reason. */
export const writing = (
  collection: string,
  standing: Standing | undefined,
  content: object,
  reason: string,
): Act =>
  standing
    ? {
        path: `${collection}/${standing.id}/corrections`,
        body: { ...content, supersedes: standing.versionId, reason },
      }
    : { path: collection, body: content };

/** The way back from `writing`: what stood before is written again, or what is new is taken back. */
export const unwriting = (
  collection: string,
  standing: Standing | undefined,
  before: object,
  writtenId: string,
): Act => {
  const back = takingBack(collection, writtenId);
  if (!standing) return back;
  return { path: `${collection}/${standing.id}/corrections`, body: { ...before, ...back.body } };
};

/** Says what was saved, with a way back that is an act of its own: `saved(text, takingBack(path, id))`. */
export function useSaved() {
  const act = useAct();
  const toast = useToast();
  return (text: string, back: Act, undone: string = m.undone()): void =>
    toast({
      text,
      action: {
        label: m.undo(),
        // By promise: the form that saved it is gone by then, and a gone form’s callbacks are not called.
        run: () =>
          void act.mutateAsync(back).then(
            () => toast({ text: undone }),
            (error: unknown) => toast({ text: problemText(error) }),
          ),
      },
    });
}
