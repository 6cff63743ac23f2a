/** What goes to a phone. The id is the same at every try, so that a gateway that knows it sends once. */
export interface Message {
  id: string;
  phone: string;
  text: string;
}

/** Where messages to phones go out. */
export interface Gateway {
  /** @throws when the gateway has not taken it; nothing of the message stands in the error */
  send(message: Message): Promise<void>;
}

/** The gateway did not take a message: by the status it answered, or because it was not there. */
export class NotTaken extends Error {}

/** A gateway over HTTP: which address, and how it wants to be spoken to, stands in the installation's own file. */
export interface GatewayConfig {
  address: string;
  headers: Record<string, string>;
  /** JSON with `{phone}`, `{text}` and `{id}` in it. */
  body: unknown;
  /** Stands for `{secret}` in headers and body. */
  secret: string;
  /** What it answers when it has taken a message. */
  taken: readonly number[];
}

const PATIENCE_MS = 10_000;

export function httpGateway(config: GatewayConfig): Gateway {
  return {
    send: async (message) => {
      const known = { ...message, secret: config.secret };
      const headers = new Headers({ 'content-type': 'application/json' });
      for (const [name, value] of Object.entries(config.headers)) headers.set(name, filled(value, known));
      const status = await fetch(config.address, {
        method: 'POST',
        headers,
        body: JSON.stringify(inside(config.body, known)),
        redirect: 'error',
        signal: AbortSignal.timeout(PATIENCE_MS),
      }).then(
        async (response) => {
          await response.body?.cancel();
          return response.status;
        },
        // What went wrong may quote the address or the body; that it did is enough.
        () => undefined,
      );
      if (status === undefined || !config.taken.includes(status))
        throw new NotTaken(status === undefined ? 'no answer' : `answered ${status}`);
    },
  };
}

type Known = Message & { secret: string };

const filled = (template: string, known: Known): string =>
  template.replaceAll(/\{(id|phone|text|secret)\}/g, (_, name: keyof Known) => known[name]);

/** Every text of a piece of JSON, filled in. */
function inside(template: unknown, known: Known): unknown {
  if (typeof template === 'string') return filled(template, known);
  if (Array.isArray(template)) return template.map((one) => inside(one, known));
  if (typeof template !== 'object' || template === null) return template;
  return Object.fromEntries(Object.entries(template).map(([name, value]) => [name, inside(value, known)]));
}
