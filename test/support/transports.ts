// The three ways to reach an engine, behind one shape: in process, over a MessagePort, over the loopback host's
// WebSocket with the engine in a process of its own (as a browser does it, minus the browser).
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { WebSocket } from 'ws';
import { createEngine } from '../../electron/engine/index.ts';
import { entryUrl } from '../../electron/engine/threads/entry.ts';
import { forkEngine } from '../../electron/hosts/loopback/fork.ts';
import { startLink } from '../../electron/hosts/loopback/launch.ts';
import { startLoopbackHost } from '../../electron/hosts/loopback/host.ts';
import { namesColumns, unpackColumns } from '../../shared/columnFrames.ts';
import type { FileHandle } from '../../shared/host.ts';
import type { EngineClient } from '../../shared/contract/index.ts';
import { NOW, RESOURCES, SEED } from './engine.ts';

/** The most that the loopback host takes in one piece. */
const PART_BYTES = 4 * 2 ** 20;

export interface Transport {
  readonly client: EngineClient;
  /** Hands a file to the engine as the host does; a project when the name ends so. */
  readonly file: (name: string, bytes: Uint8Array) => Promise<string>;
  readonly target: (name: string) => Promise<string>;
  /** The bytes that the engine wrote to a target. */
  readonly delivered: (handle: string, name: string) => Promise<Buffer>;
  readonly close: () => Promise<void>;
}

export const TRANSPORTS = ['in process', 'message port', 'web socket'] as const;
export type TransportName = (typeof TRANSPORTS)[number];

interface Port {
  postMessage(data: unknown): void;
  addEventListener(type: string, listener: (event: { readonly data: unknown }) => void): void;
}

const clientOver = (port: Port): EngineClient =>
  createORPCClient(new RPCLink({ port: port as unknown as MessagePort }));

const options = (dir: string) => ({
  dataDir: join(dir, 'data'),
  resourcesDir: RESOURCES,
  threads: 1,
  seed: SEED,
});

async function inThisProcess(dir: string, overPort: boolean): Promise<Transport> {
  mkdirSync(join(dir, 'data'), { recursive: true });
  const engine = await createEngine({ ...options(dir), clock: () => NOW });
  const { port1, port2 } = new MessageChannel();
  if (overPort) {
    engine.connect(port1 as unknown as Parameters<typeof engine.connect>[0]);
    port1.start();
    port2.start();
  }
  return {
    client: overPort ? clientOver(port2 as unknown as Port) : engine.client,
    file: async (name, bytes) => {
      writeFileSync(join(dir, name), bytes);
      return (await engine.registerFile(join(dir, name))).handle;
    },
    target: async (name) => (await engine.registerTarget(join(dir, name))).handle,
    delivered: async (handle) => readFileSync(engine.pathOfTarget(handle) ?? ''),
    close: async () => {
      await engine.close();
      port1.close();
      port2.close();
    },
  };
}

/** The first message is the key; the host's first answer says that the engine listens. */
async function portOf(
  address: string,
  origin: string,
  key: string,
  fetchParcel: (parcel: number) => Promise<ArrayBuffer>,
): Promise<Port & { close(): void }> {
  const socket = new WebSocket(address, { origin });
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  socket.once('open', () => socket.send(JSON.stringify({ key })));
  socket.once('message', () => resolve());
  socket.once('close', () => reject(new Error('the socket was closed')));
  await promise;
  return {
    postMessage: (data) => socket.send(data as string | Uint8Array),
    addEventListener: (type, listener) => {
      if (type === 'close') socket.on('close', () => listener({ data: null }));
      else
        socket.on('message', (data: Buffer, isBinary) => {
          const frame = isBinary ? new Uint8Array(data) : data.toString('utf8');
          if (namesColumns(frame))
            void unpackColumns(frame, fetchParcel).then((whole) => listener({ data: whole }));
          else listener({ data: frame });
        });
    },
    close: () => socket.close(),
  };
}

/** @param files as named on the command line; `launched` hands them out once @param pageDir a built page, to be opened at `link()` */
export async function overWebSocket(
  dir: string,
  files: readonly string[] = [],
  pageDir: string | null = null,
): Promise<
  Transport & { readonly launched: () => Promise<readonly FileHandle[]>; readonly link: () => string }
> {
  mkdirSync(join(dir, 'renderer'), { recursive: true });
  writeFileSync(join(dir, 'renderer', 'assets.json'), '[]');
  const host = await startLoopbackHost({
    init: { ...options(dir), now: NOW.toISOString() },
    projectsDir: join(dir, 'projects'),
    rendererDir: pageDir ?? join(dir, 'renderer'),
    launch: () => forkEngine(entryUrl('process', import.meta.url)),
    files,
    keepOpen: true,
    dev: false,
    say: () => undefined,
    onLocked: () => undefined,
    onEnded: () => undefined,
  });
  const origin = `http://127.0.0.1:${host.port}`;
  let key = '';
  const post = async (
    path: string,
    body: unknown,
    headers: Record<string, string> = {},
  ): Promise<Response> => {
    const answer = await fetch(origin + path, {
      method: 'POST',
      headers: { origin, 'content-type': 'application/json', authorization: `Bearer ${key}`, ...headers },
      body: body instanceof Uint8Array ? body.slice() : JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return answer;
  };
  key = ((await (await post('/api/session', { token: host.issueToken() })).json()) as { key: string }).key;
  const port = await portOf(`ws://127.0.0.1:${host.port}/engine`, origin, key, async (parcel) =>
    (await post('/api/columns', { parcel })).arrayBuffer(),
  );
  const isProject = (name: string): boolean => name.endsWith('.clientela');
  return {
    client: clientOver(port),
    link: () => startLink(host.port, host.issueToken(), false),
    launched: async () => (await post('/api/launch', {})).json() as Promise<readonly FileHandle[]>,
    file: async (name, bytes) => {
      const purpose = isProject(name) ? 'project' : 'spreadsheets';
      const begun = await post('/api/upload', { name, bytes: bytes.length, purpose });
      const { upload } = (await begun.json()) as { upload: string };
      for (let offset = 0; ; offset += PART_BYTES) {
        const headers = { 'content-type': 'application/octet-stream', 'x-upload': upload };
        const part = bytes.subarray(offset, offset + PART_BYTES);
        const sent = await post('/api/upload/part', part, { ...headers, 'x-offset': String(offset) });
        const { file } = (await sent.json()) as { file: { handle: string } | null };
        if (file) return file.handle;
      }
    },
    target: async (name) => {
      const purpose = isProject(name) ? 'project' : 'export';
      return ((await (await post('/api/save-target', { name, purpose })).json()) as { handle: string })
        .handle;
    },
    delivered: async (handle, name) =>
      isProject(name)
        ? readFileSync(join(dir, 'projects', basename(name)))
        : Buffer.from(await (await post('/api/download', { handle })).arrayBuffer()),
    close: async () => {
      port.close();
      await host.stop();
    },
  };
}

export async function openTransport(name: TransportName): Promise<Transport> {
  const dir = mkdtempSync(join(tmpdir(), 'clientela-contract-'));
  const transport = await (name === 'web socket'
    ? overWebSocket(dir)
    : inThisProcess(dir, name === 'message port'));
  return {
    ...transport,
    close: async () => {
      await transport.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
