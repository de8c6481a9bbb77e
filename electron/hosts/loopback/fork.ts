// The engine as a forked Node process.

import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { FromEngine } from '../../engine/wire.ts';
import type { EngineChild } from '../engineProcess.ts';

/**
 * Starts an engine process. Ports cannot be transferred to it; windows use frame ports.
 *
 * @param entry file of the process entry
 */
export function forkEngine(entry: URL): EngineChild<never> {
  const child = fork(fileURLToPath(entry), [], { serialization: 'advanced', execArgv: [] });
  return {
    send: (message) => {
      if (child.connected) child.send(message, (error) => void error); // its exit is told separately
    },
    onMessage: (listener) => child.on('message', (message) => listener(message as FromEngine)),
    onExit: (listener) => child.once('exit', listener),
    kill: () => void child.kill('SIGKILL'),
  };
}
