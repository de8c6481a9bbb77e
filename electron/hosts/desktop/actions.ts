// What a window may ask the main process for, one function each. Files become handles of the engine.

import type { BrowserWindow, MessagePortMain } from 'electron';
import { AppError } from '../../../shared/errors.ts';
import type { FileHandle } from '../../../shared/host.ts';
import type { EngineProcess } from '../engineProcess.ts';
import { askForFiles, askForTarget } from './dialogs.ts';
import { existingFile } from './paths.ts';
import type { RpcMessage } from './rpcSchema.ts';

type Electron = typeof import('electron');

export interface ActionParts {
  readonly electron: Electron;
  readonly engine: EngineProcess<MessagePortMain>;
  readonly platform: NodeJS.Platform;
  /** Paths of the command line and of later starts; handed out once. */
  readonly takeLaunchFiles: () => readonly string[];
}

/** Runs a checked message for a window. */
export function runAction(parts: ActionParts, window: BrowserWindow, message: RpcMessage): Promise<unknown> {
  const { electron, engine } = parts;
  switch (message.method) {
    case 'connect':
      return connect(parts, window, message.id);
    case 'pickFiles':
      return askForFiles(electron, window, message.purpose, message.many).then((paths) =>
        register(parts, paths, true),
      );
    case 'takeDropped':
      return register(parts, message.paths, false);
    case 'pickSave':
      return askForTarget(electron, window, message.purpose, message.suggestedName).then((path) =>
        path === null ? null : engine.registerTarget(path),
      );
    case 'deliver':
      return deliver(parts, message.handle);
    case 'launchFiles':
      return register(parts, parts.takeLaunchFiles(), false);
  }
}

async function connect({ electron, engine }: ActionParts, window: BrowserWindow, id: string): Promise<null> {
  await engine.ready();
  const { port1, port2 } = new electron.MessageChannelMain();
  await engine.transferPort(port1);
  window.webContents.postMessage('engine-port', { id }, [port2]);
  return null;
}

async function register(
  parts: ActionParts,
  paths: readonly string[],
  chosen: boolean,
): Promise<readonly FileHandle[]> {
  const real = await Promise.all(paths.map((path) => existingFile(path, parts.platform, chosen)));
  return Promise.all(real.map((path) => parts.engine.registerFile(path)));
}

/** Shows the file in its folder; it is never opened, so nothing in it can run. */
async function deliver({ electron, engine, platform }: ActionParts, handle: string): Promise<null> {
  const path = await engine.pathOfTarget(handle);
  if (path === null) throw new AppError('FILE-UNKNOWN');
  electron.shell.showItemInFolder(await existingFile(path, platform, true));
  return null;
}
