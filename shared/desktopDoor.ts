// What the desktop's preload script puts on the window. Plain data and functions only: nothing of Electron crosses,
// and an error's fields would be lost on the way, so every answer comes wrapped.

import type { ErrorData } from './errors.ts';
import type { FileHandle, PickPurpose, SavePurpose, SaveTarget } from './host.ts';

export type Answer<T> = { readonly value: T } | { readonly error: ErrorData };

export interface DesktopDoor {
  readonly openSample: boolean;
  /** Asks for a port to the engine; it arrives as a window message `{clientelaPort: id}` with the port. */
  connect(id: string): Promise<Answer<null>>;
  pickFiles(purpose: PickPurpose, many: boolean): Promise<Answer<readonly FileHandle[]>>;
  /** Paths of dropped files are read in the preload script and never enter the page. */
  takeDropped(files: readonly File[]): Promise<Answer<readonly FileHandle[]>>;
  pickSave(purpose: SavePurpose, suggestedName: string): Promise<Answer<SaveTarget | null>>;
  deliver(handle: string): Promise<Answer<null>>;
  launchFiles(): Promise<Answer<readonly FileHandle[]>>;
  /** A later start has named files; ask for them with `launchFiles()`. */
  onLaunchFiles(listener: () => void): void;
  /** The engine process has died; every port is dead. */
  onEngineGone(listener: () => void): void;
}
