// The bridge in an ordinary browser tab: the engine over a WebSocket, files by upload and download.

import { namesColumns, unpackColumns } from '../../shared/columnFrames.ts';
import { AppError } from '../../shared/errors.ts';
import type { EnginePort, HostBridge, SaveTarget } from '../../shared/host.ts';
import { createClosing } from './closing.ts';
import { openSession, type Session } from './session.ts';
import { chooseFiles, download, uploadAll } from './transfer.ts';

export function createLoopbackBridge(window: Window, version: string): HostBridge {
  const session = openSession(window);
  return {
    kind: 'browser',
    version,
    openSample: session.openSample,
    async connect() {
      return connect(session, window);
    },
    async pickFiles(purpose, many) {
      return uploadAll(session, await chooseFiles(window.document, purpose, many), purpose);
    },
    takeDropped: (files) => uploadAll(session, files, 'spreadsheets'),
    async pickSave(purpose, name) {
      return (await (await session.post('/api/save-target', { purpose, name })).json()) as SaveTarget;
    },
    deliver: (target) => download(session, window, target),
    async launchFiles() {
      return (await session.post('/api/launch', {})).json();
    },
    onLaunchFiles: () => () => undefined, // a second start is a host, and a tab, of its own
  };
}

const CLOSE_BAD_KEY = 4401;

/** The key goes first; the host answers with one frame of its own once the engine listens. */
async function connect(session: Session, window: Window): Promise<EnginePort> {
  const key = await session.key();
  const socket = new WebSocket(`ws://${window.location.host}/engine`);
  socket.binaryType = 'arraybuffer';
  const { promise, resolve, reject } = Promise.withResolvers<EnginePort>();
  const closing = createClosing();
  socket.addEventListener('open', () => socket.send(JSON.stringify({ key })));
  socket.addEventListener('message', () => resolve(portOf(session, socket, closing.onClose)), { once: true });
  socket.addEventListener('close', ({ code }) => {
    if (code === CLOSE_BAD_KEY) session.forget();
    reject(new AppError('ENGINE-STOPPED'));
    closing.close();
  });
  return promise;
}

function portOf(session: Session, socket: WebSocket, onClose: (listener: () => void) => void): EnginePort {
  const listeners: ((event: { readonly data: unknown }) => void)[] = [];
  const tell = (data: unknown): void => {
    for (const listener of listeners) listener({ data });
  };
  socket.addEventListener('message', ({ data }: MessageEvent<string | ArrayBuffer>) => {
    if (typeof data !== 'string') tell(new Uint8Array(data));
    else if (!namesColumns(data)) tell(data);
    // Without its columns an answer never comes: a new connection asks again.
    else void unpackColumns(data, (parcel) => fetchParcel(session, parcel)).then(tell, () => socket.close());
  });
  return {
    postMessage(data) {
      if (socket.readyState === WebSocket.OPEN)
        socket.send(typeof data === 'string' ? data : new Uint8Array(data));
    },
    addEventListener(type: 'message' | 'close', listener: (event: { readonly data: unknown }) => void) {
      if (type === 'close') onClose(() => listener({ data: null }));
      else listeners.push(listener);
    },
  };
}

/** Bytes can be taken once. Gathered by hand: Chromium's `arrayBuffer()` takes 1.6 times as long for nine megabytes. */
async function fetchParcel(session: Session, parcel: number): Promise<ArrayBuffer> {
  const { headers, body } = await session.post('/api/columns', { parcel });
  const bytes = new Uint8Array(Number(headers.get('content-length')));
  let at = 0;
  for (const reader = body?.getReader(); reader; ) {
    const { value, done } = await reader.read();
    if (done) break;
    bytes.set(value, at);
    at += value.length;
  }
  if (at < bytes.length) throw new AppError('ENGINE-STOPPED');
  return bytes.buffer;
}
