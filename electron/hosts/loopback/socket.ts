// The WebSocket between a window and the engine. Its first message is the session key; then frames pass unread in
// both directions. It closes when either side does, and the window connects again.

import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import type { Frame } from '../../engine/wire.ts';
import type { FramePort, FramePortEvents } from '../engineProcess.ts';
import type { Activity } from './activity.ts';
import { socketRefusal } from './guard.ts';
import type { Keyring } from './keyring.ts';

const MAX_FRAME_BYTES = 8 * 2 ** 20;
const KEY_LIMIT_MS = 5000;
/** Close codes that the window's client knows. */
export const CLOSE_BAD_KEY = 4401;
export const CLOSE_ENGINE_GONE = 4503;

const Hello = z.strictObject({ key: z.string().min(1).max(100) });

export interface SocketParts {
  readonly keyring: Keyring;
  readonly activity: Activity;
  readonly openFramePort: (events: FramePortEvents) => Promise<FramePort>;
}

export interface Sockets {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer, port: number): void;
  closeAll(code: number): void;
}

/** The handler of `upgrade` requests. */
export function createSockets(parts: SocketParts): Sockets {
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_FRAME_BYTES,
    perMessageDeflate: false,
  });
  return {
    upgrade(request, socket, head, port) {
      const status = socketRefusal(request, port) || (request.url === '/engine' ? 0 : 404);
      if (status !== 0)
        socket.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
      else server.handleUpgrade(request, socket, head, (client) => greet(client, parts));
    },
    closeAll(code) {
      for (const client of server.clients) client.close(code);
    },
  };
}

function greet(client: WebSocket, parts: SocketParts): void {
  const limit = setTimeout(() => client.terminate(), KEY_LIMIT_MS);
  client.on('error', () => client.terminate()); // oversized or malformed frames
  client.once('message', (data, isBinary) => {
    clearTimeout(limit);
    const key = isBinary ? null : keyOf(data);
    if (key === null || !parts.keyring.isValid(key)) client.close(CLOSE_BAD_KEY);
    else void relay(client, parts);
  });
  client.once('close', () => clearTimeout(limit));
}

function keyOf(data: RawData): string | null {
  try {
    return Hello.parse(JSON.parse(textOf(data))).key;
  } catch {
    return null;
  }
}

async function relay(client: WebSocket, { activity, openFramePort }: SocketParts): Promise<void> {
  activity.tabOpened();
  client.once('close', () => activity.tabClosed());
  try {
    const port = await openFramePort({
      onFrame: (data) => {
        activity.seen();
        client.send(data);
      },
      onGone: () => client.close(CLOSE_ENGINE_GONE),
    });
    client.on('message', (data, isBinary) => {
      activity.seen();
      port.send(frameOf(data, isBinary));
    });
    client.once('close', () => port.close());
    if (client.readyState !== client.OPEN) port.close();
    client.send('{"open":true}');
  } catch {
    client.close(CLOSE_ENGINE_GONE);
  }
}

function textOf(data: RawData): string {
  if (Array.isArray(data)) return Buffer.concat(data).toString('utf8');
  return (data instanceof ArrayBuffer ? Buffer.from(data) : data).toString('utf8');
}

function frameOf(data: RawData, isBinary: boolean): Frame {
  if (!isBinary) return textOf(data);
  if (Array.isArray(data)) return Buffer.concat(data);
  return data instanceof ArrayBuffer ? new Uint8Array(data) : data;
}
