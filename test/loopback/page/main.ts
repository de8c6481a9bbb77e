// A window without screens: the real client of the host, within reach of the browser tests.

import '../../../renderer/app/trustedTypes.ts';
import { createBridge } from '../../../renderer/host/bridge.ts';
import type { EnginePort, HostBridge } from '../../../shared/host.ts';

declare global {
  interface Window {
    bridge: HostBridge;
    ask(port: EnginePort, frame: string | Uint8Array): Promise<unknown>;
    codeFromText: Readonly<Record<string, string>>;
  }
}

window.bridge = createBridge();
window.ask = (port, frame) => {
  const { promise, resolve } = Promise.withResolvers<unknown>();
  port.addEventListener('message', ({ data }) => resolve(data));
  port.postMessage(frame);
  return promise;
};
// Tried by the page's own script: the browser tests' injected code is exempt from the policy.
const outcome = (act: () => unknown): string => {
  try {
    act();
    return 'done';
  } catch (error) {
    return (error as Error).name;
  }
};
const script = document.createElement('script');
const indirectEval = eval;
window.codeFromText = {
  markup: outcome(() => (document.body.innerHTML = '<b>x</b>')),
  emptied: outcome(() => (document.body.innerHTML = '')),
  script: outcome(() => (script.textContent = 'document.title = "owned"')),
  eval: outcome(() => indirectEval('1')),
  function: outcome(() => new Function('return 1')()),
  timer: outcome(() => window.setTimeout('document.title = "owned"', 0)),
  worker: outcome(() => new Worker('data:text/javascript,1')),
};
document.title = 'loaded';
