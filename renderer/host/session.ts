// The loopback session: a one-time token from the address is traded for a key, which lives in this tab's
// sessionStorage and travels in a header. The token leaves the address and the history before anything else happens.

import { AppError, type ErrorData, fromErrorData } from '../../shared/errors.ts';

const KEY = 'clientela.key';
const SAMPLE = 'clientela.sample';

export interface Session {
  readonly openSample: boolean;
  /** @throws AppError ENGINE-STOPPED when there is no session, or it was ended */
  key(): Promise<string>;
  /** The host no longer knows the key. */
  forget(): void;
  /** A JSON call. @throws AppError of the host, or ENGINE-STOPPED when it cannot be reached */
  post(path: string, body: unknown): Promise<Response>;
  postPart(path: string, headers: Readonly<Record<string, string>>, part: Blob): Promise<Response>;
}

/** Takes the token out of the address at once; the exchange runs in the background. */
export function openSession(window: Window): Session {
  const start = new URLSearchParams(window.location.hash.slice(1));
  const token = start.get('start');
  if (token !== null) {
    window.history.replaceState(null, '', window.location.pathname);
    window.sessionStorage.setItem(SAMPLE, start.has('sample') ? '1' : '0');
  }
  const openSample = window.sessionStorage.getItem(SAMPLE) === '1';
  window.sessionStorage.setItem(SAMPLE, '0'); // a reload must not open the sample over the user's project
  const exchanged = token === null ? Promise.resolve() : exchange(window, token);
  exchanged.catch(() => undefined); // told by key()

  const key = async (): Promise<string> => {
    await exchanged;
    const stored = window.sessionStorage.getItem(KEY);
    if (stored === null) throw new AppError('ENGINE-STOPPED');
    return stored;
  };
  const send = async (
    path: string,
    headers: Readonly<Record<string, string>>,
    body: BodyInit,
  ): Promise<Response> => request(path, { ...headers, authorization: `Bearer ${await key()}` }, body);
  return {
    openSample,
    key,
    forget: () => window.sessionStorage.removeItem(KEY),
    post: (path, body) => send(path, { 'content-type': 'application/json' }, JSON.stringify(body)),
    postPart: (path, headers, part) =>
      send(path, { ...headers, 'content-type': 'application/octet-stream' }, part),
  };
}

async function exchange(window: Window, token: string): Promise<void> {
  const response = await request(
    '/api/session',
    { 'content-type': 'application/json' },
    JSON.stringify({ token }),
  );
  const { key } = (await response.json()) as { readonly key: string };
  window.sessionStorage.setItem(KEY, key);
}

async function request(
  path: string,
  headers: Readonly<Record<string, string>>,
  body: BodyInit,
): Promise<Response> {
  const options: RequestInit = { method: 'POST', headers, body, credentials: 'omit', redirect: 'error' };
  const response = await fetch(path, options).catch(() => null);
  if (response?.ok) return response;
  if (response?.status !== 422) throw new AppError('ENGINE-STOPPED');
  const { error } = (await response.json()) as { readonly error: ErrorData };
  throw fromErrorData(error);
}
