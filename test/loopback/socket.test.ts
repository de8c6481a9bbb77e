// The WebSocket to the engine: who may open it, what passes, and what happens when the engine dies.

import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ClientOptions, WebSocket } from 'ws';
import { type FixtureHost, sendRaw, startFixtureHost, statusesOf } from '../support/loopbackHost.ts';

let fixture: FixtureHost;
beforeAll(async () => {
  fixture = await startFixtureHost();
});
afterAll(() => fixture.stop());

function dial(options: ClientOptions = {}, path = '/engine'): WebSocket {
  return new WebSocket(`ws://127.0.0.1:${fixture.host.port}${path}`, { origin: fixture.origin, ...options });
}

/** Close code, or the status that refused the handshake. */
async function end(socket: WebSocket): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>();
  socket.once('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
  socket.once('close', (code) => resolve(code));
  socket.on('error', () => undefined);
  return promise;
}

async function open(): Promise<WebSocket> {
  const socket = dial();
  await once(socket, 'open');
  socket.send(JSON.stringify({ key: await fixture.key() }));
  expect(String((await once(socket, 'message'))[0])).toBe('{"open":true}');
  return socket;
}

async function ask(socket: WebSocket, frame: string | Uint8Array): Promise<readonly [string, boolean]> {
  socket.send(frame);
  const [data, isBinary] = (await once(socket, 'message')) as [Buffer, boolean];
  return [data.toString('latin1'), isBinary];
}

describe('handshake', () => {
  test.each([
    ['another origin', { origin: 'http://evil.test' }, 403],
    ['a null origin', { origin: 'null' }, 403],
    ['an extension', { origin: 'chrome-extension://abcdefghijklmnop' }, 403],
    ['another host', { headers: { host: 'evil.test' } }, 421],
    ['a cross-site page', { headers: { 'sec-fetch-site': 'cross-site' } }, 403],
  ])('%s is refused', async (_name, options, status) => {
    expect(await end(dial(options))).toBe(status);
  });

  test('a missing origin is refused', async () => {
    const socket = new WebSocket(`ws://127.0.0.1:${fixture.host.port}/engine`);
    expect(await end(socket)).toBe(403);
  });

  test.each(['/', '/engine/', '/engine?key=1', '/api/session'])('%s is not a socket', async (path) => {
    expect(await end(dial({}, path))).toBe(404);
  });

  test('an upgrade by POST is refused', async () => {
    const lines = [
      `POST /engine HTTP/1.1`,
      `Host: 127.0.0.1:${fixture.host.port}`,
      `Origin: ${fixture.origin}`,
    ];
    const request = [...lines, 'Upgrade: websocket', 'Connection: Upgrade', 'Content-Length: 0', '', ''].join(
      '\r\n',
    );
    expect(statusesOf(await sendRaw(fixture.host.port, request))).toEqual([405]);
  });
});

describe('key', () => {
  test.each([
    ['a wrong key', '{"key":"wrong"}'],
    ['no key', '{}'],
    ['no JSON', 'hello'],
    ['bytes', new Uint8Array([123, 125])],
  ])('%s first ends it', async (_name, first) => {
    const socket = dial();
    await once(socket, 'open');
    socket.send(first);
    expect(await end(socket)).toBe(4401);
  });
});

describe('frames', () => {
  test('pass as they are, text and bytes', async () => {
    const socket = await open();
    expect(await ask(socket, 'grüße')).toEqual([Buffer.from('echo:grüße').toString('latin1'), false]);
    expect(await ask(socket, new Uint8Array([1, 2, 255]))).toEqual(['\u00ff\u0002\u0001', true]);
    socket.close();
  });

  test('one over 8 MB ends the connection', async () => {
    const socket = await open();
    socket.send(new Uint8Array(8 * 2 ** 20 + 1));
    expect(await end(socket)).toBeOneOf([1006, 1009]);
  });

  test('a malformed one ends the connection and not the host', async () => {
    const socket = await open();
    (socket as unknown as { _socket: { write(bytes: Buffer): void } })._socket.write(
      Buffer.from([0xff, 0xff, 0xff]),
    );
    expect(await end(socket)).toBeOneOf([1002, 1006]);
    (await open()).close();
  });

  test('when the engine dies the socket closes, and a new one reaches the next engine', async () => {
    const [one, two] = [await open(), await open()];
    const ends = [end(one), end(two)];
    one.send('die');
    expect(await Promise.all(ends)).toEqual([4503, 4503]);
    const again = await open();
    expect(await ask(again, 'back')).toEqual(['echo:back', false]);
    expect(fixture.said).toContain('The engine stopped and was started again.');
    again.close();
  });
});
