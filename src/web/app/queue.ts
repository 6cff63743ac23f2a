import { useEffect, useSyncExternalStore } from 'react';
import type { RefusalCode } from '#contract/refusals.ts';
import type { Session } from '#contract/session.ts';
import { api } from './api.ts';
import { draftOwner } from './draft-owner.ts';
import { ApiProblem } from './problem.ts';
import { queryClient, readAgain, sessionQuery } from './queries.ts';

/**
 * Acts that must not get lost when the network does: kept on the device (encrypted, as drafts are), sent one after the
 * other in the order they were done, each under a key of its own, and tried again until there is an answer.
 */
export interface QueuedAct {
  key: string;
  path: string;
  body: Record<string, unknown>;
  /** The act whose answer is the version that this one supersedes. */
  follows?: string;
  /** The server said no. It stays until somebody has decided what becomes of it. */
  refused?: RefusalCode;
  /** Answered with this id; stands until the screen has been read again. */
  answer?: string;
  /** What the screen shows of it while it waits; never sent. */
  shown?: Readonly<Record<string, string>>;
}

interface Queue {
  acts: readonly QueuedAct[];
  /** The last try got no answer. */
  stuck: boolean;
}

const nothing: Queue = { acts: [], stuck: false };
const queues = new Map<string, Queue>();
/** Those whose acts from last time have been read; until then nothing is written over them. */
const loaded = new Set<string>();
const sending = new Set<string>();
const listeners = new Set<() => void>();
const store = () => import('./draft-store.ts');
const PREFIX = 'queue ';
const againMs = 5_000;

const place = (owner: string, name: string) => `${owner}\n${name}`;

function change(owner: string, name: string, next: Partial<Queue>): void {
  const at = place(owner, name);
  const before = queues.get(at) ?? nothing;
  queues.set(at, { ...before, ...next });
  for (const listener of listeners) listener();
  if (!loaded.has(at) || next.acts === undefined) return;
  const kept = next.acts.filter(({ answer }) => answer === undefined);
  const draft = PREFIX + name;
  void store()
    .then((device) =>
      kept.length === 0 ? device.dropDraft(owner, draft) : device.keepDraft(owner, draft, kept),
    )
    .catch(() => {});
}

const actsOf = (owner: string, name: string) => (queues.get(place(owner, name)) ?? nothing).acts;
const without = (acts: readonly QueuedAct[], key: string) => acts.filter((act) => act.key !== key);
const waits = (act: QueuedAct) => act.answer === undefined && act.refused === undefined;

/** No answer, or one that will be another when it is asked for again. */
const isPassing = ({ code, status }: ApiProblem) =>
  code === 'offline' ||
  status >= 500 ||
  status === 429 ||
  code === 'not-logged-in' ||
  code === 'forged-request';

async function sendAll(owner: string, name: string): Promise<void> {
  const at = place(owner, name);
  if (sending.has(at)) return;
  sending.add(at);
  try {
    for (;;) {
      const act = actsOf(owner, name).find(waits);
      if (act === undefined) return;
      const answer = await api.post<{ id: string }>(act.path, act.body, { key: act.key }).catch(problemOf);
      if (answer instanceof ApiProblem && isPassing(answer)) {
        change(owner, name, { stuck: true });
        setTimeout(() => void sendAll(owner, name), againMs);
        return;
      }
      settle(owner, name, act, answer);
    }
  } finally {
    sending.delete(at);
  }
}

function problemOf(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) return error;
  throw error;
}

function settle(owner: string, name: string, act: QueuedAct, answer: { id: string } | ApiProblem): void {
  const replaced = (next: (one: QueuedAct) => QueuedAct) =>
    change(owner, name, { stuck: false, acts: actsOf(owner, name).map(next) });
  if (answer instanceof ApiProblem) {
    const refused = answer.code as RefusalCode;
    replaced((one) => (one.key === act.key ? { ...one, refused } : one));
  } else {
    replaced((one) => {
      if (one.key === act.key) return { ...one, answer: answer.id };
      return one.follows === act.key ? { ...one, body: { ...one.body, supersedes: answer.id } } : one;
    });
  }
  void readAgain().finally(() => {
    if (!(answer instanceof ApiProblem)) {
      change(owner, name, { acts: without(actsOf(owner, name), act.key) });
    }
  });
}

/** What was left on the device the last time, sent from wherever one is now. */
async function resume(owner: string, name: string): Promise<void> {
  const at = place(owner, name);
  if (!queues.has(at)) {
    queues.set(at, nothing);
    const kept = (await store()
      .then((device) => device.readDraft(owner, PREFIX + name))
      .catch(() => undefined)) as QueuedAct[] | undefined;
    loaded.add(at);
    change(owner, name, { acts: [...(kept ?? []), ...actsOf(owner, name)] });
  }
  await sendAll(owner, name);
}

async function resumeAll(owner: string): Promise<void> {
  const names = await store()
    .then((device) => device.draftNames(owner))
    .catch(() => []);
  const left = names.filter((name) => name.startsWith(PREFIX)).map((name) => name.slice(PREFIX.length));
  await Promise.all(left.map((name) => resume(owner, name)));
}

/** At logout: what is in the memory goes with what is on the device. */
export function forgetQueues(owner: string): void {
  for (const at of queues.keys())
    if (at.startsWith(`${owner}\n`)) {
      queues.delete(at);
      loaded.delete(at);
    }
}

/** For the frame of every screen: goes on with what was left, and tries again when the network is back. */
export function useQueuesResumed(session: Session): boolean {
  const owner = draftOwner(session);
  useEffect(() => {
    const all = () => {
      void resumeAll(owner);
      for (const at of queues.keys()) {
        const [whose = '', name = ''] = at.split('\n');
        if (whose === owner) void sendAll(owner, name);
      }
    };
    all();
    addEventListener('online', all);
    return () => removeEventListener('online', all);
  }, [owner]);
  return useSyncExternalStore(subscribe, () =>
    [...queues].some(([at, { stuck, acts }]) => at.startsWith(`${owner}\n`) && stuck && acts.some(waits)),
  );
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const unrefused = ({ refused: _, ...act }: QueuedAct): QueuedAct => act;

/** The acts of one screen. `send` answers with the key of the act. */
export function useQueue(name: string) {
  const session = queryClient.getQueryData(sessionQuery.queryKey);
  const owner = session ? draftOwner(session) : 'nobody';
  useEffect(() => void resume(owner, name), [owner, name]);
  const queue = useSyncExternalStore(subscribe, () => queues.get(place(owner, name)) ?? nothing);
  const put = (acts: readonly QueuedAct[]) => {
    change(owner, name, { acts });
    void sendAll(owner, name);
  };
  return {
    ...queue,
    send: (
      path: string,
      body: Record<string, unknown>,
      more: Pick<QueuedAct, 'follows' | 'shown'> = {},
    ): string => {
      const key = crypto.randomUUID();
      put([...actsOf(owner, name), { key, path, body, ...more }]);
      return key;
    },
    /** It is not sent, or is sent no more. */
    drop: (key: string) => put(without(actsOf(owner, name), key)),
    /** After a refusal: the act changed, under a key of its own. */
    change: (key: string, body: Record<string, unknown>) =>
      put(
        actsOf(owner, name).map((act) =>
          act.key === key ? { ...unrefused(act), key: crypto.randomUUID(), body } : act,
        ),
      ),
  };
}
