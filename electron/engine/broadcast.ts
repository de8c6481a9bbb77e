// News to any number of listeners; as an async iterator for event streams. A slow listener keeps its own queue.

export interface Broadcast<T> {
  readonly send: (value: T) => void;
  readonly listen: (listener: (value: T) => void) => () => void;
  readonly stream: (signal: AbortSignal | undefined) => AsyncGenerator<T, void>;
}

export function createBroadcast<T>(): Broadcast<T> {
  const listeners = new Set<(value: T) => void>();
  const listen = (listener: (value: T) => void): (() => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  /** Listens from the call on, not from the first read: what is sent between the two would be lost. */
  function stream(signal: AbortSignal | undefined): AsyncGenerator<T, void> {
    const queue: T[] = [];
    let wake = (): void => undefined;
    const stop = listen((value) => {
      queue.push(value);
      wake();
    });
    const aborted = (): void => {
      stop();
      wake();
    };
    signal?.addEventListener('abort', aborted);
    async function* read(): AsyncGenerator<T, void> {
      try {
        while (!signal?.aborted) {
          const next = queue.shift();
          if (next !== undefined) yield next;
          else {
            await new Promise<void>((resolve) => {
              wake = resolve;
            });
          }
        }
      } finally {
        signal?.removeEventListener('abort', aborted);
        stop();
      }
    }
    return read();
  }
  return {
    send: (value) => {
      for (const listener of Array.from(listeners)) listener(value); // a listener may leave while it is told
    },
    listen,
    stream,
  };
}
