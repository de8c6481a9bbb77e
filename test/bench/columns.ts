// A million points to the window: the map's typed columns from a project's file to arrays in the client, by each way
// there is (in process, over a message port, over the loopback host and its engine process), against the same numbers
// as JSON over a WebSocket. `npm run bench -- columns [POINTS]`
import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MessageChannel } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { WebSocket, WebSocketServer } from 'ws';
import { Random } from '../../electron/engine/analysis/random.ts';
import type { EngineClient } from '../../shared/contract/index.ts';
import type { ClusterSettings } from '../../shared/model/segmentation.ts';
import { SEED, startEngine } from '../support/engine.ts';
import type {} from '../loopback/page/main.ts';
import { launchChromium } from '../support/chromium.ts';
import { buildPage } from '../support/loopbackHost.ts';
import { overWebSocket } from '../support/transports.ts';
import { median } from './clouds.ts';

const POINTS = Number(process.argv[2] ?? 1_000_000);
const ROUNDS = 15;

interface Port {
  postMessage(data: unknown): void;
  addEventListener(type: string, listener: (event: { readonly data: unknown }) => void): void;
}

const clientOver = (port: Port): EngineClient =>
  createORPCClient(new RPCLink({ port: port as unknown as MessagePort }));

async function pointsOf(client: EngineClient): Promise<number> {
  const { x, y, segment } = await client.segmentations.map({ segmentationId: 1 });
  if (y.length !== x.length || segment.length !== x.length) throw new Error('columns of different lengths');
  return x.length;
}

interface Timed {
  readonly points: number;
  readonly ms: number;
  /** Of these, the fetch of the columns' bytes alone, from its request to its last byte. */
  readonly fetchMs: number;
}

const say = (way: string, times: readonly number[]): void =>
  console.log(
    `${POINTS} points ${way}: ${median(times).toFixed(0)} ms (median of ${times.length}, least ${Math.min(...times).toFixed(0)})`,
  );

async function measure(way: string, work: () => Promise<number | Timed>): Promise<void> {
  const times: number[] = [];
  const fetches: number[] = [];
  await work(); // code is compiled and pages are read once
  for (let round = 0; round < ROUNDS; round++) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    const begun = performance.now();
    const answer = await work();
    const elapsed = performance.now() - begun;
    if (typeof answer !== 'number') fetches.push(answer.fetchMs);
    const { points, ms } = typeof answer === 'number' ? { points: answer, ms: elapsed } : answer;
    times.push(ms);
    if (points !== POINTS) throw new Error(`${points} points arrived`);
  }
  say(way, times);
  if (fetches.length > 0) say(`${way}, their fetch alone`, fetches);
}

/** The window's own client in a real browser, timed inside the page; the frame is what the map's question looks like. */
async function withChromium(link: string, work: (ask: () => Promise<Timed>) => Promise<void>): Promise<void> {
  const browser = await launchChromium([]);
  const tab = await browser.newPage();
  await tab.goto(link);
  await tab.waitForFunction(() => document.title === 'loaded');
  const port = await tab.evaluateHandle(() => window.bridge.connect());
  const question = { p: { u: '/segmentations/map', b: { json: { segmentationId: 1 } } } };
  let asked = 0;
  await work(() =>
    tab.evaluate(
      async ([open, frame]) => {
        const begun = performance.now();
        const answer = (await window.ask(open, frame)) as { p: { b: { json: { x: Float32Array } } } };
        const ms = performance.now() - begun;
        for (;;) {
          const [fetched] = performance.getEntriesByType('resource').slice(-1);
          if (fetched) {
            performance.clearResourceTimings();
            return { points: answer.p.b.json.x.length, ms, fetchMs: fetched.duration };
          }
          await new Promise((resolve) => setTimeout(resolve, 5));
        }
      },
      [port, JSON.stringify({ i: String(++asked), ...question })] as const,
    ),
  );
  await browser.close();
}

/** Lines of a CSV file: three crowds. */
function people(): string {
  const random = new Random(3);
  const lines = Array.from(
    { length: POINTS },
    (_, at) =>
      `K${at},${(random.integer(3) * 40 + 20 * random.next()).toFixed(3)},${(random.next() * 9).toFixed(3)}`,
  );
  return `customer,visits,spend\n${lines.join('\n')}\n`;
}

const engine = await startEngine({ threads: 2 });
const path = await engine.project('Map');
await engine.add('people.csv', people());
const settings: ClusterSettings = {
  method: 'kmeans',
  features: ['visits', 'spend'],
  k: 3,
  scale: 'z',
  logs: false,
  seed: SEED,
};
await engine.finish(engine.client.segmentations.run(settings));
await measure('read from the file, in process', () => pointsOf(engine.client));

const { port1, port2 } = new MessageChannel();
engine.engine.connect(port1 as unknown as Parameters<typeof engine.engine.connect>[0]);
port1.start();
port2.start();
const near = clientOver(port2 as unknown as Port);
await measure('over a message port', () => pointsOf(near));
port1.close();
port2.close();
await engine.client.project.close();

const page = join(engine.dir, 'page');
await buildPage(page);
const far = await overWebSocket(join(engine.dir, 'other'), [path], page);
const [file] = await far.launched();
await far.client.project.open({ file: file?.handle ?? '' });
await measure('over the loopback host to Node', () => pointsOf(far.client));
const { x, y, segment } = await far.client.segmentations.map({ segmentationId: 1 });
const columns = [x, y, segment].map((column) => Array.from(column));
await far.close();

const host = fork(fileURLToPath(new URL('columnsHost.ts', import.meta.url)), [
  join(engine.dir, 'third'),
  path,
  page,
]);
const [link] = (await once(host, 'message')) as [string];
await withChromium(link, (ask) => measure('over the loopback host to Chromium', ask));
host.send('close');
await once(host, 'exit');

const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false });
server.on('connection', (socket) => socket.on('message', () => socket.send(JSON.stringify(columns))));
await once(server, 'listening');
const address = `ws://127.0.0.1:${(server.address() as AddressInfo).port}`;
const plain = new WebSocket(address);
await once(plain, 'open');
await measure('as JSON over the WebSocket alone', async () => {
  const arrived = once(plain, 'message');
  plain.send('columns');
  const [data] = (await arrived) as [Buffer];
  return (JSON.parse(data.toString('utf8')) as number[][])[0]?.length ?? 0;
});
plain.close();
server.close();
await engine.close();
process.exit(0);
