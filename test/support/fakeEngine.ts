// An engine without a database, for tests of the hosts: echoes frames and remembers files. A few words in a frame
// make it misbehave.

import { randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import { basename } from 'node:path';
import type { EngineOptions } from '../../electron/engine/index.ts';
import type { ServedEngine } from '../../electron/engine/processDoor.ts';
import { AppError } from '../../shared/errors.ts';

/** Frames: text comes back as `echo:…`, bytes reversed; `project:PATH` announces a project; `die` ends the process. */
export async function createFakeEngine(options: EngineOptions): Promise<ServedEngine> {
  const targets = new Map<string, string>();
  let announce: (path: string | null) => void = () => undefined;
  let open: string | null = null;
  return {
    connect(port) {
      port.on('message', ({ data }) => {
        if (data === 'die') process.kill(process.pid, 'SIGKILL');
        else if (data === 'state')
          port.postMessage(JSON.stringify({ open, seed: options.seed, now: options.clock().toISOString() }));
        else if (typeof data === 'string' && data.startsWith('project:')) announce((open = data.slice(8)));
        else if (typeof data === 'string') port.postMessage(`echo:${data}`);
        else if (data instanceof Uint8Array) port.postMessage(Uint8Array.from(data).reverse());
      });
    },
    async registerFile(path) {
      const found = statSync(path, { throwIfNoEntry: false });
      if (!found?.isFile()) throw new AppError('SRC-NOT-A-FILE', {}, { file: basename(path) });
      return { handle: `file:${randomUUID()}`, name: basename(path), bytes: found.size };
    },
    async registerTarget(path) {
      const handle = randomUUID();
      targets.set(handle, path);
      return { handle, name: basename(path) };
    },
    pathOfTarget: (handle) => targets.get(handle) ?? null,
    async openProject(path) {
      if (path.endsWith('deadly')) process.kill(process.pid, 'SIGKILL');
      open = path;
      announce(path);
    },
    onProjectPath: (listener) => void (announce = listener),
    close: async () => undefined,
  };
}
