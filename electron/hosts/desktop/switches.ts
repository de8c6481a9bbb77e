// Command-line switches: those that keep Chromium off the network, and those that we refuse to run under because
// they would open the app to other programs or turn a protection off.

import type { App } from 'electron';

export const QUIET_SWITCHES: readonly (readonly [name: string, value: string])[] = [
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  ['disable-background-networking', ''],
  ['disable-component-update', ''],
  ['disable-domain-reliability', ''],
  ['no-pings', ''],
  ['disable-sync', ''],
  ['force-webrtc-ip-handling-policy', 'disable_non_proxied_udp'],
  ['proxy-server', '127.0.0.1:9'], // the discard port: whatever gets past the rest ends there
  ['proxy-bypass-list', '<-loopback>'],
];

export const REFUSED_SWITCHES: readonly string[] = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'inspect',
  'inspect-brk',
  'inspect-wait',
  'no-sandbox',
  'load-extension',
  'single-process',
  'renderer-cmd-prefix', // these three start a program of the caller's choice around ours
  'utility-cmd-prefix',
  'gpu-launcher',
  'disable-web-security',
  'enable-blink-features',
  'js-flags',
  'log-net-log',
  'proxy-pac-url',
];

/** Exit code of a refused start (EX_CONFIG). */
export const EXIT_REFUSED = 78;

/** The first dangerous switch that the app was started with; null when there is none. */
export function refusedSwitch(app: App): string | null {
  return REFUSED_SWITCHES.find((name) => app.commandLine.hasSwitch(name)) ?? null;
}

export function appendQuietSwitches(app: App): void {
  for (const [name, value] of QUIET_SWITCHES) app.commandLine.appendSwitch(name, value);
}
