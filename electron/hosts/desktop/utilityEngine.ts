// The engine as an Electron utility process; windows' ports are transferred to it whole.

import { fileURLToPath } from 'node:url';
import type { MessagePortMain } from 'electron';
import type { FromEngine } from '../../engine/wire.ts';
import type { EngineChild } from '../engineProcess.ts';

type Electron = typeof import('electron');

/** @param entry file of the process entry */
export function forkUtility(electron: Electron, entry: URL): EngineChild<MessagePortMain> {
  const child = electron.utilityProcess.fork(fileURLToPath(entry), [], { serviceName: 'clientela-engine' });
  return {
    send: (message, transfer = []) => child.postMessage(message, [...transfer]),
    onMessage: (listener) => child.on('message', (message: FromEngine) => listener(message)),
    onParcel: () => undefined, // columns pass through the windows' ports
    onExit: (listener) => child.once('exit', listener),
    kill: () => void child.kill(),
  };
}
