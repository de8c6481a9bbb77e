// A loopback host with the fake engine and a small page, plus a raw HTTP client that sends exactly what it is given.

import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { forkEngine } from '../../electron/hosts/loopback/fork.ts';
import { type LoopbackHost, startLoopbackHost } from '../../electron/hosts/loopback/host.ts';
import rendererConfig from '../../vite.config.ts';

const PAGE = fileURLToPath(new URL('../loopback/page', import.meta.url));

export interface FixtureHost {
  readonly host: LoopbackHost;
  readonly origin: string;
  readonly dir: string;
  /** Lines for the terminal. */
  readonly said: string[];
  readonly ended: Promise<void>;
  /** A session key, through the real exchange. */
  key(): Promise<string>;
  post(path: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<Response>;
  stop(): Promise<void>;
}

/** Builds the test page with the product's own settings, into `dir`. */
export async function buildPage(dir: string): Promise<void> {
  await build({
    ...rendererConfig,
    configFile: false,
    root: PAGE,
    logLevel: 'error',
    build: { ...rendererConfig.build, outDir: dir, rolldownOptions: { input: join(PAGE, 'index.html') } },
  });
}

/** @param files paths as if given on the command line */
export async function startFixtureHost(files: readonly string[] = []): Promise<FixtureHost> {
  const dir = mkdtempSync(join(tmpdir(), 'clientela-loopback-'));
  const said: string[] = [];
  const ended = Promise.withResolvers<void>();
  const rendererDir = join(dir, 'renderer');
  await buildPage(rendererDir);
  const host = await startLoopbackHost({
    init: { dataDir: join(dir, 'data'), resourcesDir: dir, threads: 1, seed: 1, now: null },
    projectsDir: join(dir, 'projects'),
    rendererDir,
    launch: () => forkEngine(new URL('fakeEngineProcess.ts', import.meta.url)),
    files,
    keepOpen: true,
    dev: false,
    say: (line) => said.push(line),
    onLocked: () => said.push('locked'),
    onEnded: ended.resolve,
  });
  const origin = `http://127.0.0.1:${host.port}`;
  const post: FixtureHost['post'] = (path, body, headers = {}) =>
    fetch(origin + path, {
      method: 'POST',
      headers: { origin, 'content-type': 'application/json', ...headers },
      body: body instanceof Uint8Array ? body.slice() : JSON.stringify(body),
    });
  return {
    host,
    origin,
    dir,
    said,
    ended: ended.promise,
    post,
    async key() {
      const answer = await post('/api/session', { token: host.issueToken() });
      return ((await answer.json()) as { key: string }).key;
    },
    async stop() {
      await host.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** Sends bytes as they are and returns everything that came back until the server closed the connection. */
export function sendRaw(port: number, text: string): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>();
  let received = '';
  const socket = connect(port, '127.0.0.1', () => socket.write(text, 'latin1'));
  socket.setEncoding('latin1');
  socket.on('data', (part: string) => {
    received += part;
  });
  socket.on('error', () => socket.destroy());
  socket.on('close', () => resolve(received));
  return promise;
}

/** The status of each answer in `sendRaw`'s result; empty when the connection was dropped without one. */
export function statusesOf(received: string): readonly number[] {
  return [...received.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map((match) => Number(match[1]));
}
