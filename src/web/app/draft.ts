import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { draftOwner } from './draft-owner.ts';
import { sessionQuery } from './queries.ts';
import { forgetQueues } from './queue.ts';

/** Drafts while the device has no store for them; also what is typed before the store has answered. */
const memory = new Map<string, unknown>();
const store = () => import('./draft-store.ts');
const typingPauseMs = 400;

export async function forgetDrafts(owner: string): Promise<void> {
  forgetQueues(owner);
  for (const key of memory.keys()) if (key.startsWith(owner)) memory.delete(key);
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
      timer.current = setTimeout(
        () =>
          store()
            .then((kept) => kept.keepDraft(owner, name, next))
            .catch(() => {}),
        typingPauseMs,
      );
    },
    [owner, name, place],
  );

  const done = useCallback(
    (empty: Value = initial) => {
      clearTimeout(timer.current);
      memory.delete(place);
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
