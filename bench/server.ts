import { fork } from 'node:child_process';
import { Agent, request as send } from 'node:http';
import path from 'node:path';
import { csrfOf } from '#server/http/session-cookie.ts';
import type { Actor } from './actors.ts';
import type { Start, Told } from './server-process.ts';

export interface Server {
  address: string;
  ask(actor: Actor, request: Asked): Promise<number>;
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
    ask: (actor, asked) => ask(address, agent, actor, asked),
    tell: () => answer<Told>('tell'),
    forget: () => answer<Told>('forget'),
    stop: () => {
      agent.destroy();
      child.kill();
    },
  };
}

function ask(address: string, agent: Agent, actor: Actor, asked: Asked): Promise<number> {
  const body = asked.body === undefined ? undefined : JSON.stringify(asked.body);
  const headers = {
    'x-bench': asked.name,
    cookie: `__Host-medvandrer=${actor.secret}.${actor.secret}`,
    ...(body === undefined
      ? {}
      : { 'content-type': 'application/json', 'x-csrf-token': csrfOf(actor.secret) }),
  };
  return new Promise((resolve, reject) => {
    const request = send(
      `${address}${asked.path}`,
      { agent, headers, method: body === undefined ? 'GET' : 'POST' },
      (response) => {
        response.resume();
        response.once('end', () => resolve(response.statusCode ?? 0));
      },
    );
    request.once('error', reject);
    request.end(body);
  });
}
