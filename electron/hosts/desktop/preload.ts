// The bridge into a desktop window. It exposes typed functions and plain data, rebuilds what comes from the page field
// by field, and keeps Electron's objects and every path on this side.

import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { Answer, DesktopDoor } from '../../../shared/desktopDoor.ts';

async function call<T>(message: Readonly<Record<string, unknown>>): Promise<Answer<T>> {
  return ipcRenderer.invoke('rpc', message) as Promise<Answer<T>>;
}

const door: DesktopDoor = {
  openSample: process.argv.includes('--clientela-sample'),
  connect: (id) => call({ method: 'connect', id: String(id) }),
  pickFiles: (purpose, many) => call({ method: 'pickFiles', purpose: String(purpose), many: many === true }),
  takeDropped: (files) =>
    call({ method: 'takeDropped', paths: Array.from(files, (file) => webUtils.getPathForFile(file)) }),
  pickSave: (purpose, suggestedName) =>
    call({ method: 'pickSave', purpose: String(purpose), suggestedName: String(suggestedName) }),
  deliver: (handle) => call({ method: 'deliver', handle: String(handle) }),
  launchFiles: () => call({ method: 'launchFiles' }),
  onLaunchFiles: (listener) => void ipcRenderer.on('launch-files', () => listener()),
  onEngineGone: (listener) => void ipcRenderer.on('engine-gone', () => listener()),
};

// A port cannot pass the bridge; it is handed over as a window message that only this page can receive.
ipcRenderer.on('engine-port', (event, data: { readonly id: string }) => {
  window.postMessage({ clientelaPort: data.id }, window.location.origin, event.ports);
});

contextBridge.exposeInMainWorld('clientela', door);
