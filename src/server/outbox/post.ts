import type pg from 'pg';
import { asOwner } from '../db/owner.ts';
import { deliverMessages, type Sending } from './deliver.ts';
import type { DemoGateway } from './demo-gateway.ts';

/** Messages to phones, for those who write to the outbox. */
export interface Post {
  /** Something was put there: it goes out now and not at the next round. It is the same for whoever was asked about. */
  soon(): void;
  /** In the demonstration: what was «sent». */
  shown?: DemoGateway['shown'];
}

const EVERY_MS = 15_000;

/** Sends what is to be sent, now and then and when somebody asks. One round at a time. */
export function startPost(
  owner: pg.ClientConfig,
  sending: Sending,
  failed: (error: unknown) => void,
): { soon: () => void; stop: () => Promise<void> } {
  let stopped = false;
  let again = false;
  let round: Promise<void> | undefined;
  const deliver = async (): Promise<void> => {
    do {
      again = false;
      await asOwner(owner, 'send messages', (client) => deliverMessages(client, sending)).catch(failed);
    } while (again && !stopped);
    round = undefined;
  };
  const soon = (): void => {
    if (stopped) return;
    if (round === undefined) round = deliver();
    else again = true;
  };
  const timer = setInterval(soon, EVERY_MS).unref();
  return {
    soon,
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await round;
    },
  };
}
