// The app's window: its preferences, and its recovery. Everything worth keeping is in the engine, so a page that has
// crashed or hangs is simply loaded again.

import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron';
import { PAGE } from './bundleProtocol.ts';

type Electron = typeof import('electron');

/** In memory: cookies, caches and storage of the page leave nothing on the disk. */
export const PARTITION = 'mem';

const HANG_LIMIT_MS = 15_000;
const RELOADS_PER_MINUTE = 3;

export interface WindowOptions {
  readonly preload: string;
  readonly sample: boolean;
  /** False in a packaged app. */
  readonly devTools: boolean;
  readonly dark: boolean;
}

export function windowOptions(options: WindowOptions): BrowserWindowConstructorOptions {
  return {
    show: false,
    width: 1440,
    height: 900,
    minWidth: 900,
    minHeight: 600,
    autoHideMenuBar: true,
    backgroundColor: options.dark ? '#1a1b1e' : '#ffffff',
    webPreferences: {
      preload: options.preload,
      partition: PARTITION,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      plugins: false,
      spellcheck: false,
      devTools: options.devTools,
      safeDialogs: true,
      navigateOnDragDrop: false,
      enableDeprecatedPaste: false,
      webgl: false,
      autoplayPolicy: 'document-user-activation-required',
      v8CacheOptions: 'code',
      additionalArguments: options.sample ? ['--clientela-sample'] : [],
    },
  };
}

/** Opens the window and loads the page. */
export function openWindow(electron: Electron, options: WindowOptions): BrowserWindow {
  const window = new electron.BrowserWindow(windowOptions(options));
  window.once('ready-to-show', () => window.show());
  recover(window);
  void window.loadURL(PAGE);
  return window;
}

function recover(window: BrowserWindow): void {
  let crashes: number[] = [];
  let hanging: NodeJS.Timeout | undefined;
  const stopWaiting = (): void => {
    clearTimeout(hanging);
    hanging = undefined;
  };
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    stopWaiting(); // or the next hang would not be noticed
    const now = performance.now();
    crashes = [...crashes.filter((at) => at > now - 60_000), now];
    console.error(`window: ${reason}`);
    if (reason !== 'clean-exit' && crashes.length <= RELOADS_PER_MINUTE) window.webContents.reload();
  });
  window.on('unresponsive', () => {
    hanging ??= setTimeout(() => window.webContents.forcefullyCrashRenderer(), HANG_LIMIT_MS);
  });
  window.on('responsive', stopWaiting);
  window.once('closed', stopWaiting);
}
