// Waiting commands first: SQLite has one writer, so a job asks here before each of its short transactions whether a
// command is waiting, and lets it pass. Shared memory, because the job runs in another thread.

/** One 32-bit counter of waiting commands. */
export type Gate = Int32Array<SharedArrayBuffer>;

export const createGate = (): Gate => new Int32Array(new SharedArrayBuffer(4));

/** For the front door: holds jobs back while the command writes. */
export function withPriority<T>(gate: Gate, command: () => T): T {
  Atomics.add(gate, 0, 1);
  try {
    return command();
  } finally {
    Atomics.sub(gate, 0, 1);
    Atomics.notify(gate, 0);
  }
}

/** For jobs: returns once no command waits. Bounded, so that a stuck counter cannot hold a job for ever. */
export function letCommandsPass(gate: Gate): void {
  for (let tries = 0; tries < 100; tries++) {
    const waiting = Atomics.load(gate, 0);
    if (waiting === 0) return;
    Atomics.wait(gate, 0, waiting, 20);
  }
}
