// An engine without a database, for tests of the hosts: echoes frames and remembers files. A few words in a frame
// make it misbehave.

import { randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import { basename } from 'node:path';
import type { EngineOptions, PortLike } from '../../electron/engine/index.ts';
import type { ServedEngine } from '../../electron/engine/processDoor.ts';
import { AppError } from '../../shared/errors.ts';

/** As many as need several pieces on every border; 0, 1, 2 … in each. */
export const FAKE_ROWS = 100_001;

function sendColumns(port: PortLike): void {
  const x = Float32Array.from({ length: FAKE_ROWS }, (_, at) => at);
  const segment = Uint8Array.from({ length: FAKE_ROWS }, (_, at) => at);
  const none = new Float64Array(0);
  port.postMessage({ n: FAKE_ROWS, found: { segment, x, none }, list: [1] }, [
    segment.buffer,
    x.buffer,
    none.buffer,
  ]);
}

/** Frames: text comes back as `echo:…`, bytes reversed; `project:PATH` announces a project; `die` ends the process;
 * `columns` answers with typed columns. */
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
        else if (data === 'columns') sendColumns(port);
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
