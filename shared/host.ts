// What a page cannot do by itself, in one interface. The desktop preload and the loopback client implement it;
// the renderer knows no other difference between hosts. Paths never cross: only opaque handles and display names.

/** A file that the user chose, known to the engine under an opaque handle. `bytes` is its size. */
export interface FileHandle {
  readonly handle: string;
  readonly name: string;
  readonly bytes: number;
}

/** A place the engine may write to once, chosen by the user. */
export interface SaveTarget {
  readonly handle: string;
  readonly name: string;
}

export type PickPurpose = 'spreadsheets' | 'project';
export type SavePurpose = 'project' | 'export';

/** The message channel to the engine: frames are strings or bytes, in order. `close` fires once, then connect again. */
export interface EnginePort {
  postMessage(data: string | Uint8Array): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  addEventListener(type: 'close', listener: () => void): void;
}

export interface HostBridge {
  readonly kind: 'desktop' | 'browser';
  readonly version: string;
  /** Opens a channel to the engine; rejects when the host has gone. */
  connect(): Promise<EnginePort>;
  pickFiles(purpose: PickPurpose, many: boolean): Promise<readonly FileHandle[]>;
  /** Files that were dropped on the window. */
  takeDropped(files: readonly File[]): Promise<readonly FileHandle[]>;
  /** Null when the user cancelled. */
  pickSave(purpose: SavePurpose, suggestedName: string): Promise<SaveTarget | null>;
  /** After the engine has written: shows the file in its folder (desktop) or downloads it (browser). */
  deliver(target: SaveTarget): Promise<void>;
  /** Files named on the command line or opened from the desktop. Each is handed out once; often there are none. */
  launchFiles(): Promise<readonly FileHandle[]>;
  /** A later start has handed its files over: take them with `launchFiles()`. Returns how to stop listening. */
  onLaunchFiles(listener: () => void): () => void;
  /** Set by `--sample`. */
  readonly openSample: boolean;
}
