// A stand-in for the electron module that writes down every call, in order, and lets a test fire events. Only what
// the desktop host uses; anything else is undefined and the test fails on it.

import { EventEmitter } from 'node:events';

export interface Call {
  readonly name: string;
  readonly args: readonly unknown[];
}

export interface FakeOptions {
  readonly switches?: readonly string[];
  readonly hasLock?: boolean;
  readonly isPackaged?: boolean;
}

type Handler = (...args: never[]) => unknown;

/** Records calls by dotted names, such as `app.enableSandbox` or `session:mem.setProxy`. */
export class Recorder {
  readonly calls: Call[] = [];
  readonly names = (): readonly string[] => this.calls.map(({ name }) => name);
  indexOf(name: string): number {
    return this.calls.findIndex((call) => call.name === name);
  }
  argsOf(name: string): readonly unknown[] {
    const call = this.calls.find((candidate) => candidate.name === name);
    if (call === undefined) throw new Error(`${name} was never called`);
    return call.args;
  }
  /** The function that was handed over in a call. */
  handler(name: string, position = 0): (...args: unknown[]) => unknown {
    return this.argsOf(name)[position] as (...args: unknown[]) => unknown;
  }
  /** Makes methods that record themselves and return a fixed value. */
  methods(prefix: string, values: Readonly<Record<string, unknown>>): Record<string, Handler> {
    const entries = Object.entries(values).map(([name, value]) => {
      const method = (...args: unknown[]): unknown => {
        this.calls.push({ name: `${prefix}.${name}`, args });
        return typeof value === 'function' ? (value as Handler)(...(args as never[])) : value;
      };
      return [name, method] as const;
    });
    return Object.fromEntries(entries);
  }
}

/** An event emitter that also records who listens to what. */
function emitter(recorder: Recorder, prefix: string, members: object): EventEmitter {
  const events = new EventEmitter();
  const on = events.on.bind(events);
  events.on = (name, listener) => {
    recorder.calls.push({ name: `${prefix}.on:${String(name)}`, args: [listener] });
    return on(name, listener);
  };
  return Object.assign(events, members);
}

const SESSION_METHODS = {
  setSpellCheckerEnabled: undefined,
  setSpellCheckerLanguages: undefined,
  setSpellCheckerDictionaryDownloadURL: undefined,
  setPermissionRequestHandler: undefined,
  setPermissionCheckHandler: undefined,
  setDevicePermissionHandler: undefined,
  setUSBProtectedClassesHandler: undefined,
  setBluetoothPairingHandler: undefined,
  setDisplayMediaRequestHandler: undefined,
  setCertificateVerifyProc: undefined,
  registerLocalAIHandler: undefined,
  enableNetworkEmulation: undefined,
  setProxy: Promise.resolve(),
};

export function fakeSession(recorder: Recorder, name: string): EventEmitter {
  const prefix = `session:${name}`;
  return emitter(recorder, prefix, {
    ...recorder.methods(prefix, SESSION_METHODS),
    webRequest: recorder.methods(`${prefix}.webRequest`, { onBeforeRequest: undefined }),
    protocol: recorder.methods(`${prefix}.protocol`, { handle: undefined }),
  });
}

let nextId = 1;

export function fakeContents(recorder: Recorder): EventEmitter & { mainFrame: { url: string }; id: number } {
  const mainFrame = { url: 'app://bundle/index.html' };
  const members = {
    id: nextId++,
    mainFrame,
    ...recorder.methods('contents', {
      setWindowOpenHandler: undefined,
      setWebRTCIPHandlingPolicy: undefined,
      reload: undefined,
      forcefullyCrashRenderer: undefined,
      postMessage: undefined,
      send: undefined,
    }),
  };
  return emitter(recorder, 'contents', members) as EventEmitter & { mainFrame: { url: string }; id: number };
}

/** The fake module, its recorder and the windows that were opened. */
export function fakeElectron(options: FakeOptions = {}) {
  const recorder = new Recorder();
  const ready = Promise.withResolvers<void>();
  const windows: EventEmitter[] = [];
  const sessions = new Map<string, EventEmitter>();
  const app = emitter(recorder, 'app', {
    isPackaged: options.isPackaged ?? true,
    commandLine: recorder.methods('app.commandLine', {
      appendSwitch: undefined,
      hasSwitch: (name: string) => options.switches?.includes(name) ?? false,
    }),
    ...recorder.methods('app', {
      enableSandbox: undefined,
      requestSingleInstanceLock: options.hasLock ?? true,
      configureHostResolver: undefined,
      exit: undefined,
      quit: undefined,
      getPath: '/home/user/Documents',
      whenReady: () => ready.promise,
    }),
  });
  const sessionOf = (name: string): EventEmitter => {
    const known = sessions.get(name);
    if (known) return known;
    const created = fakeSession(recorder, name);
    sessions.set(name, created);
    app.emit('session-created', created);
    return created;
  };
  class BrowserWindow extends EventEmitter {
    readonly webContents = fakeContents(recorder);
    constructor(windowOptions: unknown) {
      super();
      recorder.calls.push({ name: 'BrowserWindow', args: [windowOptions] });
      windows.push(this);
      app.emit('web-contents-created', {}, this.webContents);
      Object.assign(
        this,
        recorder.methods('window', {
          loadURL: Promise.resolve(),
          show: undefined,
          focus: undefined,
          isMinimized: false,
        }),
      );
    }
  }
  class MessageChannelMain {
    readonly port1 = { name: 'port1' };
    readonly port2 = { name: 'port2' };
  }
  const module = {
    app,
    BrowserWindow,
    MessageChannelMain,
    session: {
      get defaultSession() {
        return sessionOf('default');
      },
      fromPartition: sessionOf,
    },
    protocol: recorder.methods('protocol', { registerSchemesAsPrivileged: undefined }),
    ipcMain: recorder.methods('ipcMain', { handle: undefined }),
    Menu: recorder.methods('Menu', { setApplicationMenu: undefined, buildFromTemplate: {} }),
    nativeTheme: { shouldUseDarkColors: false },
    shell: recorder.methods('shell', { showItemInFolder: undefined }),
    dialog: recorder.methods('dialog', {
      showOpenDialog: Promise.resolve({ canceled: true, filePaths: [] }),
      showSaveDialog: Promise.resolve({ canceled: true, filePath: '' }),
    }),
  };
  return { recorder, module, ready, windows, sessionOf };
}
