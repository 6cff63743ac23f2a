import type { Gateway } from './gateway.ts';

const KEPT = 20;

export interface ShownMessage {
  at: string;
  phone: string;
  text: string;
}

/** The demonstration's phone: whatever is «sent» is shown to whoever looks, and forgotten when the server stops. */
export interface DemoGateway extends Gateway {
  /** Newest first. */
  shown(): readonly ShownMessage[];
}

export function demoGateway(): DemoGateway {
  const messages: ShownMessage[] = [];
  return {
    send: async ({ phone, text }) => {
      messages.unshift({ at: new Date().toISOString(), phone, text });
      messages.splice(KEPT);
    },
    shown: () => messages,
  };
}
