import { type RefusalCode, refusals } from '#contract/refusals.ts';
import type { Problem } from '#contract/shapes.ts';
import { currentLanguage } from './language.ts';
import { ApiProblem } from './problem.ts';

let csrf = '';
let onLoginNeeded = () => {};

/** The session query hands its token over; every change carries it. */
export const rememberCsrf = (token: string) => {
  csrf = token;
};

/** Called when an answer says that the login has ended. */
export const whenLoginIsNeeded = (react: () => void) => {
  onLoginNeeded = react;
};

interface Options {
  /** Same key, same act: a repeated sending is done once. */
  key?: string;
  signal?: AbortSignal;
}

const isRefusal = (code: unknown): code is RefusalCode => typeof code === 'string' && code in refusals;

async function problemOf(response: Response): Promise<ApiProblem> {
  const body = (await response.json().catch(() => undefined)) as Partial<Problem> | undefined;
  const code = isRefusal(body?.code) ? body.code : 'something-broke';
  return new ApiProblem(code, response.status, body);
}

async function ask(method: string, path: string, body: unknown, options: Options): Promise<Response> {
  const headers: Record<string, string> = { 'Accept-Language': currentLanguage() };
  if (method !== 'GET') headers['X-CSRF-Token'] = csrf;
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  if (options.key) headers['Idempotency-Key'] = options.key;
  const response = await fetch(path, {
    method,
    headers,
    credentials: 'same-origin',
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(options.signal ? { signal: options.signal } : {}),
  }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ApiProblem('offline', 0);
  });
  if (!response.ok) {
    const problem = await problemOf(response);
    if (problem.code === 'not-logged-in') onLoginNeeded();
    throw problem;
  }
  return response;
}

async function send<Answer>(method: string, path: string, body: unknown, options: Options): Promise<Answer> {
  const response = await ask(method, path, body, options);
  return (response.status === 204 ? undefined : await response.json()) as Answer;
}

export const api = {
  get: <Answer>(path: string, options: Options = {}) => send<Answer>('GET', path, undefined, options),
  /** Something to keep, as it is sent. */
  file: async (path: string): Promise<Blob> => (await ask('GET', path, undefined, {})).blob(),
  post: <Answer = { id: string }>(path: string, body: unknown, options: Options = {}) =>
    send<Answer>('POST', path, body, options),
  delete: <Answer = void>(path: string, options: Options = {}) =>
    send<Answer>('DELETE', path, undefined, options),
};
