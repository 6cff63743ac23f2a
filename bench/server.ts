import { fork } from 'node:child_process';
import { Agent, request as send } from 'node:http';
import path from 'node:path';
import { csrfOf } from '#server/http/session-cookie.ts';
import type { Actor } from './actors.ts';
import type { Start, Told } from './server-process.ts';

export interface Server {
  address: string;
  ask(actor: Actor, request: Asked): Promise<number>;
  /** As `ask`, with what was answered; nothing when it was refused. */
  answer<T>(actor: Actor, request: Asked): Promise<{ status: number; body?: T }>;
  tell(): Promise<Told>;
  /** Forgets the times so far. */
  forget(): Promise<Told>;
  stop(): void;
}

export interface Asked {
  name: string;
  path: string;
  body?: object;
}

export async function startServer(start: Start): Promise<Server> {
  const child = fork(path.join(import.meta.dirname, 'server-process.ts'), { stdio: 'inherit' });
  const answer = <T>(message: object | string): Promise<T> =>
    new Promise((resolve, reject) => {
      const ended = () => reject(new Error('the server under measurement ended'));
      child.once('exit', ended);
      child.once('message', (told) => {
        child.off('exit', ended);
        resolve(told as T);
      });
      child.send(message);
    });
  const { address } = await answer<{ address: string }>(start);
  const agent = new Agent({ keepAlive: true, maxSockets: 200 });
  return {
    address,
    ask: async (actor, asked) => (await ask(address, agent, actor, asked)).status,
    answer: async <T>(actor: Actor, asked: Asked) => {
      const { status, text } = await ask(address, agent, actor, asked);
      return status < 300 ? { status, body: JSON.parse(text) as T } : { status };
    },
    tell: () => answer<Told>('tell'),
    forget: () => answer<Told>('forget'),
    stop: () => {
      agent.destroy();
      child.kill();
    },
  };
}

/** What the actor's browser holds: a key of the login, and its secret; here one word is both. */
export const cookieOf = ({ secret }: Actor): string => `__Host-medvandrer=${secret}.${secret}`;

function ask(
  address: string,
  agent: Agent,
  actor: Actor,
  asked: Asked,
): Promise<{ status: number; text: string }> {
  const body = asked.body === undefined ? undefined : JSON.stringify(asked.body);
  const headers = {
    'x-bench': asked.name,
    cookie: cookieOf(actor),
    ...(body === undefined
      ? {}
      : { 'content-type': 'application/json', 'x-csrf-token': csrfOf(actor.secret) }),
  };
  return new Promise((resolve, reject) => {
    const request = send(
      `${address}${asked.path}`,
      { agent, headers, method: body === undefined ? 'GET' : 'POST' },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (part: string) => {
          text += part;
        });
        response.once('end', () => resolve({ status: response.statusCode ?? 0, text }));
      },
    );
    request.once('error', reject);
    request.end(body);
  });
}
