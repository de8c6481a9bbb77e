// Puts an engine behind a parent process: ports, calls and the project's path over one message link. The link is
// Electron's parentPort (ports arrive transferred) or a forked child's channel (ports are numbered frames).

import { randomInt } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { packColumns } from '../../shared/columnFrames.ts';
import { toErrorData } from '../../shared/errors.ts';
import type { Engine, EngineOptions, PortLike } from './index.ts';
import type { EngineInit, Frame, FromEngine, ToEngine } from './wire.ts';

/** A port that was handed over whole by Electron. It holds its messages back until it is started. */
export interface TransferredPort extends PortLike {
  start(): void;
}

export interface ParentLink {
  send(message: FromEngine): void;
  /** The bytes of typed columns, where ports cannot be transferred. */
  sendParcel(parcel: number, bytes: readonly Uint8Array[]): void;
  onMessage(listener: (message: ToEngine, transferred: readonly TransferredPort[]) => void): void;
  /** Ends this process. */
  exit(code: number): void;
}

/** Not from 1: a window that asks for a parcel of an engine that died must not get another one's. */
let nextParcel = randomInt(2 ** 31);

/** A window's channel when the link cannot transfer ports: each frame names its port. */
class NumberedPort implements PortLike {
  readonly #events = new EventEmitter();
  readonly #link: ParentLink;
  readonly #id: number;
  constructor(link: ParentLink, id: number) {
    this.#link = link;
    this.#id = id;
  }
  postMessage(data: unknown, columns?: ArrayBuffer[]): void {
    if (columns) {
      const parcel = nextParcel++;
      const { frame, bytes } = packColumns(data, parcel);
      this.#link.sendParcel(parcel, bytes);
      this.#frame(frame);
    } else this.#frame(data as Frame);
  }
  #frame(data: Frame): void {
    this.#link.send({ t: 'frame', port: this.#id, data });
  }
  on(type: 'message', listener: (event: { data: unknown }) => void): void;
  on(type: 'close', listener: () => void): void;
  on(type: string, listener: (event: { data: unknown }) => void): void {
    this.#events.on(type, listener);
  }
  receive(data: Frame): void {
    this.#events.emit('message', { data });
  }
  closed(): void {
    this.#events.emit('close');
  }
}

/** The in-process client is the command line's; no process needs it. */
export type ServedEngine = Omit<Engine, 'client'>;

type Create = (options: EngineOptions) => Promise<ServedEngine>;

/**
 * Serves the engine until the parent says stop. The first message must be `init`; `ready` answers it once the engine
 * exists and the project of the previous process is open again (a project that no longer opens is left closed).
 */
export function serveEngine(link: ParentLink, create: Create): void {
  const ports = new Map<number, NumberedPort>();
  let starting: Promise<ServedEngine> | null = null;
  let engine: ServedEngine | null = null; // ports open without a wait: frames may follow in the same tick

  const handle = async (message: ToEngine, transferred: readonly TransferredPort[]): Promise<void> => {
    if (message.t === 'frame') return ports.get(message.port)?.receive(message.data);
    if (message.t === 'close') {
      ports.get(message.port)?.closed();
      ports.delete(message.port);
    } else if (message.t === 'init') {
      starting = start(link, create, message.options);
      engine = await starting;
      link.send({ t: 'ready' });
    } else if (message.t === 'open' && engine) openPort(engine, link, ports, message.port, transferred[0]);
    else if (message.t === 'call' && engine) await answer(engine, link, message);
    else if (message.t === 'stop') await stop(await starting, link);
    else throw new Error(`${message.t} came before ready`);
  };

  link.onMessage((message, transferred) => {
    handle(message, transferred).catch((error: unknown) => {
      report('engine', error);
      link.exit(70);
    });
  });
}

async function start(link: ParentLink, create: Create, init: EngineInit): Promise<ServedEngine> {
  const { now, reopen, ...options } = init;
  const engine = await create({ ...options, clock: () => (now === null ? new Date() : new Date(now)) });
  engine.onProjectPath((path) => link.send({ t: 'project', path }));
  if (reopen !== null) {
    await engine.openProject(reopen).catch((error: unknown) => report('reopen', error));
  }
  return engine;
}

function openPort(
  engine: ServedEngine,
  link: ParentLink,
  ports: Map<number, NumberedPort>,
  id: number,
  transferred: TransferredPort | undefined,
): void {
  if (transferred) {
    engine.connect(copying(transferred));
    transferred.start();
    return;
  }
  const port = new NumberedPort(link, id);
  ports.set(id, port);
  engine.connect(port);
}

/** Electron's ports hand over nothing but ports: columns are copied, as they must be between two processes. */
function copying(port: TransferredPort): PortLike {
  return {
    postMessage: (data) => port.postMessage(data),
    on: (type: 'message' | 'close', listener: (event: { data: unknown }) => void) =>
      type === 'message' ? port.on(type, listener) : port.on(type, () => listener({ data: null })),
  };
}

async function answer(
  engine: ServedEngine,
  link: ParentLink,
  call: ToEngine & { readonly t: 'call' },
): Promise<void> {
  const argument = call.args[0] ?? '';
  try {
    const value = (await engine[call.method](argument)) ?? null;
    link.send({ t: 'reply', id: call.id, value });
  } catch (error) {
    const data = toErrorData(error);
    if (data.code === 'BUG') report(call.method, error);
    link.send({ t: 'reply', id: call.id, error: data });
  }
}

async function stop(engine: ServedEngine | null, link: ParentLink): Promise<void> {
  try {
    await engine?.close();
    link.exit(0);
  } catch (error) {
    report('close', error);
    link.exit(1);
  }
}

/** A bug's name and frames. Its message may quote a cell of the user's file, so it is never written anywhere. */
export function report(where: string, error: unknown): void {
  const frames =
    error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : [];
  const name = error instanceof Error ? error.name : typeof error;
  console.error([`engine: ${where}: ${name}`, ...frames.slice(0, 12)].join('\n'));
}
