// What the host and the engine process say to each other. Both ends are built from the same commit, so the messages
// need no version; frames are opaque here (oRPC inside), only ports and calls have a meaning.

import type { ErrorData } from '../../shared/errors.ts';

/** The part of the engine's options that can cross a process border. */
export interface EngineInit {
  /** Recent list, settings, inbox of uploads. */
  readonly dataDir: string;
  readonly resourcesDir: string;
  readonly threads: number;
  readonly seed: number;
  /** A fixed clock for reproducible runs (ISO 8601); null is the machine's clock. */
  readonly now: string | null;
  /** The project that was open when the previous process died; null at the first start. */
  readonly reopen: string | null;
}

/** The engine's methods that a host calls; everything else goes through a port. */
export type CallName = 'registerFile' | 'registerTarget' | 'pathOfTarget' | 'openProject';

export type Frame = string | Uint8Array;

export type ToEngine =
  | { readonly t: 'init'; readonly options: EngineInit }
  | { readonly t: 'open'; readonly port: number }
  | { readonly t: 'frame'; readonly port: number; readonly data: Frame }
  | { readonly t: 'close'; readonly port: number }
  | { readonly t: 'call'; readonly id: number; readonly method: CallName; readonly args: readonly string[] }
  | { readonly t: 'stop' };

export type FromEngine =
  | { readonly t: 'ready' }
  | { readonly t: 'frame'; readonly port: number; readonly data: Frame }
  | { readonly t: 'reply'; readonly id: number; readonly value: unknown }
  | { readonly t: 'reply'; readonly id: number; readonly error: ErrorData }
  | { readonly t: 'project'; readonly path: string | null };
