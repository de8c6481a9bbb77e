// Shuts a browser session: no spell-check dictionaries, no permissions, no devices, no requests but our own files.
// It must run before the first window, because the dictionary request races with it.

import type { Session } from 'electron';
import { isPermitted } from './permissions.ts';

const OWN_REQUESTS = /^(app:\/\/bundle\/|data:image\/|blob:app:\/\/bundle\/)/;
const DEVTOOLS = /^devtools:\/\/devtools\//;
const CERTIFICATE_REFUSED = -2;

/** @param allowDevtools the developer tools load their own files; false in a packaged app */
export function lockDown(session: Session, allowDevtools: boolean): void {
  session.setSpellCheckerEnabled(false);
  session.setSpellCheckerLanguages([]);
  session.setSpellCheckerDictionaryDownloadURL('https://invalid.invalid/');
  session.setPermissionRequestHandler((contents, permission, answer) =>
    answer(isPermitted(contents, permission)),
  );
  session.setPermissionCheckHandler((contents, permission) => isPermitted(contents, permission));
  session.setDevicePermissionHandler(() => false);
  session.setUSBProtectedClassesHandler(({ protectedClasses }) => protectedClasses);
  session.setBluetoothPairingHandler((_details, answer) => answer({ confirmed: false }));
  session.setDisplayMediaRequestHandler((_request, answer) => answer(null));
  session.setCertificateVerifyProc((_request, answer) => answer(CERTIFICATE_REFUSED));
  session.registerLocalAIHandler(null);
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    answer({ cancel: !OWN_REQUESTS.test(url) && !(allowDevtools && DEVTOOLS.test(url)) });
  });
  session.enableNetworkEmulation({ offline: true });
  void session.setProxy({
    mode: 'fixed_servers',
    proxyRules: '127.0.0.1:9',
    proxyBypassRules: '<-loopback>',
  });
  session.on('will-download', (event) => event.preventDefault()); // the engine writes exports, never Chromium
}
