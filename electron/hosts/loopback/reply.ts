// Reading a request's body and writing an answer. Every answer has the security headers; an error says a code and
// nothing else.

import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { AppError, toErrorData } from '../../../shared/errors.ts';
import { SECURITY_HEADERS } from '../headers.ts';

/** A refusal with its HTTP status; it never says more than the status does. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: number;
  constructor(status: number) {
    super(`refused with ${status}`);
    this.status = status;
  }
}

/**
 * Reads a body to its end.
 *
 * @param limitBytes refused with 413 beyond it, before the rest is read
 */
export async function readBody(request: IncomingMessage, limitBytes: number): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > limitBytes) throw new Refusal(413);
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    const bytes = part as Buffer;
    size += bytes.length;
    if (size > limitBytes) throw new Refusal(413);
    parts.push(bytes);
  }
  return Buffer.concat(parts);
}

/** Parses a JSON body; anything else is refused with 400. */
export async function readJson(request: IncomingMessage, limitBytes: number): Promise<unknown> {
  const body = await readBody(request, limitBytes);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    throw new Refusal(400);
  }
}

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  const bytes = Buffer.from(JSON.stringify(body));
  response.writeHead(status, {
    ...SECURITY_HEADERS,
    'content-type': 'application/json',
    'content-length': bytes.length,
  });
  response.end(bytes);
}

/** The head of an answer of so many bytes, which the caller writes. */
export function startBytes(response: ServerResponse, length: number, more: OutgoingHttpHeaders = {}): void {
  response.writeHead(200, {
    ...SECURITY_HEADERS,
    'content-type': 'application/octet-stream',
    'content-length': length,
    ...more,
  });
}

/** A refusal closes its connection: what follows on it could be the unread rest of a body. */
export function sendRefusal(response: ServerResponse, status: number): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.writeHead(status, { ...SECURITY_HEADERS, 'content-length': 0, connection: 'close' });
  response.end();
}

/** Expected errors cross as `{error}` with status 422; bugs are a bare 500. */
export function sendError(response: ServerResponse, error: unknown): void {
  if (error instanceof Refusal) sendRefusal(response, error.status);
  else if (error instanceof AppError && !response.headersSent)
    sendJson(response, 422, { error: toErrorData(error) });
  else sendRefusal(response, 500);
}
