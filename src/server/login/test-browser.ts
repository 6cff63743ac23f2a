// Somebody's browser, for tests of logging in: keeps cookies, and goes where it is sent.
import type { InjectOptions } from 'fastify';
import type { App } from '../http/shell.ts';

export interface Answered {
  status: number;
  /** Status and, of a refusal, its code: «409 already-done». */
  said: string;
  /** Where it was sent on to. */
  place: string | undefined;
  body: Record<string, unknown>;
  headers: Record<string, unknown>;
}

export interface Browser {
  cookies: Map<string, string>;
  get(url: string): Promise<Answered>;
  /** With the forgery token, when it holds a session. */
  post(url: string, body: object, headers?: Record<string, string>): Promise<Answered>;
  delete(url: string): Promise<Answered>;
  /** Whether it is logged in, and as whom. */
  who(): Promise<string | undefined>;
}

export function openBrowser(app: App, userAgent = ''): Browser {
  const cookies = new Map<string, string>();
  const send = async (request: InjectOptions): Promise<Answered> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await app.inject({
      ...request,
      headers: { cookie, 'user-agent': userAgent, ...request.headers },
    });
    for (const { name, value } of response.cookies) {
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    const body = response.body.startsWith('{') || response.body.startsWith('[') ? response.json() : {};
    const { code } = body as { code?: string };
    return {
      status: response.statusCode,
      said: code === undefined ? String(response.statusCode) : `${response.statusCode} ${code}`,
      place: response.headers.location?.toString(),
      body,
      headers: response.headers,
    };
  };
  const get = (url: string) => send({ url });
  const csrf = async (): Promise<Record<string, string>> => {
    const { status, body } = await get('/api/session');
    return status === 200 ? { 'x-csrf-token': String(body['csrf']) } : {};
  };
  return {
    cookies,
    get,
    post: async (url, payload, headers) =>
      send({ method: 'POST', url, payload, headers: { ...(await csrf()), ...headers } }),
    delete: async (url) => send({ method: 'DELETE', url, headers: await csrf() }),
    who: async () => {
      const { status, body } = await get('/api/session');
      return status === 200 ? String(body['name']) : undefined;
    },
  };
}

/** What the browser asks our side for when an issuer has sent it to an address. */
export const placeOf = (address: string): string => {
  const { pathname, search } = new URL(address);
  return pathname + search;
};
