import type pg from 'pg';
import { asOwner } from '../db/owner.ts';
import { startRounds } from '../jobs/rounds.ts';
import { deliverMessages, type Sending } from './deliver.ts';
import type { DemoGateway } from './demo-gateway.ts';

/** Messages to phones, for those who write to the outbox. */
export interface Post {
  /** Something was put there: it goes out now and not at the next round. It is the same for whoever was asked about. */
  soon(): void;
  /** In the demonstration: what was «sent». */
  shown?: DemoGateway['shown'];
}

/** Sends what is to be sent, now and then and when somebody asks. */
export const startPost = (owner: pg.ClientConfig, sending: Sending, failed: (error: unknown) => void) =>
  startRounds(() => asOwner(owner, 'send messages', (client) => deliverMessages(client, sending)), failed);
