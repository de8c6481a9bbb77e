// What a page may ask the browser for: to put text on the clipboard, and nothing else. The table names every
// permission that Electron knows, so that a new one in a later version does not compile until it is decided here.

import type { Session, WebContents } from 'electron';

type CheckHandler = NonNullable<Parameters<Session['setPermissionCheckHandler']>[0]>;

/** Both handlers know the same names. */
export type Permission = Parameters<CheckHandler>[1];

export const PERMISSIONS: Readonly<Record<Permission, boolean>> = {
  ar: false,
  'automatic-fullscreen': false,
  'background-fetch': false,
  'background-sync': false,
  'captured-surface-control': false,
  'clipboard-read': false,
  'clipboard-sanitized-write': true,
  'deprecated-sync-clipboard-read': false,
  'display-capture': false,
  fileSystem: false,
  fullscreen: false,
  geolocation: false,
  'geolocation-approximate': false,
  'hand-tracking': false,
  hid: false,
  'idle-detection': false,
  keyboardLock: false,
  'local-fonts': false,
  'local-network': false,
  'local-network-access': false,
  'loopback-network': false,
  media: false,
  mediaKeySystem: false,
  midi: false,
  midiSysex: false,
  nfc: false,
  notifications: false,
  openExternal: false,
  'payment-handler': false,
  'periodic-background-sync': false,
  'persistent-storage': false,
  pointerLock: false,
  'screen-wake-lock': false,
  sensors: false,
  serial: false,
  'smart-card': false,
  'speaker-selection': false,
  'storage-access': false,
  'system-wake-lock': false,
  'top-level-storage-access': false,
  unknown: false,
  usb: false,
  vr: false,
  'web-app-installation': false,
  'web-printing': false,
  'window-management': false,
};

/** True for a permission of the table when our own page asks; a name that is not in it is denied. */
export function isPermitted(contents: WebContents | null, permission: string): boolean {
  if (!Object.hasOwn(PERMISSIONS, permission) || !PERMISSIONS[permission as Permission]) return false;
  return contents?.mainFrame?.url.startsWith('app://bundle/') ?? false;
}
