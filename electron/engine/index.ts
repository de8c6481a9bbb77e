// The engine's only door. It knows no host: it is given ports to windows, files by path, and its clock and seed.
import { RPCHandler } from '@orpc/server/message-port';
import { columnsOf } from '../../shared/columnFrames.ts';
import type { FileHandle, SaveTarget } from '../../shared/host.ts';
import type { EngineEvent } from '../../shared/model/job.ts';
import type { EngineClient } from '../../shared/contract/index.ts';
import { createRouterClient } from '@orpc/server';
import { createAppData } from './appData.ts';
import { createBroadcast } from './broadcast.ts';
import { createFiles } from './files.ts';
import { createFrontDoor } from './frontDoor.ts';
import { createRouter } from './router.ts';

export interface EngineOptions {
  /** Recent projects, window settings. Made when missing. */
  readonly dataDir: string;
  /** Playbooks and sample data. */
  readonly resourcesDir: string;
  readonly threads: number;
  readonly clock: () => Date;
  /** The seed that new projects start with. */
  readonly seed: number;
}

/** Also satisfied by Node's MessagePort. */
export interface PortLike {
  /** @param columns buffers in the message that are given away; whoever cannot hand them over copies them */
  postMessage(data: unknown, columns?: ArrayBuffer[]): void;
  on(type: 'message', listener: (event: { data: unknown }) => void): unknown;
  on(type: 'close', listener: () => void): unknown;
}

export interface Engine {
  /** One window: procedures of the contract over frames, answers with typed columns as messages. */
  readonly connect: (port: PortLike) => void;
  /** The same procedures in process, for the command line and tests. */
  readonly client: EngineClient;
  /** @throws AppError SRC-NOT-A-FILE, SRC-UNREADABLE */
  readonly registerFile: (path: string) => Promise<FileHandle>;
  readonly registerTarget: (path: string) => Promise<SaveTarget>;
  readonly pathOfTarget: (handle: string) => string | null;
  /** @throws AppError PROJECT-… */
  readonly openProject: (path: string) => Promise<void>;
  /** Told the open project's path, so that a host can reopen it after a crash. */
  readonly onProjectPath: (listener: (path: string | null) => void) => void;
  readonly close: () => Promise<void>;
}

/** The buffers of an answer's typed columns; undefined without any, for such answers are frames. */
function columnsToTransfer(message: readonly [unknown, unknown, unknown]): ArrayBuffer[] | undefined {
  const columns = columnsOf(message[2]);
  return columns.length === 0 ? undefined : columns.map(({ buffer }) => buffer as ArrayBuffer);
}

export function createEngine(options: EngineOptions): Promise<Engine> {
  const files = createFiles();
  const broadcast = createBroadcast<EngineEvent>();
  const projectPaths = createBroadcast<string | null>();
  const door = createFrontDoor({
    ...options,
    files,
    appData: createAppData(options.dataDir),
    broadcast,
    projectPaths,
  });
  const router = createRouter(door);
  const handler = new RPCHandler(router, { experimental_transfer: columnsToTransfer });
  return Promise.resolve({
    connect: (port) => handler.upgrade(port as Parameters<typeof handler.upgrade>[0], { context: {} }),
    client: createRouterClient(router, { context: {} }) as EngineClient,
    registerFile: async (path) => files.register(path),
    registerTarget: async (path) => files.registerTarget(path),
    pathOfTarget: (handle) => {
      try {
        return files.targetOf(handle);
      } catch {
        return null;
      }
    },
    openProject: (path) => door.openPath(path),
    onProjectPath: (listener) => void projectPaths.listen(listener),
    close: () => door.close(),
  });
}
