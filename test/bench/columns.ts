// A million points to the window: the map's typed columns from a project's file to arrays in the client, by each way
// there is (in process, over a message port, over the loopback host's process and WebSocket), against the same numbers
// as JSON over that socket. `npm run bench -- columns [POINTS]`
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { WebSocket, WebSocketServer } from 'ws';
import { createRandom } from '../../electron/engine/analysis/random.ts';
import { entryUrl } from '../../electron/engine/threads/entry.ts';
import type { Frame } from '../../electron/engine/wire.ts';
import { createEngineProcess, type FramePort } from '../../electron/hosts/engineProcess.ts';
import { forkEngine } from '../../electron/hosts/loopback/fork.ts';
import type { EngineClient } from '../../shared/contract/index.ts';
import type { ClusterSettings } from '../../shared/model/segmentation.ts';
import { NOW, RESOURCES, SEED, startEngine } from '../support/engine.ts';
import { median } from './clouds.ts';

const POINTS = Number(process.argv[2] ?? 1_000_000);
const ROUNDS = 7;

interface Port {
  postMessage(data: unknown): void;
  addEventListener(type: string, listener: (event: { readonly data: unknown }) => void): void;
}

const clientOver = (port: Port): EngineClient =>
  createORPCClient(new RPCLink({ port: port as unknown as MessagePort }));

/** The columns as a chart takes them. */
async function fetchMap(client: EngineClient): Promise<readonly [Float32Array, Float32Array, Uint8Array]> {
  const { x, y, segment } = await client.segmentations.map({ segmentationId: 1 });
  const [first, second, third] = await Promise.all([x.arrayBuffer(), y.arrayBuffer(), segment.arrayBuffer()]);
  return [new Float32Array(first), new Float32Array(second), new Uint8Array(third)];
}

async function measure(way: string, work: () => Promise<number>): Promise<void> {
  const times: number[] = [];
  await work(); // code is compiled and pages are read once
  for (let round = 0; round < ROUNDS; round++) {
    const begun = performance.now();
    const points = await work();
    times.push(performance.now() - begun);
    if (points !== POINTS) throw new Error(`${points} points arrived`);
  }
  console.log(`${POINTS} points ${way}: ${median(times).toFixed(0)} ms (median of ${ROUNDS})`);
}

const engine = await startEngine({ threads: 2 });
const path = await engine.project('Map');
const random = createRandom(3);
const lines = Array.from(
  { length: POINTS },
  (_, at) =>
    `K${at},${(random.integer(3) * 40 + 20 * random.next()).toFixed(3)},${(random.next() * 9).toFixed(3)}`,
);
await engine.add('people.csv', `customer,visits,spend\n${lines.join('\n')}\n`);
const settings: ClusterSettings = {
  method: 'kmeans',
  features: ['visits', 'spend'],
  k: 3,
  scale: 'z',
  logs: false,
  seed: SEED,
};
await engine.finish(engine.client.segmentations.run(settings));
await measure('read from the file, in process', async () => (await fetchMap(engine.client))[0].length);

const { port1, port2 } = new MessageChannel();
engine.engine.connect(port1 as unknown as Parameters<typeof engine.engine.connect>[0]);
port1.start();
port2.start();
const near = clientOver(port2 as unknown as Port);
await measure('over a message port', async () => (await fetchMap(near))[0].length);
port1.close();
port2.close();
await engine.client.project.close();

const dataDir = join(engine.dir, 'other');
const far = createEngineProcess<never>({
  launch: () => forkEngine(entryUrl('process', import.meta.url)),
  init: { dataDir, resourcesDir: RESOURCES, threads: 1, seed: SEED, now: NOW.toISOString() },
  now: () => performance.now(),
  tell: () => undefined,
});
await far.ready();
const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false });
server.on('connection', (socket) => {
  const port: Promise<FramePort> = far.openFramePort({
    onFrame: (data) => socket.send(data),
    onGone: () => undefined,
  });
  socket.on('message', (data: Buffer, isBinary) => {
    const frame: Frame = isBinary ? data : data.toString('utf8');
    if (frame === 'columns as JSON') socket.send(JSON.stringify(columns));
    else void port.then((open) => open.send(frame));
  });
});
await once(server, 'listening');
const address = `ws://127.0.0.1:${(server.address() as AddressInfo).port}`;
const socket = new WebSocket(address);
await once(socket, 'open');
const remote = clientOver({
  postMessage: (data) => socket.send(data as string),
  addEventListener: (type, listener) => {
    if (type !== 'message') return;
    socket.on('message', (data: Buffer, isBinary) =>
      listener({ data: isBinary ? new Uint8Array(data) : data.toString('utf8') }),
    );
  },
});
const { handle } = await far.registerFile(path);
await remote.project.open({ file: handle });
const columns = (await fetchMap(remote)).map((column) => Array.from(column));
await measure('over the process border and a WebSocket', async () => (await fetchMap(remote))[0].length);
const plain = new WebSocket(address);
await once(plain, 'open');
await measure('as JSON over the WebSocket alone', async () => {
  const arrived = once(plain, 'message');
  plain.send('columns as JSON');
  const [data] = (await arrived) as [Buffer];
  return (JSON.parse(data.toString('utf8')) as number[][])[0]?.length ?? 0;
});
socket.close();
plain.close();
server.close();
await far.stop();
await engine.close();
process.exit(0);
