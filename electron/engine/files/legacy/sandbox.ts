// Starts the disposable reader with bounds on memory and time, and turns its end into a named refusal.
import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { AppError } from '../../../../shared/errors.ts';

export interface SandboxLimits {
  /** Where it runs: see `startThread` for why there are two. */
  readonly kind?: 'process' | 'thread';
  readonly memoryMb?: number;
  /** Until the next line comes: parsing a large file takes this long at most. */
  readonly silenceMs?: number;
}

const MEMORY_MB = 1024;
const SILENCE_MS = 60_000;
const LONGEST_LINE_BYTES = 64 << 20;

/** A running reader, whether a process or a thread. */
interface Running {
  readonly input: Writable;
  readonly output: Readable;
  kill(): void;
  /** Resolves at its end: whether memory was what it lacked. */
  readonly ended: Promise<boolean>;
}

/** Like `entryUrl`: sources run as they are, a build puts all entries side by side. */
function childUrl(): URL {
  const here = import.meta.url;
  return new URL(here.endsWith('.ts') ? './child.ts' : 'legacy.js', here);
}

/** V8 gives up with SIGABRT (exit code 134 where a shell is between); the system's killer uses SIGKILL. */
function endOf(child: ChildProcess, isKilled: () => boolean): Promise<boolean> {
  return new Promise((resolve) => {
    child.once('error', () => resolve(false));
    child.once('close', (code, signal) => {
      resolve(!isKilled() && (signal === 'SIGABRT' || signal === 'SIGKILL' || code === 134 || code === 5));
    });
  });
}

function startProcess(memoryMb: number): Running {
  const args = [
    `--max-old-space-size=${memoryMb}`,
    '--permission',
    '--allow-fs-read=*',
    fileURLToPath(childUrl()),
  ];
  const { SystemRoot } = process.env;
  const env = SystemRoot === undefined ? {} : { SystemRoot };
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'ignore'], env, windowsHide: true });
  let killed = false;
  child.stdin.on('error', () => undefined); // it may be gone before it has read everything
  return {
    input: child.stdin,
    output: child.stdout,
    ended: endOf(child, () => killed),
    kill: () => {
      killed = true;
      child.kill('SIGKILL');
    },
  };
}

/** The packed app cannot run its own binary as Node (that fuse is off), so there it is a thread with a bounded heap. */
function startThread(memoryMb: number): Running {
  const worker = new Worker(childUrl(), {
    stdin: true,
    stdout: true,
    stderr: true,
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
  });
  const { promise, resolve } = Promise.withResolvers<boolean>();
  worker.once('error', (error) => resolve('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'));
  worker.once('exit', () => {
    resolve(false);
    worker.stdout.destroy();
  });
  if (worker.stdin === null) throw new Error('a thread without an input');
  return { input: worker.stdin, output: worker.stdout, ended: promise, kill: () => void worker.terminate() };
}

export class Sandbox {
  readonly #running: Running;
  readonly #fileName: string;
  readonly #memoryMb: number;
  readonly #silenceMs: number;
  readonly #lines: AsyncGenerator<string>;

  constructor(fileName: string, limits: SandboxLimits) {
    this.#fileName = fileName;
    this.#memoryMb = limits.memoryMb ?? MEMORY_MB;
    this.#silenceMs = limits.silenceMs ?? SILENCE_MS;
    const kind = limits.kind ?? (process.versions['electron'] === undefined ? 'process' : 'thread');
    this.#running = kind === 'thread' ? startThread(this.#memoryMb) : startProcess(this.#memoryMb);
    this.#lines = splitLines(this.#running.output, () => this.#tooLarge('64 MB'));
  }

  send(message: object): void {
    this.#running.input.write(`${JSON.stringify(message)}\n`);
  }

  /** The next line. @throws AppError XLS-TOO-LARGE (args.limit), XLSX-DAMAGED when it ended without one. */
  async line(): Promise<string> {
    const { promise: late, reject } = Promise.withResolvers<never>();
    const timer = setTimeout(() => reject(this.#tooLarge(`${this.#silenceMs / 1000} s`)), this.#silenceMs);
    try {
      const step = await Promise.race([this.#lines.next(), late]);
      if (step.done !== true) return step.value;
    } catch (error) {
      this.close();
      throw error;
    } finally {
      clearTimeout(timer);
    }
    if (await this.#running.ended) throw this.#tooLarge(`${this.#memoryMb} MB`);
    throw new AppError('XLSX-DAMAGED', { part: 'xls' }, { file: this.#fileName });
  }

  close(): void {
    this.#running.kill();
  }

  #tooLarge(limit: string): AppError {
    return new AppError('XLS-TOO-LARGE', { limit }, { file: this.#fileName });
  }
}

async function* splitLines(output: Readable, tooLong: () => AppError): AsyncGenerator<string> {
  let open: Buffer[] = [];
  let openBytes = 0;
  for await (const chunk of output as AsyncIterable<Buffer>) {
    let from = 0;
    for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, from)) {
      open.push(chunk.subarray(from, end));
      yield Buffer.concat(open).toString('utf8');
      open = [];
      openBytes = 0;
      from = end + 1;
    }
    open.push(chunk.subarray(from));
    openBytes += chunk.length - from;
    if (openBytes > LONGEST_LINE_BYTES) throw tooLong();
  }
}
