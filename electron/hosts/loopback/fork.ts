// The engine as a forked Node process.

import { fork } from 'node:child_process';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { PARCEL_DESCRIPTOR, receiveParcels } from '../../engine/parcels.ts';
import type { FromEngine } from '../../engine/wire.ts';
import type { EngineChild } from '../engineProcess.ts';

/**
 * Starts an engine process. Ports cannot be transferred to it; windows use frame ports.
 *
 * @param entry file of the process entry
 */
export function forkEngine(entry: URL): EngineChild<never> {
  const child = fork(fileURLToPath(entry), [], {
    serialization: 'advanced',
    execArgv: [],
    stdio: ['inherit', 'inherit', 'inherit', 'ipc', 'pipe'],
  });
  return {
    send: (message) => {
      if (child.connected) child.send(message, (error) => void error); // its exit is told separately
    },
    onMessage: (listener) => child.on('message', (message) => listener(message as FromEngine)),
    onParcel: (listener) => receiveParcels(child.stdio[PARCEL_DESCRIPTOR] as Readable, listener),
    onExit: (listener) => child.once('exit', listener),
    kill: () => void child.kill('SIGKILL'),
  };
}
