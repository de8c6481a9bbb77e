// The window's way to its host: the desktop's preload if there is one, else the loopback server.

import type { DesktopDoor } from '../../shared/desktopDoor.ts';
import type { HostBridge } from '../../shared/host.ts';
import { createDesktopBridge } from './desktop.ts';
import { createLoopbackBridge } from './loopback.ts';

declare global {
  interface Window {
    /** Set by the desktop's preload script. */
    readonly clientela?: DesktopDoor;
  }
}

/** Call once, before the page is drawn: it takes the start link's token out of the address. */
export function createBridge(): HostBridge {
  const version: string = import.meta.env.VITE_APP_VERSION;
  return window.clientela
    ? createDesktopBridge(window.clientela, window, version)
    : createLoopbackBridge(window, version);
}
