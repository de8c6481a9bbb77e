// Who may ask what: checks on the request line and headers alone, before any body is read. Each check returns the
// HTTP status of the refusal, or 0. A page on another site can reach this port, so nothing here trusts a browser.

import type { IncomingMessage } from 'node:http';

/** How often a header was sent; Node's `headers` object hides repeated ones. */
function values(request: IncomingMessage, name: string): readonly string[] {
  const found: string[] = [];
  for (let i = 0; i < request.rawHeaders.length; i += 2) {
    if (request.rawHeaders[i]?.toLowerCase() === name) found.push(request.rawHeaders[i + 1] ?? '');
  }
  return found;
}

function isExactly(request: IncomingMessage, name: string, expected: string): boolean {
  const sent = values(request, name);
  return sent.length === 1 && sent[0] === expected;
}

/** `Host` must be our address and port, once: a name that was re-bound to 127.0.0.1 carries its own. */
export function hostRefusal(request: IncomingMessage, port: number): number {
  if (!isExactly(request, 'host', `127.0.0.1:${port}`)) return 421;
  return request.url?.startsWith('/') ? 0 : 400;
}

/** Files carry no data, but no other site has a reason to include them; only a top-level visit may come from one. */
export function assetRefusal(request: IncomingMessage): number {
  if (request.method === 'OPTIONS') return 403;
  if (request.method !== 'GET' && request.method !== 'HEAD') return 405;
  const site = request.headers['sec-fetch-site'];
  if (site === undefined || site === 'same-origin' || site === 'none') return 0;
  return request.headers['sec-fetch-mode'] === 'navigate' && request.headers['sec-fetch-dest'] === 'document'
    ? 0
    : 403;
}

function originRefusal(request: IncomingMessage, port: number): number {
  if (!isExactly(request, 'origin', `http://127.0.0.1:${port}`)) return 403;
  const site = request.headers['sec-fetch-site'];
  return site === undefined || site === 'same-origin' ? 0 : 403;
}

/** @param contentType the one media type that the route takes */
export function apiRefusal(request: IncomingMessage, port: number, contentType: string): number {
  if (request.method === 'OPTIONS') return 403;
  if (request.method !== 'POST') return 405;
  const refusal = originRefusal(request, port);
  if (refusal !== 0) return refusal;
  const sent = values(request, 'content-type');
  return sent.length === 1 && sent[0]?.split(';')[0]?.trim().toLowerCase() === contentType ? 0 : 415;
}

/** For the WebSocket handshake. */
export function socketRefusal(request: IncomingMessage, port: number): number {
  return hostRefusal(request, port) || (request.method === 'GET' ? originRefusal(request, port) : 405);
}

/** The key of `Authorization: Bearer …`, or null when none was sent. */
export function bearer(request: IncomingMessage): string | null {
  return /^Bearer ([\w-]{1,100})$/.exec(request.headers.authorization ?? '')?.[1] ?? null;
}
