// The host's side of the engine process: starts it, starts it again when it dies (with the same project open) and
// says so to the windows, whose clients connect again. Which kind of process it is, is the `launch` function's matter.

import { AppError, fromErrorData } from '../../shared/errors.ts';
import type { FileHandle, SaveTarget } from '../../shared/host.ts';
import { createParcelShelf } from './parcelShelf.ts';
import type { CallName, EngineInit, Frame, FromEngine, ToEngine } from '../engine/wire.ts';

/** One running process, Electron's or a fork. `transfer` holds Electron ports only. */
export interface EngineChild<Port> {
  send(message: ToEngine, transfer?: readonly Port[]): void;
  onMessage(listener: (message: FromEngine) => void): void;
  onParcel(listener: (parcel: number, bytes: readonly Uint8Array[]) => void): void;
  onExit(listener: () => void): void;
  kill(): void;
}

/** What a window is given when ports cannot be transferred. */
export interface FramePort {
  send(data: Frame): void;
  close(): void;
}

export interface FramePortEvents {
  onFrame(data: Frame): void;
  /** The engine has gone; fires once, and not after `close()`. */
  onGone(): void;
}

export interface EngineProcessOptions<Port> {
  readonly launch: () => EngineChild<Port>;
  readonly init: Omit<EngineInit, 'reopen'>;
  /** Milliseconds, monotonic. */
  readonly now: () => number;
  /** After each death: `restarted`, or `given-up` once there were more than five in a minute. */
  readonly tell: (event: 'restarted' | 'given-up') => void;
}

export interface EngineProcess<Port> {
  /** Resolves when the engine takes calls. @throws AppError ENGINE-STOPPED */
  ready(): Promise<void>;
  registerFile(path: string): Promise<FileHandle>;
  registerTarget(path: string): Promise<SaveTarget>;
  pathOfTarget(handle: string): Promise<string | null>;
  /** Gives the engine the other end of a window's port. */
  transferPort(port: Port): Promise<void>;
  openFramePort(events: FramePortEvents): Promise<FramePort>;
  /**
   * The bytes of columns that a frame has named, once.
   * @throws AppError ENGINE-STOPPED also when they are not (or no longer) there
   */
  takeParcel(parcel: number): Promise<readonly Uint8Array[]>;
  /** Called after every death of the process. */
  onGone(listener: () => void): void;
  stop(): Promise<void>;
}

const RESTARTS_PER_MINUTE = 5;
const STOP_LIMIT_MS = 10_000;

interface PendingCall {
  resolve(value: unknown): void;
  reject(error: AppError): void;
}

/** Starts the engine process at once. */
export function createEngineProcess<Port>(options: EngineProcessOptions<Port>): EngineProcess<Port> {
  return new Supervisor(options);
}

class Supervisor<Port> implements EngineProcess<Port> {
  readonly #options: EngineProcessOptions<Port>;
  readonly #calls = new Map<number, PendingCall>();
  readonly #ports = new Map<number, FramePortEvents>();
  readonly #shelf = createParcelShelf();
  readonly #goneListeners: (() => void)[] = [];
  #deaths: number[] = [];
  #nextId = 1;
  #child: EngineChild<Port> | null = null;
  #ready = Promise.withResolvers<void>();
  #isReady = false;
  #project: string | null = null;
  #stopped: (() => void) | null = null;

  constructor(options: EngineProcessOptions<Port>) {
    this.#options = options;
    this.#launch(null);
  }

  ready(): Promise<void> {
    if (this.#child === null && this.#stopped === null && this.#recentDeaths() < RESTARTS_PER_MINUTE) {
      this.#ready = Promise.withResolvers();
      this.#launch(null); // given up earlier, and a minute has passed: the user tries again
    }
    return this.#ready.promise;
  }

  registerFile(path: string): Promise<FileHandle> {
    return this.#call('registerFile', path) as Promise<FileHandle>;
  }

  registerTarget(path: string): Promise<SaveTarget> {
    return this.#call('registerTarget', path) as Promise<SaveTarget>;
  }

  pathOfTarget(handle: string): Promise<string | null> {
    return this.#call('pathOfTarget', handle) as Promise<string | null>;
  }

  async transferPort(port: Port): Promise<void> {
    await this.ready();
    this.#child?.send({ t: 'open', port: this.#nextId++ }, [port]);
  }

  async openFramePort(events: FramePortEvents): Promise<FramePort> {
    await this.ready();
    const port = this.#nextId++;
    this.#ports.set(port, events);
    this.#child?.send({ t: 'open', port });
    return {
      send: (data) => {
        if (this.#ports.has(port)) this.#child?.send({ t: 'frame', port, data });
      },
      close: () => {
        if (this.#ports.delete(port)) this.#child?.send({ t: 'close', port });
      },
    };
  }

  takeParcel(parcel: number): Promise<readonly Uint8Array[]> {
    return this.#shelf.take(parcel);
  }

  onGone(listener: () => void): void {
    this.#goneListeners.push(listener);
  }

  async stop(): Promise<void> {
    const child = this.#child;
    if (child === null || this.#stopped !== null) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#stopped = resolve;
    const limit = setTimeout(() => child.kill(), STOP_LIMIT_MS);
    child.send({ t: 'stop' });
    await promise;
    clearTimeout(limit);
  }

  #launch(reopen: string | null): void {
    const child = this.#options.launch();
    this.#child = child;
    this.#isReady = false;
    this.#ready.promise.catch(() => undefined); // nobody may be waiting when we give up
    child.onMessage((message) => this.#receive(message));
    child.onParcel((parcel, bytes) => this.#shelf.put(parcel, bytes));
    child.onExit(() => this.#died());
    child.send({ t: 'init', options: { ...this.#options.init, reopen } });
  }

  #receive(message: FromEngine): void {
    if (message.t === 'ready') {
      this.#isReady = true;
      this.#ready.resolve();
    } else if (message.t === 'frame') this.#ports.get(message.port)?.onFrame(message.data);
    else if (message.t === 'project') this.#project = message.path;
    else {
      const call = this.#calls.get(message.id);
      this.#calls.delete(message.id);
      if ('error' in message) call?.reject(fromErrorData(message.error));
      else call?.resolve(message.value);
    }
  }

  #died(): void {
    // A project that was being reopened when the process died is the likely reason, so it is not tried again.
    const reopen = this.#isReady ? this.#project : null;
    this.#child = null;
    this.#dropWindows();
    if (this.#stopped !== null) {
      this.#ready = Promise.withResolvers();
      this.#ready.promise.catch(() => undefined);
      this.#ready.reject(new AppError('ENGINE-STOPPED'));
      this.#stopped();
      return;
    }
    const tooOften = this.#recentDeaths() >= RESTARTS_PER_MINUTE;
    this.#deaths.push(this.#options.now());
    if (this.#isReady) this.#ready = Promise.withResolvers();
    if (tooOften) {
      this.#ready.promise.catch(() => undefined);
      this.#ready.reject(new AppError('ENGINE-STOPPED'));
    } else this.#launch(reopen);
    this.#options.tell(tooOften ? 'given-up' : 'restarted');
    for (const listener of this.#goneListeners) listener();
  }

  #dropWindows(): void {
    const ports = [...this.#ports.values()];
    const calls = [...this.#calls.values()];
    this.#ports.clear();
    this.#calls.clear();
    this.#shelf.clear();
    for (const call of calls) call.reject(new AppError('ENGINE-STOPPED'));
    for (const port of ports) port.onGone();
  }

  #recentDeaths(): number {
    const since = this.#options.now() - 60_000;
    this.#deaths = this.#deaths.filter((at) => at > since);
    return this.#deaths.length;
  }

  async #call(method: CallName, argument: string): Promise<unknown> {
    await this.ready();
    const id = this.#nextId++;
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    this.#calls.set(id, { resolve, reject });
    this.#child?.send({ t: 'call', id, method, args: [argument] });
    return promise;
  }
}
