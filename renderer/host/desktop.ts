// The bridge in the desktop window. Channels to the engine are real message ports, handed over through the preload.

import type { Answer, DesktopDoor } from '../../shared/desktopDoor.ts';
import { AppError, fromErrorData } from '../../shared/errors.ts';
import type { EnginePort, HostBridge } from '../../shared/host.ts';
import { type Closing, createClosing } from './closing.ts';

export function createDesktopBridge(door: DesktopDoor, window: Window, version: string): HostBridge {
  const live = new Set<Closing>();
  const laterStarts = new Set<() => void>();
  door.onLaunchFiles(() => {
    for (const listener of laterStarts) listener();
  });
  door.onEngineGone(() => {
    for (const closing of live) closing.close();
  });
  return {
    kind: 'desktop',
    version,
    openSample: door.openSample,
    connect: () => connect(door, window, live),
    pickFiles: (purpose, many) => opened(door.pickFiles(purpose, many)),
    takeDropped: (files) => opened(door.takeDropped(files)),
    pickSave: (purpose, suggestedName) => opened(door.pickSave(purpose, suggestedName)),
    async deliver(target) {
      await opened(door.deliver(target.handle));
    },
    launchFiles: () => opened(door.launchFiles()),
    onLaunchFiles(listener) {
      laterStarts.add(listener);
      return () => void laterStarts.delete(listener);
    },
  };
}

async function opened<T>(answer: Promise<Answer<T>>): Promise<T> {
  const result = await answer;
  if ('error' in result) throw fromErrorData(result.error);
  return result.value;
}

async function connect(door: DesktopDoor, window: Window, live: Set<Closing>): Promise<EnginePort> {
  const id = crypto.randomUUID();
  const arrival = arrivalOf(id, window);
  try {
    await opened(door.connect(id));
  } catch (error) {
    arrival.cancel();
    throw error;
  }
  return wrap(await arrival.port, live);
}

interface Arrival {
  readonly port: Promise<MessagePort>;
  cancel(): void;
}

function arrivalOf(id: string, window: Window): Arrival {
  const stop = new AbortController();
  const { promise, resolve, reject } = Promise.withResolvers<MessagePort>();
  const receive = (event: MessageEvent): void => {
    const [port] = event.ports;
    const data = event.data as { readonly clientelaPort?: unknown } | null;
    if (event.source !== window || data?.clientelaPort !== id || port === undefined) return;
    stop.abort();
    resolve(port);
  };
  window.addEventListener('message', receive, { signal: stop.signal });
  promise.catch(() => undefined); // cancelled: connect() has thrown its own error
  return {
    port: promise,
    cancel() {
      stop.abort();
      reject(new AppError('ENGINE-STOPPED'));
    },
  };
}

function wrap(port: MessagePort, live: Set<Closing>): EnginePort {
  const closing = createClosing();
  live.add(closing);
  closing.onClose(() => {
    live.delete(closing);
    port.close();
  });
  port.addEventListener('close', () => closing.close());
  return {
    postMessage: (data) => port.postMessage(data),
    addEventListener(type: 'message' | 'close', listener: (event: { readonly data: unknown }) => void) {
      if (type === 'close') return closing.onClose(() => listener({ data: null }));
      port.addEventListener('message', listener);
      port.start();
    },
  };
}
