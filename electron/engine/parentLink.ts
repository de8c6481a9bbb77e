// Finds the parent of the engine process: Electron's parentPort, or the channel of a fork (advanced serialization).

import { Socket } from 'node:net';
import { PARCEL_DESCRIPTOR, sendParcel } from './parcels.ts';
import { report, type ParentLink, type TransferredPort } from './processDoor.ts';
import type { ToEngine } from './wire.ts';

/** The part of Electron's parentPort that is used; the engine imports nothing of Electron. */
interface ParentPort {
  postMessage(message: unknown): void;
  on(type: 'message', listener: (event: { data: unknown; ports: readonly TransferredPort[] }) => void): void;
}

/** Stops waiting for a clean end when the parent has gone and closing hangs. */
const ORPHAN_LIMIT_MS = 5000;

/**
 * The link to the parent of this process. Also arranges that this process ends: on a bug (exit code 70, so that the
 * host starts a new one) and when the parent goes away.
 *
 * @throws Error when the process was started by hand
 */
export function linkToParent(): ParentLink {
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) => {
      report(event, error);
      process.exit(70);
    });
  }
  process.on('SIGINT', () => undefined); // Ctrl+C reaches the whole group; the host decides and says stop
  const parentPort = (process as { parentPort?: ParentPort }).parentPort;
  if (parentPort) return utilityLink(parentPort);
  if (process.send) return forkLink();
  throw new Error('The engine process is started by a host, not by hand.');
}

function utilityLink(parentPort: ParentPort): ParentLink {
  return {
    send: (message) => parentPort.postMessage(message),
    onMessage: (listener) =>
      parentPort.on('message', (event) => listener(event.data as ToEngine, event.ports)),
    sendParcel: () => undefined, // its ports carry columns themselves
    exit: (code) => process.exit(code),
  };
}

function forkLink(): ParentLink {
  const listeners: ((message: ToEngine, transferred: readonly TransferredPort[]) => void)[] = [];
  process.on('message', (message) => {
    for (const listener of listeners) listener(message as ToEngine, []);
  });
  let pipe: Socket | null = null;
  process.on('disconnect', () => {
    setTimeout(() => process.exit(1), ORPHAN_LIMIT_MS).unref();
    for (const listener of listeners) listener({ t: 'stop' }, []);
  });
  return {
    send: (message) => {
      if (process.connected) process.send?.(message, (error: Error | null) => void error); // a parent that has gone
    },
    onMessage: (listener) => listeners.push(listener),
    sendParcel: (parcel, bytes) => {
      pipe ??= openPipe();
      sendParcel(pipe, parcel, bytes);
    },
    exit: (code) => process.exit(code),
  };
}

function openPipe(): Socket {
  const pipe = new Socket({ fd: PARCEL_DESCRIPTOR, readable: false });
  return pipe.on('error', () => undefined); // a parent that has gone
}
