import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { draftOwner } from './draft-owner.ts';
import { sessionQuery } from './queries.ts';
import { forgetQueues } from './queue.ts';

/** Drafts while the device has no store for them; also what is typed before the store has answered. */
const memory = new Map<string, unknown>();
/** What is typed and does not lie on the device yet: how it gets there. */
const unkept = new Map<string, () => Promise<void>>();
const store = () => import('./draft-store.ts');
const typingPauseMs = 400;

function forget(place: string): void {
  memory.delete(place);
  unkept.delete(place);
}

/** Before the page is left on purpose: all that is typed is put on the device now. False when the device would not. */
export const draftsAreKept = (): Promise<boolean> =>
  Promise.all([...unkept.values()].map((keep) => keep())).then(
    () => true,
    () => false,
  );

export async function forgetDrafts(owner: string): Promise<void> {
  forgetQueues(owner);
  for (const place of memory.keys()) if (place.startsWith(owner)) forget(place);
  await store()
    .then((kept) => kept.forgetDrafts(owner))
    .catch(() => {});
}

/**
 * State that survives a closed tab, a lost connection and an ended login. `name` says what is written about what
 * (`contact ${participantId}`). Call `done` when it is saved.
 */
export function useDraft<Value>(name: string, initial: Value) {
  const session = useQueryClient().getQueryData(sessionQuery.queryKey);
  const owner = useRef(session ? draftOwner(session) : 'nobody').current;
  const place = `${owner} ${name}`;
  const [value, setValue] = useState<Value>(() => (memory.get(place) as Value | undefined) ?? initial);
  const [restored, setRestored] = useState(memory.has(place));
  const touched = useRef(memory.has(place));
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    let gone = false;
    store()
      .then((kept) => kept.readDraft(owner, name))
      .then((kept) => {
        if (gone || touched.current || kept === undefined) return;
        setValue(kept as Value);
        setRestored(true);
      })
      .catch(() => {});
    return () => {
      gone = true;
    };
  }, [owner, name]);

  const change = useCallback(
    (next: Value) => {
      touched.current = true;
      setValue(next);
      memory.set(place, next);
      clearTimeout(timer.current);
      const keep = async () => {
        await (await store()).keepDraft(owner, name, next);
        if (unkept.get(place) === keep) unkept.delete(place);
      };
      unkept.set(place, keep);
      timer.current = setTimeout(() => keep().catch(() => {}), typingPauseMs);
    },
    [owner, name, place],
  );

  const done = useCallback(
    (empty: Value = initial) => {
      clearTimeout(timer.current);
      forget(place);
      touched.current = true;
      setValue(empty);
      setRestored(false);
      store()
        .then((kept) => kept.dropDraft(owner, name))
        .catch(() => {});
    },
    [owner, name, place, initial],
  );

  return { value, change, done, restored };
}
