// Starts the desktop app. Electron is handed in, so that a test can record what is called, and in which order: every
// protection comes before the first window.

import type { BrowserWindow, MessagePortMain } from 'electron';
import type { EngineInit } from '../../engine/wire.ts';
import type { AssetMap } from '../assets.ts';
import { createEngineProcess, type EngineChild, type EngineProcess } from '../engineProcess.ts';
import { runAction } from './actions.ts';
import { SCHEME, serveBundle } from './bundleProtocol.ts';
import { type Command, parseCommand } from './command.ts';
import { guardContents } from './contents.ts';
import { lockDown } from './lockDown.ts';
import { menuTemplate } from './menu.ts';
import { isIntact, type NativeModule } from './nativeModule.ts';
import { handleRpc } from './rpc.ts';
import { appendQuietSwitches, EXIT_REFUSED, refusedSwitch } from './switches.ts';
import { openWindow, PARTITION } from './window.ts';

type Electron = typeof import('electron');

export interface DesktopParts {
  readonly electron: Electron;
  /** Without the binary. */
  readonly argv: readonly string[];
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly platform: NodeJS.Platform;
  readonly assets: AssetMap;
  /** Path of the built preload script. */
  readonly preload: string;
  /** Checked in a packaged app only; in development it is whatever was installed. */
  readonly native: NativeModule;
  readonly init: Omit<EngineInit, 'reopen'>;
  readonly launchEngine: () => EngineChild<MessagePortMain>;
}

/** Call at the start of the main process, before Electron is ready. Resolves once the window is open. */
export async function startDesktop(parts: DesktopParts): Promise<void> {
  const { electron, env } = parts;
  const { app, protocol, session } = electron;
  app.enableSandbox();
  if (!app.requestSingleInstanceLock()) return app.exit(0);
  const obstacle = obstacleOf(parts);
  if (obstacle !== null) {
    console.error(obstacle);
    return app.exit(EXIT_REFUSED);
  }
  appendQuietSwitches(app);
  delete env.NODE_OPTIONS;
  delete env.NODE_EXTRA_CA_CERTS;
  protocol.registerSchemesAsPrivileged([SCHEME]);
  const devTools = !app.isPackaged;
  app.on('session-created', (created) => lockDown(created, devTools));
  guardContents(app);
  const pending = collectFiles(parts);
  await app.whenReady();
  app.configureHostResolver({
    secureDnsMode: 'off',
    enableBuiltInResolver: false,
    enableAdditionalDnsQueryTypes: false,
  });
  lockDown(session.defaultSession, devTools);
  serveBundle(session.fromPartition(PARTITION), parts.assets);
  electron.Menu.setApplicationMenu(electron.Menu.buildFromTemplate(menuTemplate(parts.platform)));
  run(parts, pending);
}

/** Why the app must not run, as a line for the console; null when it may. */
function obstacleOf({ electron: { app }, native }: DesktopParts): string | null {
  const refused = refusedSwitch(app);
  if (refused !== null) return `Clientela does not run with --${refused}.`;
  if (app.isPackaged && !isIntact(native))
    return `Clientela does not run: ${native.file} is missing or has been changed. Install Clientela again.`;
  return null;
}

interface Pending {
  readonly sample: boolean;
  take(): readonly string[];
  /** Called after each later start; its files, if any, can be taken then. */
  onSecondStart(listener: () => void): void;
}

/** Files named now, by a second start, or (macOS) opened from the desktop, also before the app is ready. */
function collectFiles({ electron, argv, cwd }: DesktopParts): Pending {
  const first: Command = parseCommand(argv, cwd);
  let files = [...first.files];
  let tell: () => void = () => undefined;
  electron.app.on('second-instance', (_event, otherArgv, otherCwd) => {
    files.push(...parseCommand(otherArgv.slice(1), otherCwd).files);
    tell();
  });
  electron.app.on('open-file', (event, path) => {
    event.preventDefault();
    files.push(...parseCommand([path], cwd).files);
    tell();
  });
  return {
    sample: first.sample,
    take() {
      const taken = files;
      files = [];
      return taken;
    },
    onSecondStart: (listener) => void (tell = listener),
  };
}

function run(parts: DesktopParts, pending: Pending): void {
  const { electron, platform } = parts;
  const engine = createEngineProcess<MessagePortMain>({
    launch: parts.launchEngine,
    init: parts.init,
    now: () => performance.now(),
    tell: (event) => console.error(`engine: ${event}`),
  });
  const windows = new Map<number, BrowserWindow>();
  handleRpc(electron.ipcMain, {
    isKnownWindow: (id) => windows.has(id),
    run: (id, message) => {
      const window = windows.get(id);
      if (window === undefined) return Promise.reject(new Error('the window has gone'));
      return runAction({ electron, engine, platform, takeLaunchFiles: pending.take }, window, message);
    },
    now: () => performance.now(),
  });
  engine.onGone(() => {
    for (const window of windows.values()) window.webContents.send('engine-gone');
  });
  const window = openWindow(electron, {
    preload: parts.preload,
    sample: pending.sample,
    devTools: !electron.app.isPackaged,
    dark: electron.nativeTheme.shouldUseDarkColors,
  });
  const { id } = window.webContents;
  windows.set(id, window);
  window.once('closed', () => windows.delete(id));
  pending.onSecondStart(() => {
    if (!windows.has(id)) return; // closed, and the app is about to end
    window.webContents.send('launch-files');
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  endWithEngine(electron, engine);
}

/** The engine closes its project file before the app ends. */
function endWithEngine({ app }: Electron, engine: EngineProcess<MessagePortMain>): void {
  app.on('child-process-gone', (_event, { type, reason }) =>
    console.error(`child process: ${type} ${reason}`),
  );
  app.on('window-all-closed', () => app.quit());
  app.once('will-quit', (event) => {
    event.preventDefault();
    void engine.stop().finally(() => app.exit(0));
  });
}
